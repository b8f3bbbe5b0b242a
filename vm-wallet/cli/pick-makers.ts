import type { Nick } from '../../shared/jm/command.ts';
import type { MakerRecord } from '../store/state.ts';
import type { Candidate } from '../taker/choose/candidate.ts';
import { badness, SHUNNED_FROM } from '../taker/maker-memory.ts';
import { askLines } from './ask-lines.ts';
import { DeclinedError, UsageError } from './failure.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

const HEAD = ['no', 'nick', 'type', 'fee/sat', 'fee/%', 'smallest', 'largest', 'bond', 'known'];
/** Columns of numbers. */
const RIGHT = [0, 3, 4, 5, 6, 7];
/** Wrong answers before it is given up. */
const ATTEMPTS = 3;

/** Makers to pick from, the cheapest first, with what is remembered of them. */
export function candidateTable(
  candidates: readonly Candidate[],
  amount: bigint,
  memory: Readonly<Record<string, Readonly<MakerRecord>>>,
  now: number,
): string[] {
  const rows = candidates.map(({ maker, offer, fee, bondValue, bond }, index) => [
    String(index + 1),
    maker,
    offer.type,
    fee.toString(),
    amount === 0n ? '' : ((Number(fee) / Number(amount)) * 100).toFixed(3),
    offer.minsize.toString(),
    offer.maxsize.toString(),
    bondValue > 0 ? bondValue.toExponential(2) : '-',
    bond === undefined ? '' : knownText(memory[bond], now),
  ]);
  return table([HEAD, ...rows], RIGHT);
}

/**
 * Shows the table and asks whom to take.
 * @throws UsageError without a terminal; DeclinedError for an empty answer, after wrong ones, or for ctrl-C
 */
export async function pickMakers(
  terminal: Terminal,
  lines: readonly string[],
  candidates: readonly Candidate[],
  signal: AbortSignal,
): Promise<readonly Nick[]> {
  if (!process.stdin.isTTY) {
    throw new UsageError('usage', 'There is no terminal to pick makers on', {
      cure: 'Name them instead: --maker NICK, once for each.',
    });
  }
  for (const line of lines) terminal.note(line);
  const picks = await askLines(
    async (ask) => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const answer = await ask('Numbers of the makers, such as 1 3 5-8: ');
        if (answer.trim() === '') break;
        const read = parsePicks(answer, candidates.length);
        if (read !== null) return read;
        terminal.note(`Give numbers from 1 to ${candidates.length}.`);
      }
      return [];
    },
    { signal },
  );
  if (picks.length === 0) throw new DeclinedError('declined', 'No makers were picked; nothing was done');
  return picks.flatMap((pick) => candidates[pick - 1]?.maker ?? []);
}

/** Reads numbers and ranges from 1 to `count`, each once, in order. Null when it is anything else. */
export function parsePicks(text: string, count: number): readonly number[] | null {
  const picks = new Set<number>();
  for (const word of text.trim().split(/[\s,]+/u)) {
    const match = /^([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?$/u.exec(word);
    const from = Number(match?.[1] ?? 0);
    const to = Number(match?.[2] ?? from);
    if (from < 1 || to < from || to > count) return null;
    for (let pick = from; pick <= to; pick += 1) picks.add(pick);
  }
  return [...picks].sort((a, b) => a - b);
}

function knownText(record: Readonly<MakerRecord> | undefined, now: number): string {
  if (record === undefined) return 'new';
  const held = badness(record, now);
  const parts = [
    ...(record.joined > 0 ? [`${record.joined} joined`] : []),
    ...(held >= SHUNNED_FROM ? [`bad: ${record.reason}`] : held >= 0.1 ? ['failed or declined before'] : []),
  ];
  return parts.length === 0 ? 'seen' : parts.join(', ');
}
