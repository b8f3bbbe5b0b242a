import test from 'ava';
import { applyBaseline, BaselineError, dayOf, parseBaseline } from '../../../../scripts/audit/baseline.ts';
import { formatFindings } from '../../../../scripts/audit/report.ts';
import { early, findingsOf } from '../../../fixtures/broken-set-up.ts';

const ACCEPTED = {
  id: 'P04',
  shows: 'jm-wallet → vault, x.Y',
  reason: 'files go to the vault by hand',
  expires: '2027-02-28',
};
const findings = findingsOf({ policy: early('x.Y * @anyvm vault ask') });
const read = (...changes: readonly object[]): ReturnType<typeof parseBaseline> =>
  parseBaseline(JSON.stringify(changes.map((change) => ({ ...ACCEPTED, ...change }))));

test('a risk is accepted up to and on its last day, and counts again on the next', (t) => {
  t.deepEqual(
    findings.map(({ id }) => id),
    ['P04'],
  );
  for (const [today, counted] of [
    ['2027-02-27', 0],
    ['2027-02-28', 0],
    ['2027-03-01', 1],
  ] as const) {
    const judged = applyBaseline(findings, read({}), today);
    t.is(judged.findings.length, counted, today);
    t.is(judged.accepted.length, 1 - counted, today);
  }
});

test('only the same check with the same start is accepted', (t) => {
  for (const change of [{ id: 'P03' }, { shows: 'jm-wallet → work' }, { shows: 'vault' }]) {
    t.is(applyBaseline(findings, read(change), '2027-01-01').findings.length, 1);
  }
  t.is(applyBaseline(findings, read({ expires: '2026-01-01' }, {}), '2027-01-01').accepted.length, 1);
});

test('accepted risks stand apart in the report, with their reason', (t) => {
  const judged = applyBaseline(findings, read({}), '2027-01-01');
  const report = formatFindings(judged, { colour: false, fromInside: false });
  t.regex(report, /^No findings/u);
  t.regex(
    report,
    /accepted {2}P04 {2}jm-wallet → vault.*\n\s+until 2027-02-28: files go to the vault by hand\n/u,
  );
  t.regex(report, /\n1 accepted\n$/u);
});

test('a report with facts from inside ends with what they are worth', (t) => {
  const none = { findings: [], accepted: [] };
  const told = formatFindings(none, { colour: false, fromInside: true });
  t.regex(told, /\nWhat the VMs told of themselves can prove failure, never health: they may lie\.\n$/u);
  t.notRegex(formatFindings(none, { colour: false, fromInside: false }), /never health/u);
});

test('the day is that of UTC', (t) => {
  t.is(dayOf(new Date('2027-02-28T23:59:59Z')), '2027-02-28');
  t.is(dayOf(new Date('2027-03-01T00:00:00Z')), '2027-03-01');
});

for (const [title, change] of Object.entries({
  'no reason': { reason: '' },
  'a blank reason': { reason: ' ' },
  'a start that fits everything': { shows: '' },
  'a day that does not exist': { expires: '2027-02-29' },
  'a day in another notation': { expires: '28.2.2027' },
  'a month that does not exist': { expires: '2027-13-01' },
  'another field': { severity: 'low' },
  'an unknown kind of number': { id: 'p4' },
})) {
  test(`a baseline with ${title} is refused`, (t) => {
    const error = t.throws(() => read(change), { instanceOf: BaselineError });
    t.is(error.code, 'baseline-unreadable');
  });
}

test('what is no JSON list is refused', (t) => {
  for (const text of ['', '{}', '[1]', 'null'])
    t.throws(() => parseBaseline(text), { instanceOf: BaselineError });
});
