import test, { type ExecutionContext } from 'ava';
import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { BEGINNING, type ChainPosition } from '../../../../vm-wallet/audit/audit-line.ts';
import { AuditLog, type AuditPlace } from '../../../../vm-wallet/audit/audit-log.ts';
import { readLog } from '../../../../vm-wallet/audit/read-log.ts';
import { allowedEntry, auditPlace } from '../../../fixtures/audit-log.ts';

const ENTRIES = 12;

interface Written {
  readonly place: AuditPlace;
  readonly known: ChainPosition;
  readonly lines: readonly string[];
}

function written(t: ExecutionContext): Written {
  const place = auditPlace(t);
  const { log } = AuditLog.open(place, BEGINNING, () => false);
  for (let index = 0; index < ENTRIES; index += 1) {
    log.append(allowedEntry({ at: index, subject: 'x'.repeat(index * 9) }));
  }
  return { place, known: log.position, lines: readFileSync(place.file, 'latin1').split('\n').slice(0, -1) };
}

/** Where a log first differs is where it is said to end; and no act goes on from it. */
function assertFound(t: ExecutionContext, { place, known }: Written, content: string, holding: number): void {
  writeFileSync(place.file, content, 'latin1');
  const reading = readLog(place, known);
  t.not(reading.fault, null);
  t.is(reading.holding, holding);
  t.throws(() => AuditLog.open(place, known, () => true), { code: 'audit-tampered' });
}

const position = fc.nat(ENTRIES - 1);
const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

test('any byte that is changed is found', (t) => {
  const log = written(t);
  const content = joined(log.lines);
  fc.assert(
    fc.property(fc.nat(content.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bytes = Buffer.from(content, 'latin1');
      bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
      const holding = content.slice(0, at).split('\n').length - 1;
      assertFound(t, log, bytes.toString('latin1'), holding);
    }),
    { numRuns: 400 },
  );
});

test('any line that is removed, doubled or cut short is found', (t) => {
  const log = written(t);
  fc.assert(
    fc.property(position, fc.nat(100), (at, length) => {
      const line = log.lines[at] ?? '';
      assertFound(t, log, joined(log.lines.toSpliced(at, 1)), at);
      assertFound(t, log, joined(log.lines.toSpliced(at, 0, line)), at + 1);
      assertFound(t, log, joined(log.lines.with(at, line.slice(0, length))), at);
    }),
  );
});

test('any two lines that change places are found', (t) => {
  const log = written(t);
  fc.assert(
    fc.property(position, position, (one, other) => {
      fc.pre(one !== other);
      const swapped = log.lines.with(one, log.lines[other] ?? '').with(other, log.lines[one] ?? '');
      assertFound(t, log, joined(swapped), Math.min(one, other));
    }),
  );
});

test('a log that is cut off anywhere is found', (t) => {
  const log = written(t);
  const content = joined(log.lines);
  fc.assert(
    fc.property(fc.nat(content.length - 1), (length) => {
      const rest = content.slice(0, length);
      assertFound(t, log, rest, rest.split('\n').length - 1);
    }),
  );
});
