import test, { type ExecutionContext } from 'ava';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import { AuditError } from '../../../../vm-wallet/audit/audit-error.ts';
import { BEGINNING, type ChainPosition } from '../../../../vm-wallet/audit/audit-line.ts';
import { AuditLog, type AuditPlace } from '../../../../vm-wallet/audit/audit-log.ts';
import { decodeEntry } from '../../../../vm-wallet/audit/entry.ts';
import { readLog } from '../../../../vm-wallet/audit/read-log.ts';
import { allowedEntry, auditPlace } from '../../../fixtures/audit-log.ts';

const all = (): boolean => true;
const none = (): boolean => false;
const TAMPERED = { instanceOf: AuditError, code: 'audit-tampered' };

/** A log with so many entries, and where it ended after each. */
function logWith(t: ExecutionContext, count: number): { place: AuditPlace; ends: readonly ChainPosition[] } {
  const place = auditPlace(t);
  const { log } = AuditLog.open(place, BEGINNING, all);
  const ends = Array.from({ length: count }, (_unused, index) => {
    log.append(allowedEntry({ at: index }));
    return log.position;
  });
  return { place, ends };
}

const endOf = (ends: readonly ChainPosition[]): ChainPosition => ends.at(-1) ?? BEGINNING;

test('what was appended is read back, the newest first, and nobody else can read it', (t) => {
  const { place, ends } = logWith(t, 3);
  const { log, entries } = AuditLog.open(place, endOf(ends), all);
  t.deepEqual(
    entries.map(({ at }) => at),
    [2, 1, 0],
  );
  t.deepEqual(log.position, endOf(ends));
  t.is(statSync(place.file).mode & 0o777, 0o600);
  t.false(readFileSync(place.file, 'latin1').includes('payment'));
});

test('only as much is read as is wanted', (t) => {
  const { place, ends } = logWith(t, 400);
  const { entries } = AuditLog.open(place, endOf(ends), ({ at }) => at >= 397);
  t.is(entries.length, 3);
  // What is wrong far behind costs no act its time: --verify finds it.
  const content = readFileSync(place.file);
  content.set([0x20], 10);
  writeFileSync(place.file, content);
  t.notThrows(() => AuditLog.open(place, endOf(ends), none));
  t.is(readLog(place, endOf(ends)).holding, 0);
});

/** A log of two lines as the version before wrote it: sealed by the key of 32 sevens. */
const OLD = {
  known: { entries: 2, head: 'b857235591772380b0f70f13495739bd07711b3f5debff3cbf7cdd769848e398' },
  lines: [
    '1 513aabc7a647841d7a01806d533805a2c6a8f37ba82724d80ed751285fa2e598 Zw5uJglq3V7LM7J1bRos/WV7PyPihzue5ZwQMMglOKdfYVFZ0bQoFBJ9ht2mQDF8Sv1xWDrdTPNTQMYaK10W3KSUdCKz2ENeaEg+9TgrFDWFPq8iMLNLgJR0bxCilftLeNH8g9NwRSfJSH3w2Ftpz/WUaAkDyDJg6fiaRwBN17TJxFPl0gclVxATllThaEdNfjF4PyKrIyfolnyHJUPbggZsQtVW12cCYedCqJa33C/egXqWWLsqSrKBboMRBfoE7W0LaKscH7aySLbMtGmKgQGC8a/TifovxyPhQ29fF/Ibx9bwALA1TD90guLl6jxbPplNqJhLsbi98UqmF09R415jYZy0mK21YVsOe1ieYjonaAMFY9P4XdQonX7XEpsA8qMniSRhfvyppyVaOqIUrblesEHc6M9ZTTdugyQUqIDpDCxt719H39Gn6cqhwHFWUlASgMklurnVY5XkeD/mWA==',
    '2 b857235591772380b0f70f13495739bd07711b3f5debff3cbf7cdd769848e398 Zyy1HlQyXSVT1IPwUHd/fV/z/D0+Zs8zBqpT9xulArgNddjDAlQ2czzByTd6ZYh+rwCH7yoA6WWxG270NSd/CKSQjnqTwfAVK37soT7Fg2jEQiGfKqUQlXAR7sdIHjmsvKf0IzJ1BxfGXE5QbHWKYIMBYVVU7IN8FPftGvkH0I4ehlnbs/JYrRZGmXwEQS+YoQTuVj6IYdwGIT1F/+6xd09NM6hZTU/LbQiodCjzPlwC3eYVIk/k7YU=',
  ],
};

test('the log of an older version holds, and goes on', (t) => {
  const place = auditPlace(t);
  mkdirSync(path.dirname(place.file));
  writeFileSync(place.file, OLD.lines.map((line) => `${line}\n`).join(''));
  const acts: string[] = [];
  const reading = readLog(place, OLD.known, (entry) => acts.push(entry.outcome));
  t.deepEqual(reading, { holding: 2, fault: null, torn: false });
  t.deepEqual(acts, ['allowed', 'refused']);
  const { log, entries } = AuditLog.open(place, OLD.known, all);
  t.is(entries.length, 2);
  log.append({ outcome: 'rules', at: 1, blockTime: 1, before: null, after: '11'.repeat(32) });
  log.append({ outcome: 'allowance', at: 2, blockTime: 1, upTo: '1000', until: 3 });
  log.append({ outcome: 'allowances-ended', at: 3, blockTime: 1, count: 1 });
  log.append({ outcome: 'restarted', at: 4, blockTime: 1, ...OLD.known });
  t.deepEqual(readLog(place, log.position), { holding: 6, fault: null, torn: false });
});

