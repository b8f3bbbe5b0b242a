import test from 'ava';
import { sats } from '../../../shared/bitcoin/amount.ts';
import { parseConfig } from '../../../shared/config/joinmarket-cfg.ts';
import { locktimeOf, timeNumberOfMonth } from '../../../shared/jm/bond/time-number.ts';
import { DEFAULT_PERIODS } from '../../../vm-wallet/bonds/certificate-request.ts';
import { valueOverTime } from '../../../vm-wallet/bonds/value-over-time.ts';
import { bondDate, valueText } from '../../../vm-wallet/cli/bond-text.ts';
import { MAX_PERIODS } from '../../../vm-wallet/rules/bond-certificate.ts';
import { fences, links, project, read, spans } from '../../fixtures/page.ts';
import { invocationOf } from '../../fixtures/wallet-commands.ts';
import { existsSync } from 'node:fs';
import path from 'node:path';

const PAGE = read('docs/bonds.md');
/** What stands for something on the page. */
const MEANT: Readonly<Record<string, string>> = {
  '02ab...ef': `02${'ab'.repeat(32)}`,
  'TXID:VOUT': `${'cd'.repeat(32)}:0`,
};

const commands = [...fences(PAGE, '').flatMap((block) => block.split('\n')), ...spans(PAGE)]
  .map((line) => line.replace(/^\$ /u, '').replace(/\s+#.*$/u, ''))
  .filter((line) => /^jm-wallet (bond|maker|psbt) \S/u.test(line));

test('every command of the page is one', async (t) => {
  t.true(commands.length >= 14);
  for (const command of commands) {
    const words = command.split(' ').slice(1);
    await t.notThrowsAsync(invocationOf(...words.map((word) => MEANT[word] ?? word)), command);
  }
});

const { policy } = parseConfig('');
const FUNDED = Date.UTC(2026, 10, 21, 18) / 1000;

function lifeOf(value: number, month: string) {
  const locktime = locktimeOf(timeNumberOfMonth(month));
  const { interestRate, bondValueExponent: exponent } = policy;
  return valueOverTime({ value: sats(value), confirmedAt: FUNDED, locktime, interestRate, exponent });
}

test('the worked example is what the calculator says', (t) => {
  for (const { what, at, value } of lifeOf(50_000_000, '2028-12')) {
    t.regex(PAGE, new RegExp(`^  ${what} +${bondDate(at)} +${valueText(value).replace('+', '\\+')}$`, 'mu'));
  }
  const longer = lifeOf(50_000_000, '2030-12')[0]?.value ?? 0;
  t.true(PAGE.includes(valueText(longer)));
  const ratio =
    (lifeOf(50_000_000, '2028-12')[0]?.value ?? 0) / (lifeOf(25_000_000, '2028-12')[0]?.value ?? 1);
  t.true(PAGE.includes(`${ratio.toFixed(2)} times`));
});

test('the limits of the page are those of the code, and its links lead somewhere', (t) => {
  t.true(PAGE.includes(`\`--periods 1\` to \`--periods ${MAX_PERIODS}\``));
  t.true(PAGE.includes(`holds for ${DEFAULT_PERIODS} periods`));
  t.is(policy.bondlessMakersAllowance, 1 / 8);
  for (const link of links(PAGE)) {
    t.true(existsSync(path.join(project, 'docs', link)), link);
  }
});
