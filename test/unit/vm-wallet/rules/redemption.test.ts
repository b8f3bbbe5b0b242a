import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../../../shared/crypto/bytes.ts';
import type { DecimalText, Nick } from '../../../../shared/jm/command.ts';
import { bondWitnessScript } from '../../../../shared/jm/bond/script.ts';
import { locktimeOf } from '../../../../shared/jm/bond/time-number.ts';
import type { Coin } from '../../../../vm-wallet/coins/coin.ts';
import {
  permitChild,
  permitPayment,
  permitPsbt,
  permitRedemption,
  permitReplacement,
  permitTaker,
  signPermitted,
} from '../../../../vm-wallet/rules/gate.ts';
import { REDEMPTION_RULES, type RedemptionFacts } from '../../../../vm-wallet/rules/redemption.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import type { TakerFacts } from '../../../../vm-wallet/rules/taker-pre-sign.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';
import { freeSigner } from '../../../fixtures/signer.ts';
import { bookOffer } from '../../../fixtures/offers.ts';
import {
  brokenRules,
  coinAt,
  serialized,
  strangeOutpoint,
  strangeScript,
  type Draft,
} from '../../../fixtures/spend.ts';

const PATH = { mixdepth: 0, branch: 2, index: 60 };
const LOCKTIME = locktimeOf(60);
const [ONE, TWO] = [bondAt(60, 40_000), { ...bondAt(60, 30_000), vout: 1 }];
const COINS = [ONE, TWO];
const BOND_SCRIPT = ONE.scriptPubKey;
const DESTINATION = { script: strangeScript(1), value: sats(69_000) };
const FEE = 1000;
/** Two inputs of 41 and 29 vbytes, an output of 31, and 10.5. */
const VSIZE = 182;

function bondAt(index: number, value: number, changes: Partial<Coin> = {}): Coin {
  return coinAt({ ...PATH, index }, value, { locktime: locktimeOf(index), ...changes });
}

function facts(
  alter: (draft: Draft) => unknown = () => null,
  more: Partial<RedemptionFacts> = {},
): RedemptionFacts {
  const draft: Draft = {
    version: 2,
    locktime: LOCKTIME,
    inputs: (more.coins ?? COINS).map((coin) => ({ ...coin, sequence: 0xffff_fffe })),
    outputs: [{ ...DESTINATION }],
  };
  alter(draft);
  return {
    raw: serialized(draft),
    coins: COINS,
    destination: DESTINATION,
    isOwnScript: () => false,
    maxMinerFee: sats(FEE),
    maxFeeRate: Math.ceil((FEE * 1000) / VSIZE),
    medianTime: LOCKTIME + 1,
    ...more,
  };
}

const broken: Record<string, RedemptionFacts> = {
  'redeem-version-and-sequence': facts(
    ({ inputs: [input] }) => input !== undefined && (input.sequence = 0xffff_ffff),
  ),
  'redeem-inputs': facts((draft) => (draft.inputs = draft.inputs.slice(0, 1))),
  'redeem-bond': facts(undefined, {
    coins: [ONE, { ...TWO, path: { ...PATH, index: 61 }, locktime: locktimeOf(60) }],
  }),
  'redeem-free-coins': facts(undefined, { coins: [ONE, { ...TWO, frozen: true }] }),
  'redeem-locktime': facts((draft) => (draft.locktime = LOCKTIME - 1)),
  'redeem-lock-over': facts(undefined, { medianTime: LOCKTIME }),
  'redeem-destination': facts(undefined, { destination: { ...DESTINATION, script: strangeScript(2) } }),
  'redeem-miner-fee': facts(undefined, { maxMinerFee: sats(FEE - 1) }),
  'redeem-fee-rate': facts(undefined, { maxFeeRate: Math.floor((FEE * 1000) / VSIZE) }),
};

const brokenBy = (one: RedemptionFacts): string[] =>
  brokenRules(REDEMPTION_RULES, { ...one, transaction: parseTransaction(one.raw) });

