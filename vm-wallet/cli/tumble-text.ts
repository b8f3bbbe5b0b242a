import { durationBounds, type CostBound } from '../tumbler/bounds.ts';
import type { ReadonlyEntry, ReadonlyTumble } from '../tumbler/next-move.ts';
import { costSoFar } from '../tumbler/progress.ts';
import { timeText } from '../runtime/tumble-log.ts';
import { table } from './table.ts';
import { amountText, type Terminal } from './terminal.ts';

/** A plan as a table, one row an entry. */
export function planRows({ entries }: Pick<ReadonlyTumble, 'entries'>): string[] {
  const head = ['', 'from', 'amount', 'makers', 'to', 'wait', 'state'];
  const rows = entries.map((entry, number) => [
    String(number + 1),
    String(entry.mixdepth),
    amountCell(entry),
    String(entry.makers),
    entry.destination,
    minutesText(entry.wait),
    stateCell(entry),
  ]);
  return table([head, ...rows], [0, 1, 2, 3, 5]);
}

function amountCell({ amount, rounding }: ReadonlyEntry): string {
  if (amount === '0') return 'all';
  if (!amount.includes('.')) return `${amount} sat`;
  const percent = `${(Number(amount) * 100).toFixed(2)} %`;
  return rounding === 16 ? percent : `${percent} (${rounding} fig.)`;
}

function stateCell({ status, txids }: ReadonlyEntry): string {
  const txid = txids.at(-1);
  switch (status) {
    case 'waiting':
      return 'to do';
    case 'signing':
      return 'being signed';
    case 'broadcast':
      return `sent ${txid ?? ''}`;
    case 'done':
      return txid === undefined ? 'skipped' : `done ${txid}`;
  }
}

/** Minutes as people say them. */
export function minutesText(minutes: number): string {
  if (minutes < 60) return `${Math.round(minutes)} min`;
  if (minutes < 48 * 60) return `${(minutes / 60).toFixed(1)} h`;
  return `${(minutes / 60 / 24).toFixed(1)} days`;
}

/** Shows a plan with what it may cost and how long it may take. */
export function showPlan(
  terminal: Terminal,
  tumble: ReadonlyTumble,
  blocks: number,
  cost: CostBound | null,
): void {
  for (const row of planRows(tumble)) terminal.line(row);
  const { expected, worst } = durationOf(tumble, blocks);
  terminal.line();
  if (cost === null) terminal.line(`costs at most ${amountText(BigInt(tumble.limits.cost))}`);
  else {
    terminal.line(`costs at most ${amountText(cost.total)}:`);
    terminal.line(`  ${amountText(cost.makerFees)} to makers, if every one asks the most that it may`);
    terminal.line(`  ${amountText(cost.minerFees)} to miners, at ${tumble.limits.feeRate / 1000} sat/vB`);
  }
  terminal.line(`takes about ${minutesText(expected)}; ${minutesText(worst)} at worst`);
}

/** How long what is left of a plan takes. */
export function durationOf(
  { entries, current, limits, makerHours }: ReadonlyTumble,
  blocks: number,
): { readonly expected: number; readonly worst: number } {
  const left = entries.slice(current).map((entry) => ({ ...entry, coins: [], txids: [] }));
  return durationBounds(left, blocks, { retrySeconds: limits.retrySeconds, makerHours });
}

/** Where a plan stands, for people. */
export function statusRows(tumble: ReadonlyTumble, now: number): string[] {
  const { status, reason, entries, current, notBefore, failures, limits } = tumble;
  const done = entries.filter((entry) => entry.status === 'done').length;
  const why = status === 'paused' ? `: ${reason ?? 'as you wished'}` : '';
  return [
    `${status}${why}`,
    `${done} of ${entries.length} entries done, ${costSoFar(entries)} of at most ${limits.cost} sat paid in fees`,
    ...(failures > 0 ? [`entry ${current + 1} failed ${failures} time(s)`] : []),
    ...(status === 'running' && notBefore > now
      ? [`entry ${current + 1} not before ${timeText(notBefore)} UTC`]
      : []),
  ];
}

/** Where a plan stands, for programs. */
export function tumbleData(tumble: ReadonlyTumble, blocks: number): unknown {
  const {
    id,
    status,
    reason,
    file,
    entries,
    current,
    failures,
    notBefore,
    limits,
    makerHours,
    destinations,
  } = tumble;
  return {
    id,
    status,
    reason,
    file,
    current,
    failures,
    notBefore,
    destinations,
    costSoFar: costSoFar(entries),
    costLimit: BigInt(limits.cost),
    feeRateLimit: limits.feeRate,
    makerHours,
    minutes: durationOf(tumble, blocks),
    entries: entries.map(({ cost, ...entry }) => ({ ...entry, cost: BigInt(cost) })),
  };
}
