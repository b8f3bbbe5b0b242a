import { existsSync, renameSync } from 'node:fs';
import { addressOfScript } from '../../../shared/bitcoin/address.ts';
import { formatBitcoin } from '../../../shared/bitcoin/amount.ts';
import type { Network } from '../../../shared/bitcoin/network.ts';
import { fromHex } from '../../../shared/crypto/bytes.ts';
import { isJmError } from '../../../shared/errors.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import { tampered } from '../../audit/audit-error.ts';
import { BEGINNING } from '../../audit/audit-line.ts';
import type { AuditEntry, Reason } from '../../audit/entry.ts';
import { readLog, type LogReading } from '../../audit/read-log.ts';
import { shortId } from '../../rules/spending/rules-in-force.ts';
import { auditPlaceOf, spendingAuthority } from '../../runtime/context.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import type { AuditLogInvocation } from '../invocation/rules.ts';
import { withWallet } from '../open.ts';
import { printTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';

const REASONS: Record<Reason, string> = {
  user: 'you approved',
  yes: '--yes',
  allowance: 'within an allowance',
  'maker-rules': 'maker rules',
  command: 'the command',
};

/** Shows what keys were used for, or checks the log. @throws AuditError when it does not hold. */
export async function auditLog(command: CommandContext, invocation: AuditLogInvocation): Promise<void> {
  const { terminal } = command;
  await withWallet(command, (wallet) => {
    const place = auditPlaceOf(wallet);
    const entries: { readonly index: number; readonly entry: AuditEntry }[] = [];
    const { since = { kind: 'time', seconds: 0 } } = invocation;
    const from = since.kind === 'time' ? since.seconds : wallet.now() - since.seconds;
    const reading = readLog(place, wallet.store.state.audit, (entry, index) => {
      if (!invocation.verify && entry.at >= from) entries.push({ index, entry });
    });
    const { network } = wallet.store.state;
    if (invocation.verify) verdict(terminal, reading);
    else
      show(
        terminal,
        entries.map(({ index, entry }) => ({ index, ...readable(entry, network) })),
      );
    if (reading.torn) terminal.note('A crash left half a line at the end; the next act cuts it off.');
    if (reading.fault !== null) throw tampered(place.file, reading.fault);
    terminal.data({
      holding: reading.holding,
      ...(invocation.verify
        ? {}
        : { entries: entries.map(({ index, entry }) => ({ index, ...readable(entry, network) })) }),
    });
    return Promise.resolve();
  });
}

function verdict(terminal: Terminal, { holding, fault }: LogReading): void {
  if (fault === null) terminal.line(`All ${holding} entries hold.`);
  else terminal.line(`The first ${holding} entries hold, and then: ${fault}.`);
}

/** Puts the log aside, whatever it is, and lets the wallet begin a new one. What it counted is forgotten with it. */
export async function restartAuditLog(command: CommandContext): Promise<void> {
  const { terminal, options } = command;
  await withWallet(command, async (wallet) => {
    const { file } = auditPlaceOf(wallet);
    await confirm('Begin a new audit log? Hourly and daily limits begin anew with it.', options);
    const aside = existsSync(file) ? `${file}.${wallet.now()}` : null;
    if (aside !== null) renameSync(file, aside);
    const { entries, head } = wallet.store.state.audit;
    await wallet.store.commit((draft) => {
      draft.audit = { ...BEGINNING };
    });
    // Whoever restarts it leaves a trace: how much there was before, and what it ended with.
    await spendingAuthority(wallet).change({ outcome: 'restarted', entries, head }, () => undefined);
    terminal.line(aside === null ? 'A new log begins.' : `A new log begins; the old one is ${aside}.`);
    terminal.data({ restarted: true, aside });
  });
}

/** An entry with addresses instead of scripts. */
type Readable = AuditEntry & { readonly addresses: readonly string[] };

function readable(entry: AuditEntry, network: Network): Readable {
  const scripts = entry.outcome === 'allowed' ? entry.destinations : [];
  return { ...entry, addresses: scripts.map((script) => addressText(script, network)) };
}

function addressText(script: string, network: Network): string {
  try {
    return addressOfScript(fromHex(script), network);
  } catch (error) {
    if (isJmError(error)) return `script ${script}`;
    throw error;
  }
}

function show(terminal: Terminal, entries: readonly (Readable & { readonly index: number })[]): void {
  const head = ['#', 'time (UTC)', 'what', 'amount/btc', 'miner fee', 'cj fee', 'why', 'rules', 'about'];
  printTable(terminal, head, () => entries.map(rowOf), [0, 3, 4, 5]);
}

function rowOf(entry: Readable & { readonly index: number }): string[] {
  return [String(entry.index), timeText(entry.at), ...rowBehindTime(entry)];
}

/** From `what` on. */
function rowBehindTime(entry: Readable): string[] {
  switch (entry.outcome) {
    case 'allowed': {
      const { act, amount, minerFee, coinjoinFee, reason, rules, addresses } = entry;
      const about = [visibleAscii(entry.subject), ...addresses.map((address) => `to ${address}`)].join(' ');
      const cost = [formatBitcoin(BigInt(amount)), minerFee, coinjoinFee];
      return [act, ...cost, REASONS[reason], rules ?? 'none', about];
    }
    case 'refused': {
      const more = entry.unlogged === 0 ? '' : `, and ${entry.unlogged} more before it`;
      return [entry.act, '', '', '', `refused by ${entry.rule}${more}`, '', visibleAscii(entry.subject)];
    }
    case 'rules':
      return ['rules accept', '', '', '', '', nameOf(entry.after), `in place of ${nameOf(entry.before)}`];
    case 'allowance': {
      const until = `without asking until ${timeText(entry.until)}`;
      return ['allow', formatBitcoin(BigInt(entry.upTo)), '', '', '', '', until];
    }
    case 'allowances-ended':
      return ['allow --end', '', '', '', '', '', `${entry.count} taken back`];
    case 'restarted':
      return ['audit-log --restart', '', '', '', '', '', `${entry.entries} entries were put aside`];
  }
}

function nameOf(digest: string | null): string {
  return digest === null ? 'none' : shortId(digest);
}

function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