test('the base case passes, with every limit just reached', (t) => {
  const granted = permitRedemption(facts());
  t.deepEqual(granted.coins, COINS);
  t.like(granted.act, { kind: 'payment', signatures: 2, amount: 69_000n, minerFee: 1000n });
  t.deepEqual(granted.act.destinations, [DESTINATION.script]);
});

test('each rule has a case', (t) => {
  t.deepEqual(
    Object.keys(broken),
    REDEMPTION_RULES.map(({ name }) => name),
  );
});

for (const [name, broke] of Object.entries(broken)) {
  test(`only this rule refuses: ${name}`, (t) => {
    t.deepEqual(brokenBy(broke), [name]);
    t.throws(() => permitRedemption(broke), { instanceOf: RuleError, code: `rule-${name}` });
  });
}

test('only confirmed bonds of one month are redeemed together, and nothing that is no bond', (t) => {
  const mixed = (coins: readonly Coin[]): string[] =>
    brokenBy(facts(undefined, { coins, maxFeeRate: 350_000 }));
  t.deepEqual(mixed([ONE, bondAt(61, 30_000)]), ['redeem-bond', 'redeem-locktime']);
  t.deepEqual(mixed([ONE, coinAt({ mixdepth: 0, branch: 0, index: 1 }, 30_000)]), ['redeem-bond']);
  t.deepEqual(mixed([ONE, { ...TWO, height: null }]), ['redeem-free-coins']);
  t.true(brokenBy({ ...facts(), coins: [] }).includes('redeem-bond'));
  const height = facts((draft) => (draft.locktime = 499_999_999));
  t.deepEqual(brokenBy(height), ['redeem-locktime']);
});

test('everything goes to the destination, to the sat', (t) => {
  const less = facts(({ outputs: [output] }) => output !== undefined && (output.value -= 1n), {
    maxMinerFee: sats(FEE + 1),
    maxFeeRate: 350_000,
  });
  t.deepEqual(brokenBy(less), ['redeem-destination']);
  const two = facts(({ outputs }) => outputs.push({ script: strangeScript(3), value: 1n }));
  t.true(brokenBy(two).includes('redeem-destination'));
});

test('what is signed is the bond script, and the witness is the signature and the script', async (t) => {
  const keys = testKeys();
  const signatures = await signPermitted(permitRedemption(facts()), freeSigner(keys));
  const script = bondWitnessScript(keys.publicKeyAt(PATH), LOCKTIME);
  t.deepEqual(
    signatures.map(({ witness, signature }) => [
      witness.scriptSig.length,
      witness.witness,
      signature.publicKey,
    ]),
    signatures.map(({ signature }) => [0, [signature.signature, script], keys.publicKeyAt(PATH)]),
  );
  t.is(signatures.length, 2);
});

test('a coin whose script is not that of its path is not signed for', async (t) => {
  const coins = [ONE, { ...TWO, scriptPubKey: strangeScript(5) }];
  const granted = permitRedemption(facts(undefined, { coins, maxFeeRate: 350_000 }));
  await t.throwsAsync(signPermitted(granted, freeSigner(testKeys())), { code: 'rule-own-signature' });
});

/** The same coin with its lock forgotten, as a broken state might have it: its branch still says what it is. */
const FORGOTTEN: Coin = { ...ONE, locktime: null };

