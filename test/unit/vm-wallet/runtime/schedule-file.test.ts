import test from 'ava';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ScheduleError } from '../../../../shared/jm/schedule.ts';
import {
  isSameSchedule,
  readSchedule,
  scheduleOf,
  writeProgress,
} from '../../../../vm-wallet/runtime/schedule-file.ts';
import { scheduledEntry } from '../../../../vm-wallet/tumbler/new-tumble.ts';
import { TumblerError } from '../../../../vm-wallet/tumbler/tumbler-error.ts';
import { DESTINATIONS } from '../../../fixtures/tumble.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const TXID = 'ab'.repeat(32);
const TEXT = `# mine\n0,0.25,9,INTERNAL,34.55,16,0\n0,0,5,${DESTINATIONS[0]},0.0,16,${TXID}\r\n\n`.replace(
  '\n\n',
  '\n',
);

test('progress is written back into field 7, and nothing else changes', (t) => {
  const file = path.join(temporaryFolder(t), 'schedule');
  writeFileSync(file, TEXT);
  const [first, second] = readSchedule(file, 'regtest').map(scheduledEntry);
  if (first === undefined || second === undefined) throw new Error('two entries were written');
  t.is(second.status, 'broadcast');
  writeProgress(file, [
    { ...first, status: 'broadcast', txids: ['cd'.repeat(32), TXID] },
    { ...second, status: 'done' },
  ]);
  t.is(
    readFileSync(file, 'utf8'),
    `# mine\n0,0.25,9,INTERNAL,34.55,16,${TXID}\n0,0,5,${DESTINATIONS[0]},0.0,16,1\n`,
  );
  t.false(existsSync(`${file}.new`));
  writeProgress(file, [{ ...first, status: 'signing' }, second]);
  t.regex(readFileSync(file, 'utf8'), /16,0\n/u);
});

test('a file that says it already is not written again', (t) => {
  const file = path.join(temporaryFolder(t), 'schedule');
  writeFileSync(file, TEXT.replace('\r', ''));
  const before = statSync(file).ino;
  writeProgress(file, readSchedule(file, 'regtest').map(scheduledEntry));
  t.is(statSync(file).ino, before);
});

test('progress does not make another schedule, anything else does', (t) => {
  const file = path.join(temporaryFolder(t), 'schedule');
  writeFileSync(file, TEXT);
  const entries = readSchedule(file, 'regtest');
  const kept = entries.map(scheduledEntry).map((entry) => ({ ...entry, status: 'done' as const }));
  t.true(isSameSchedule(entries, scheduleOf(kept, 'regtest')));
  for (const changed of [
    { makers: 8 },
    { wait: 3 },
    { mixdepth: 4 },
    { amount: '0.26' },
    { rounding: 3 },
    { destination: DESTINATIONS[1] },
  ]) {
    const other = kept.map((entry, number) => (number === 0 ? { ...entry, ...changed } : entry));
    t.false(isSameSchedule(entries, scheduleOf(other, 'regtest')));
  }
  t.false(isSameSchedule(entries, scheduleOf(kept.slice(1), 'regtest')));
});

test('what is no schedule is refused with the line', (t) => {
  const file = path.join(temporaryFolder(t), 'schedule');
  t.throws(() => readSchedule(file, 'regtest'), { instanceOf: TumblerError, code: 'schedule-missing' });
  writeFileSync(file, `${TEXT}0,0,5\n`);
  t.throws(() => readSchedule(file, 'regtest'), { instanceOf: ScheduleError, message: /^Line 4 /u });
});
