import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import type { Coin } from '../../../../vm-wallet/coins/coin.ts';
import { permitPsbt } from '../../../../vm-wallet/rules/gate.ts';
import { PSBT_RULES, type PsbtFacts, type PsbtInputFacts } from '../../../../vm-wallet/rules/psbt.ts';
import { brokenRules, coinAt, serialized, strangeOutpoint, strangeScript } from '../../../fixtures/spend.ts';

const OURS = [
  coinAt({ mixdepth: 0, branch: 0, index: 0 }, 60_000),
  coinAt({ mixdepth: 0, branch: 1, index: 1 }, 50_000),
];
const THEIRS = { ...strangeOutpoint(0xffff_ffff), value: sats(40_000), script: strangeScript(4) };
const FEE = 2000n;
/** Three inputs and one output of p2wpkh. */
const VSIZE = 246;
const RAW = serialized({
  version: 2,
  locktime: 0,
  inputs: [...OURS, THEIRS].map((input) => ({ ...input, sequence: 0xffff_fffd })),
  outputs: [{ script: strangeScript(1), value: 150_000n - FEE }],
});

const statedOf = ({ value, scriptPubKey }: Coin) => ({ value, script: scriptPubKey });

function facts(
  alter: (input: PsbtInputFacts, index: number) => Partial<PsbtInputFacts> = () => ({}),
  more: Partial<PsbtFacts> = {},
): PsbtFacts {
  const inputs: PsbtInputFacts[] = [
    ...OURS.map((coin) => ({ coin, stated: [statedOf(coin)], sighash: 1 })),
    { coin: null, stated: [THEIRS], sighash: null },
  ];
  return {
    raw: RAW,
    inputs: inputs.map((input, index) => ({ ...input, ...alter(input, index) })),
    isLeased: () => false,
    isOwnScript: () => false,
    maxFeeRate: Math.ceil((Number(FEE) * 1000) / VSIZE),
    ...more,
  };
}

/** Facts in which each of our coins is changed. */
const withCoins = (change: (coin: Coin, index: number) => Partial<Coin>): PsbtFacts =>
  facts(({ coin }, index) => ({ coin: coin === null ? null : { ...coin, ...change(coin, index) } }));

const broken: Record<string, PsbtFacts> = {
  'psbt-inputs': withCoins((_coin, index) => ({ vout: index })),
  'psbt-own-input': facts(() => ({ coin: null })),
  'psbt-one-mixdepth': withCoins((coin, index) => ({ path: { ...coin.path, mixdepth: index } })),
  'psbt-frozen': withCoins(() => ({ frozen: true })),
  'psbt-leased': facts(undefined, { isLeased: () => true }),
  'psbt-script': withCoins(() => ({ locktime: 1 })),
  'psbt-own-amounts': facts(({ stated: [first], coin }) =>
    coin === null || first === undefined ? {} : { stated: [first, { ...first, value: sats(1) }] },
  ),
  'psbt-other-amounts': facts(({ coin, stated: [first] }) =>
    coin !== null || first === undefined ? {} : { stated: [first, { ...first, value: sats(1) }] },
  ),
  'psbt-sighash': facts(() => ({ sighash: 0x81 })),
  'psbt-fee-rate': facts(undefined, { maxFeeRate: Math.floor((Number(FEE) * 1000) / VSIZE) }),
};

const brokenBy = (one: PsbtFacts): string[] =>
  brokenRules(PSBT_RULES, { ...one, transaction: parseTransaction(one.raw) });

test('the base case passes, with the fee rate just reached', (t) => {
  t.deepEqual(permitPsbt(facts()).coins, OURS);
});

test('each rule has a case', (t) => {
  t.deepEqual(
    Object.keys(broken),
    PSBT_RULES.map(({ name }) => name),
  );
});

for (const [name, broke] of Object.entries(broken)) {
  test(`only this rule refuses: ${name}`, (t) => {
    t.deepEqual(brokenBy(broke), [name]);
    t.throws(() => permitPsbt(broke), { code: `rule-${name}` });
  });
}

test('a lie about the script of a coin of ours is one about the coin, and silence is none', (t) => {
  const script = strangeScript(8);
  const lied = facts(({ coin, stated: [first] }) =>
    coin === null || first === undefined ? {} : { stated: [{ ...first, script }] },
  );
  t.deepEqual(brokenBy(lied), ['psbt-own-amounts']);
  t.deepEqual(brokenBy(facts(({ coin }) => (coin === null ? {} : { stated: [], sighash: null }))), []);
});

test('others have to say what their inputs are worth, and no more may go out than comes in', (t) => {
  t.true(brokenBy(facts(({ coin }) => (coin === null ? { stated: [] } : {}))).includes('psbt-other-amounts'));
  const poor = facts(({ coin }) => (coin === null ? { stated: [{ ...THEIRS, value: sats(1) }] } : {}));
  t.deepEqual(brokenBy(poor), ['psbt-fee-rate']);
});
