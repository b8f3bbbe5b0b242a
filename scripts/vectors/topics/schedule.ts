import { formatSchedule, parseSchedule, type ScheduleEntry } from '../../../shared/jm/schedule.ts';
import { compare, listOf, outcome, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

/** What the reference reads and we refuse, with the reason. */
const STRICTER: Readonly<Record<string, string>> = {
  '0,-5,3,bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4,-1,16,0\n': 'negative amount and waiting time',
  '0,0.000000001,3,INTERNAL,1e3,16,0\n': 'exponent',
  '-1,5,0,INTERNAL,0,0,2\n': 'negative mixdepth, no maker, no figure, unknown flag',
};

type RecordedEntry = readonly [number, number, number, string, number, number, number | string];

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'parse')) yield* checkParse(recorded);
  for (const [number, recorded] of listOf(file, 'tumble_examples_not_deterministic').entries()) {
    yield* checkTumble(`tumble ${number}`, recorded);
  }
}

function* checkParse(recorded: Recorded): Iterable<CaseResult> {
  const text = textOf(recorded, 'file');
  const [accepted, entries] = recorded['result'] as [boolean, readonly RecordedEntry[]];
  const parsed = outcome(() => parseSchedule(text, 'mainnet'));
  const reason = STRICTER[text];
  if (!accepted || reason !== undefined) {
    yield compare(
      `${JSON.stringify(text)} is refused${reason === undefined ? '' : `: ${reason}`}`,
      parsed,
      'refused',
    );
    return;
  }
  yield compare(JSON.stringify(text), Array.isArray(parsed) ? parsed.map(plain) : parsed, entries);
  const written = outcome(() => formatSchedule(parseSchedule(text, 'mainnet')));
  yield compare(`${JSON.stringify(text)} written`, written, recorded['to_text']);
}

/** A schedule that the reference's tumbler made is read and written without a change. */
function* checkTumble(name: string, recorded: Recorded): Iterable<CaseResult> {
  const entries = recorded['schedule'] as readonly RecordedEntry[];
  const text = entries.map((entry) => entry.join(',')).join('\n');
  const parsed = outcome(() => parseSchedule(text, 'mainnet'));
  yield compare(name, Array.isArray(parsed) ? parsed.map(plain) : parsed, entries);
  const again = outcome(() =>
    parseSchedule(formatSchedule(parseSchedule(text, 'mainnet')), 'mainnet').map(plain),
  );
  yield compare(`${name} written and read again`, again, entries);
}

/** An entry in the reference's form. */
function plain({
  mixdepth,
  amount,
  makers,
  destination,
  wait,
  rounding,
  progress,
}: ScheduleEntry): RecordedEntry {
  const value =
    amount.kind === 'fraction' ? amount.fraction : amount.kind === 'sats' ? Number(amount.sats) : 0;
  const completed = progress.state === 'broadcast' ? progress.txid : progress.state === 'done' ? 1 : 0;
  return [mixdepth, value, makers, destination, wait, rounding, completed];
}