test('an entry that no version writes does not hold', (t) => {
  const dated = { at: 1, blockTime: 1 };
  for (const odd of [
    { ...dated, outcome: 'rules', before: null, after: '11' },
    { ...dated, outcome: 'rules', before: null },
    { ...dated, outcome: 'allowance', upTo: '-1', until: 3 },
    { ...dated, outcome: 'allowance', upTo: '1', until: 3, more: true },
    { ...dated, outcome: 'allowances-ended', count: 1.5 },
    { ...dated, outcome: 'restarted', entries: 1, head: null },
    { ...dated, outcome: 'something else' },
  ]) {
    t.is(decodeEntry(utf8(JSON.stringify(odd))), null, JSON.stringify(odd));
  }
});

test('a log that is ahead of the wallet file by whole entries goes on', (t) => {
  const { place, ends } = logWith(t, 4);
  for (const known of [BEGINNING, ...ends]) {
    const { log } = AuditLog.open(place, known, none);
    t.deepEqual(log.position, endOf(ends));
  }
  const { log } = AuditLog.open(place, ends[1] ?? BEGINNING, none);
  log.append(allowedEntry());
  t.deepEqual(readLog(place, log.position), { holding: 5, fault: null, torn: false });
});

test('a log that is behind the wallet file, or gone, is refused', (t) => {
  const { place, ends } = logWith(t, 2);
  const lines = readFileSync(place.file, 'latin1').split('\n');
  writeFileSync(place.file, `${lines[0] ?? ''}\n`);
  t.throws(() => AuditLog.open(place, endOf(ends), none), { ...TAMPERED, message: /1 entries, and had 2/u });
  rmSync(place.file);
  t.throws(() => AuditLog.open(place, endOf(ends), none), { ...TAMPERED, message: /missing/u });
  t.is(readLog(place, endOf(ends)).fault, 'the wallet wrote 2 entries; the last ones are missing');
});

test('the log of another wallet, or of another day, is refused', (t) => {
  const { place, ends } = logWith(t, 2);
  t.throws(() => AuditLog.open({ ...place, key: new Uint8Array(32) }, BEGINNING, none), TAMPERED);
  const other = logWith(t, 2);
  const { log } = AuditLog.open(other.place, endOf(other.ends), none);
  log.append(allowedEntry());
  t.throws(() => AuditLog.open(other.place, { ...endOf(ends), head: '11'.repeat(32) }, none), TAMPERED);
  t.regex(readLog(other.place, { entries: 2, head: '11'.repeat(32) }).fault ?? '', /entry 2 is another one/u);
});

test('a line that a crash tore is cut off, wherever it was torn', (t) => {
  const { place, ends } = logWith(t, 2);
  const whole = readFileSync(place.file);
  const first = whole.indexOf(10) + 1;
  for (const length of [first + 1, first + 70, whole.length - 1]) {
    writeFileSync(place.file, whole.subarray(0, length));
    t.true(readLog(place, ends[0] ?? BEGINNING).torn);
    const { log } = AuditLog.open(place, ends[0] ?? BEGINNING, none);
    t.is(statSync(place.file).size, first);
    log.append(allowedEntry());
    t.deepEqual(readLog(place, log.position), { holding: 2, fault: null, torn: false });
  }
});

test('a torn line that the wallet file counts is no crash, and stays for people to look at', (t) => {
  const { place, ends } = logWith(t, 2);
  const { size } = statSync(place.file);
  truncateSync(place.file, size - 1);
  t.throws(() => AuditLog.open(place, endOf(ends), none), TAMPERED);
  t.is(statSync(place.file).size, size - 1);
});

test('what something else writes while the log is open is noticed before the next entry', (t) => {
  const { place, ends } = logWith(t, 1);
  const { log } = AuditLog.open(place, endOf(ends), none);
  appendFileSync(place.file, '\n');
  t.throws(() => {
    log.append(allowedEntry());
  }, TAMPERED);
  t.deepEqual(log.position, endOf(ends));
  const fresh = auditPlace(t);
  const { log: empty } = AuditLog.open(fresh, BEGINNING, none);
  const { log: other } = AuditLog.open(fresh, BEGINNING, none);
  other.append(allowedEntry());
  t.throws(() => {
    empty.append(allowedEntry());
  }, TAMPERED);
});

test('an entry that cannot be written leaves nothing behind', (t) => {
  const { place, ends } = logWith(t, 1);
  const { log } = AuditLog.open(place, endOf(ends), none);
  rmSync(place.file);
  t.throws(
    () => {
      log.append(allowedEntry());
    },
    { instanceOf: AuditError, code: 'audit-write-failed' },
  );
  t.deepEqual(log.position, endOf(ends));
});

test('a log that cannot be opened is an error with a name, not a crash', (t) => {
  const place = auditPlace(t);
  const unwritten = { instanceOf: AuditError, code: 'audit-write-failed' };
  mkdirSync(place.file, { recursive: true });
  t.throws(() => AuditLog.open(place, BEGINNING, none), unwritten);
  const inTheWay = auditPlace(t);
  writeFileSync(path.dirname(inTheWay.file), '');
  const { log } = AuditLog.open(inTheWay, BEGINNING, none);
  t.throws(() => {
    log.append(allowedEntry());
  }, unwritten);
});