for (const [what, coin] of [
  ['locked', ONE],
  ['on the timelocked branch', FORGOTTEN],
] as const) {
  test(`no other way of signing takes a coin that is ${what}`, (t) => {
    const outputs = [{ script: strangeScript(1), value: sats(39_000) }];
    const draft = {
      version: 2,
      locktime: 0,
      inputs: [{ ...coin, sequence: 0xffff_fffd }],
      outputs: outputs.map((output) => ({ ...output })),
    };
    const raw = serialized(draft);
    const lenient = { raw, isOwnScript: () => true, maxFeeRate: 350_000 };
    const refused = { instanceOf: RuleError };
    const payment = {
      coins: [coin],
      destinations: outputs,
      change: null,
      isPromised: () => false,
      maxMinerFee: sats(1000),
      tipHeight: 10,
    };
    t.throws(() => permitPayment({ ...lenient, ...payment }), refused);
    const original = parseTransaction(raw);
    const payer = strangeScript(1);
    t.throws(() => permitReplacement({ ...lenient, original, coins: [coin], payer }), refused);
    const parent = { txid: coin.txid, vsize: 100, fee: sats(100) };
    t.throws(() => permitChild({ ...lenient, coin, parent }), refused);
    const inputs = [{ coin, stated: [], sighash: null }];
    t.throws(() => permitPsbt({ ...lenient, inputs, isLeased: () => false }), refused);
  });
}

/** A CoinJoin of 20,000 sat that goes to this script, with the coin of a bond as ours. */
function takerFacts(destinationScript: Uint8Array): TakerFacts {
  const amount = sats(20_000);
  const [others, change, theirs] = [strangeScript(7), strangeScript(8), strangeScript(9)];
  const foreign = { ...strangeOutpoint(99), value: sats(60_000), scriptPubKey: others };
  const raw = serialized({
    version: 2,
    locktime: 10,
    inputs: [ONE, foreign].map((coin) => ({ ...coin, sequence: 0xffff_fffe })),
    outputs: [
      { script: destinationScript, value: amount },
      { script: others, value: amount },
      { script: change, value: 19_000n },
      { script: theirs, value: 40_000n },
    ],
  });
  const { offer } = bookOffer(1, { cjfee: '0' as DecimalText });
  const maker = {
    nick: 'J5makerOOOOOOOOO' as Nick,
    offer,
    fee: sats(0n),
    coins: [{ ...foreign, confirmations: 3, height: 5 }],
    coinjoinScript: others,
    changeScript: theirs,
    change: sats(40_000),
  } as const;
  const own = new Map([[outpointKey(ONE), ONE.value]]);
  const isOwnScript = (script: Uint8Array): boolean =>
    [change, BOND_SCRIPT].some((ours) => equalBytes(ours, script));
  return {
    join: {
      raw,
      inputs: [
        { ...ONE, owner: null },
        { ...foreign, owner: maker.nick },
      ],
      amount,
      locktime: 10,
      makers: [maker],
      coinjoinFees: sats(0n),
      minerFee: sats(1000),
      change: sats(19_000),
    },
    witnesses: new Map([[1, { scriptSig: new Uint8Array(0), witness: [] }]]),
    approved: {
      amount,
      destinationScript,
      maxMinerFee: sats(1000),
      maxFeePerMaker: sats(0n),
      maxTotalFee: sats(1000),
      minimumMakers: 1,
      maxCoinsPerMaker: 1,
    },
    ownCoins: own,
    isOwnScript,
    changeScript: change,
    tipHeight: 10,
  };
}

const UNLOCKED = coinAt({ mixdepth: 0, branch: 0, index: 1 }, 40_000);

test('neither do the rounds of a maker or a taker', (t) => {
  const taker = takerFacts(strangeScript(1));
  t.notThrows(() => permitTaker(taker, [UNLOCKED]));
  t.throws(() => permitTaker(taker, [ONE]), { code: 'rule-bond-by-redeem-only' });
});

test('a CoinJoin into our own mixdepths costs fees alone, and one into a bond of ours counts as leaving', (t) => {
  const facts = takerFacts(strangeScript(1));
  const asOwn = permitTaker({ ...facts, isOwnScript: () => true }, [UNLOCKED]).act;
  t.like(asOwn, { amount: 0n, minerFee: 1000n, destinations: [] });
  const locked = permitTaker(takerFacts(BOND_SCRIPT), [UNLOCKED]).act;
  t.like(locked, { amount: 20_000n, minerFee: 1000n, destinations: [BOND_SCRIPT] });
});
