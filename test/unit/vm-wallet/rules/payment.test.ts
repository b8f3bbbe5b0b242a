import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../../../shared/crypto/bytes.ts';
import { permitPayment } from '../../../../vm-wallet/rules/gate.ts';
import { PAYMENT_RULES, type PaymentFacts } from '../../../../vm-wallet/rules/payment.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import { brokenRules, coinAt, serialized, strangeScript, type Draft } from '../../../fixtures/spend.ts';

const COINS = [
  coinAt({ mixdepth: 0, branch: 0, index: 0 }, 60_000),
  coinAt({ mixdepth: 0, branch: 1, index: 1 }, 50_000),
];
const DESTINATIONS = [
  { script: strangeScript(1), value: sats(30_000) },
  { script: strangeScript(2), value: sats(40_000) },
];
const CHANGE = { script: strangeScript(3), value: sats(39_000), foreign: false };
const FEE = 1000;
/** Two inputs and three outputs of p2wpkh. */
const VSIZE = 240;

function facts(
  alter: (draft: Draft) => unknown = () => null,
  more: Partial<PaymentFacts> = {},
): PaymentFacts {
  const draft: Draft = {
    version: 2,
    locktime: 100,
    inputs: COINS.map((coin) => ({ ...coin, sequence: 0xffff_fffd })),
    outputs: [...DESTINATIONS, CHANGE].map((output) => ({ ...output })),
  };
  alter(draft);
  return {
    raw: serialized(draft),
    coins: COINS,
    destinations: DESTINATIONS,
    change: CHANGE,
    isPromised: () => false,
    isOwnScript: (script) => equalBytes(script, CHANGE.script),
    maxMinerFee: sats(FEE),
    maxFeeRate: Math.ceil((FEE * 1000) / VSIZE),
    tipHeight: 100,
    ...more,
  };
}

const swap = ({ outputs: [one, other] }: Draft): void => {
  if (one === undefined || other === undefined) return;
  [one.value, other.value] = [other.value, one.value];
};

const broken: Record<string, PaymentFacts> = {
  'payment-version-and-sequence': facts((draft) => (draft.version = 1)),
  'payment-locktime': facts((draft) => (draft.locktime = 101)),
  'payment-inputs': facts(undefined, {
    coins: [...COINS.slice(0, 1), coinAt({ mixdepth: 0, branch: 0, index: 5 }, 50_000)],
  }),
  'payment-free-coins': facts(undefined, { coins: COINS.map((coin) => ({ ...coin, frozen: true })) }),
  'payment-leased': facts(undefined, { isPromised: () => true }),
  'payment-one-mixdepth': facts(undefined, {
    coins: COINS.map((coin, index) => ({ ...coin, path: { ...coin.path, mixdepth: index } })),
  }),
  'payment-destination': facts(swap),
  'payment-change': facts(undefined, { isOwnScript: () => false }),
  'payment-miner-fee': facts(undefined, { maxMinerFee: sats(FEE - 1) }),
  'payment-fee-rate': facts(undefined, { maxFeeRate: Math.floor((FEE * 1000) / VSIZE) }),
};

const brokenBy = (one: PaymentFacts): string[] =>
  brokenRules(PAYMENT_RULES, { ...one, transaction: parseTransaction(one.raw) });

test('the base case passes, with every limit just reached', (t) => {
  t.deepEqual(permitPayment(facts()).coins, COINS);
});

test('each rule has a case', (t) => {
  t.deepEqual(
    Object.keys(broken),
    PAYMENT_RULES.map(({ name }) => name),
  );
});

for (const [name, broke] of Object.entries(broken)) {
  test(`only this rule refuses: ${name}`, (t) => {
    t.deepEqual(brokenBy(broke), [name]);
    t.throws(() => permitPayment(broke), { instanceOf: RuleError, code: `rule-${name}` });
  });
}

test('a sequence that turns the locktime off is refused, and a timelocked coin', (t) => {
  const last = facts(({ inputs: [input] }) => input !== undefined && (input.sequence = 0xffff_ffff));
  t.deepEqual(brokenBy(last), ['payment-version-and-sequence']);
  const [first, second] = COINS;
  const locked = [first, second].flatMap((coin) => (coin === undefined ? [] : { ...coin, locktime: 1 }));
  t.deepEqual(brokenBy(facts(undefined, { coins: locked })), ['payment-free-coins']);
});

test('a destination gets its amount once, and nobody else gets anything', (t) => {
  const twice = facts(({ outputs }) => outputs.push({ script: strangeScript(1), value: 30_000n }));
  t.true(brokenBy(twice).includes('payment-destination'));
  const another = facts(({ outputs }) => outputs.push({ script: strangeScript(9), value: 1n }));
  t.deepEqual(brokenBy(another).slice(0, 1), ['payment-change']);
  const less = facts(({ outputs: [output] }) => output !== undefined && (output.value -= 1n));
  t.true(brokenBy(less).includes('payment-destination'));
});

test('change may be foreign only when the user agreed, and is exact in either case', (t) => {
  const nobody = { isOwnScript: () => false };
  t.deepEqual(brokenBy(facts(undefined, { ...nobody, change: { ...CHANGE, foreign: true } })), []);
  const less = { change: { ...CHANGE, value: sats(38_999) } };
  t.deepEqual(brokenBy(facts(undefined, less)), ['payment-change']);
  t.deepEqual(brokenBy(facts(undefined, { change: null })), ['payment-change']);
});
