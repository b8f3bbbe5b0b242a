import { existsSync, renameSync } from 'node:fs';
import { addressOfScript } from '../../../shared/bitcoin/address.ts';
import { formatBitcoin } from '../../../shared/bitcoin/amount.ts';
import type { Network } from '../../../shared/bitcoin/network.ts';
import { fromHex } from '../../../shared/crypto/bytes.ts';
import { isJmError } from '../../../shared/errors.ts';
import { tampered } from '../../audit/audit-error.ts';
import { BEGINNING } from '../../audit/audit-line.ts';
import type { AuditEntry, Reason } from '../../audit/entry.ts';
import { readLog, type LogReading } from '../../audit/read-log.ts';
import { auditPlaceOf } from '../../runtime/context.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import type { AuditLogInvocation } from '../invocation/rules.ts';
import { withWallet } from '../open.ts';
import { printTable } from '../print-lines.ts';
import { printable, type Terminal } from '../terminal.ts';

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
    await wallet.store.commit((draft) => {
      draft.audit = { ...BEGINNING };
    });
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
  const time = new Date(entry.at * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const about = [printable(entry.subject), ...entry.addresses.map((address) => `to ${address}`)].join(' ');
  const start = [String(entry.index), time, entry.act];
  if (entry.outcome === 'refused') {
    const more = entry.unlogged === 0 ? '' : `, and ${entry.unlogged} before it`;
    return [...start, '', '', '', `refused by ${entry.rule}${more}`, '', about];
  }
  const { amount, minerFee, coinjoinFee, reason, rules } = entry;
  return [
    ...start,
    formatBitcoin(BigInt(amount)),
    minerFee,
    coinjoinFee,
    REASONS[reason],
    rules ?? 'none',
    about,
  ];
}
