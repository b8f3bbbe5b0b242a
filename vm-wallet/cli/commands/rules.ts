import { visible } from '../../../shared/visible-text.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { spendingAuthority } from '../../runtime/context.ts';
import { RulesFileError } from '../../rules/spending/read-rules.ts';
import {
  rulesDigest,
  rulesFileIn,
  rulesId,
  rulesOf,
  rulesText,
} from '../../rules/spending/rules-in-force.ts';
import {
  MEASURE_KEYS,
  MEASURES,
  SPANS,
  type Measure,
  type SpendingRules,
} from '../../rules/spending/spending-rules.ts';
import type { Usage } from '../../rules/spending/usage.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import type { RulesCheckInvocation } from '../invocation/rules.ts';
import { readConfig, withWallet } from '../open.ts';
import { table } from '../table.ts';
import { amountText, type Terminal } from '../terminal.ts';
import { warn } from '../warn.ts';

/** Shows what is in force, and how much of it is used. */
export async function rules(command: CommandContext): Promise<void> {
  const { terminal } = command;
  await withWallet(command, (wallet) => {
    const { store, dataDir } = wallet;
    const { rules: accepted, network } = store.state;
    const file = rulesFileIn(dataDir);
    const differs = rulesText(file) !== (accepted?.text ?? null);
    const inForce = rulesOf(accepted?.text ?? null, network);
    const rows = capRows(inForce, spendingAuthority(wallet).used());
    if (accepted === null) terminal.line('No spending rules are in force.');
    else {
      terminal.line(`In force since ${dateText(accepted.at)}, as ${rulesId(accepted.text)}:`);
      for (const line of accepted.text.trimEnd().split('\n')) terminal.line(`  ${visible(line)}`);
    }
    if (rows.length > 0) terminal.line();
    for (const line of table([['limit', 'used', 'of'], ...rows.map(rowText)], [1, 2]).slice(
      rows.length > 0 ? 0 : 1,
    )) {
      terminal.line(line);
    }
    if (differs) {
      warn(terminal, `${file} is not what is in force; nothing is signed.`);
      terminal.note('Run "jm-wallet rules accept".');
    }
    terminal.data({
      text: accepted?.text ?? null,
      id: accepted === null ? null : rulesId(accepted.text),
      acceptedAt: accepted?.at ?? null,
      differs,
      caps: rows,
    });
    return Promise.resolve();
  });
}

/** Puts the file into force, when the user agrees to what changes. @throws RulesFileError */
export async function acceptRules(command: CommandContext): Promise<void> {
  const { terminal, options } = command;
  await withWallet(command, async (wallet: WalletContext) => {
    const { store, dataDir, now } = wallet;
    const text = rulesText(rulesFileIn(dataDir));
    const before = store.state.rules?.text ?? null;
    rulesOf(text, store.state.network);
    if (text === before) {
      terminal.line('Nothing changes.');
      terminal.data({ changed: false });
      return;
    }
    for (const line of changedLines(terminal, before ?? '', text ?? '')) terminal.note(line);
    if (text === null) terminal.note('There is no file: from now on nothing is limited.');
    await confirm('Put this into force?', options);
    const change = { outcome: 'rules', before: digestOf(before), after: digestOf(text) } as const;
    await spendingAuthority(wallet).change(change, (draft) => {
      draft.rules = text === null ? null : { text, at: now() };
    });
    const id = text === null ? null : rulesId(text);
    terminal.line(id === null ? 'No spending rules are in force.' : `In force, as ${id}.`);
    terminal.data({ changed: true, id });
  });
}

function digestOf(text: string | null): string | null {
  return text === null ? null : rulesDigest(text);
}

/** Looks whether a file can be understood. @throws RulesFileError */
export function checkRules(command: CommandContext, { file }: RulesCheckInvocation): Promise<void> {
  const { terminal } = command;
  const { network } = readConfig(command);
  const text = rulesText(file);
  if (text === null) throw new RulesFileError('bad-rules-file', `There is no ${file}`);
  const read = rulesOf(text, network);
  const caps = SPANS.reduce((sum, span) => sum + Object.keys(read.caps[span]).length, 0);
  const destinations = read.destinations?.size ?? null;
  terminal.line(
    `${caps} limits, ${destinations ?? 'any'} destinations, role ${read.role}, ${read.quietHours.size} quiet hours.`,
  );
  terminal.data({ caps, destinations, role: read.role, quietHours: [...read.quietHours] });
  return Promise.resolve();
}

interface CapRow {
  readonly span: string;
  readonly measure: Measure;
  readonly used: bigint | null;
  readonly cap: bigint;
}

function capRows(inForce: SpendingRules, used: Readonly<Record<'hour' | 'day', Usage>>): CapRow[] {
  return SPANS.flatMap((span) =>
    MEASURES.flatMap((measure): CapRow[] => {
      const cap = inForce.caps[span][measure];
      if (cap === undefined) return [];
      return [{ span, measure, used: span === 'transaction' ? null : used[span][measure], cap }];
    }),
  );
}

function rowText({ span, measure, used, cap }: CapRow): string[] {
  const isMoney = measure === 'amount' || measure === 'minerFee' || measure === 'coinjoinFee';
  const text = (value: bigint): string => (isMoney ? amountText(value) : value.toString());
  return [`${span} ${MEASURE_KEYS[measure]}`, used === null ? '' : text(used), text(cap)];
}

/** Lines that only one of two texts has. */
function changedLines(terminal: Terminal, before: string, after: string): string[] {
  const [old, fresh] = [linesIn(before), linesIn(after)];
  return [
    ...without(old, fresh).map((line) => terminal.paint('red', `- ${visible(line)}`)),
    ...without(fresh, old).map((line) => terminal.paint('green', `+ ${visible(line)}`)),
  ];
}

/** Each line with its section, without which `amount = 1` says little. */
function linesIn(text: string): string[] {
  let section = '';
  return text.split(/\r\n|\r|\n/u).flatMap((line) => {
    const content = line.trim();
    if (content.startsWith('[')) section = content;
    return content === '' || content.startsWith('[') ? [] : [`${section} ${content}`.trim()];
  });
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return lines.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function dateText(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
