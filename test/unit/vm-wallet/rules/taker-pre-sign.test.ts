import test from 'ava';
import { Transaction } from 'bitcoinjs-lib';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { equalBytes, fromHex, reversed } from '../../../../shared/crypto/bytes.ts';
import type { DecimalText, Nick } from '../../../../shared/jm/command.ts';
import { checkTakerRules, TAKER_RULES, type TakerFacts } from '../../../../vm-wallet/rules/taker-pre-sign.ts';

const AMOUNT = sats(1_000_000);
const OWN = { txid: txid('11'.repeat(32)), vout: 0, value: sats(2_000_000), scriptPubKey: script(9) };
const MAKER = { txid: txid('22'.repeat(32)), vout: 0, value: sats(1_500_000), scriptPubKey: script(8) };
const STRANGE = { txid: txid('44'.repeat(32)), vout: 0, value: sats(1), scriptPubKey: script(7) };
const DESTINATION = script(1);
const OWN_CHANGE = script(2);
const MAKER_OUT = script(3);
const MAKER_CHANGE = script(4);
const CHANGE = 995_700n;
const MAKER_CHANGE_VALUE = 500_300n;
/** 3,500,000 in; 1,000,000 + 1,000,000 + 995,700 + 500,300 out. */
const MINER_FEE = 4000n;
const COST = 4300n;

function script(byte: number): Uint8Array {
  return Uint8Array.from([0, 20, ...new Array<number>(20).fill(byte)]);
}

interface Draft {
  version: number;
  locktime: number;
  inputs: { readonly txid: string; readonly vout: number; sequence: number }[];
  outputs: { script: Uint8Array; value: bigint }[];
}

interface Changes {
  readonly transaction?: (transaction: Draft) => void;
  readonly facts?: Partial<TakerFacts>;
  readonly approved?: Partial<TakerFacts['approved']>;
  readonly change?: bigint;
}

function facts({ transaction: alter, facts: more, approved, change = CHANGE }: Changes = {}): TakerFacts {
  const draft: Draft = {
    version: 2,
    locktime: 100,
    inputs: [
      { ...OWN, sequence: 0xfffffffe },
      { ...MAKER, sequence: 0xfffffffe },
    ],
    outputs: [
      { script: MAKER_OUT, value: AMOUNT },
      { script: DESTINATION, value: AMOUNT },
      { script: OWN_CHANGE, value: CHANGE },
      { script: MAKER_CHANGE, value: MAKER_CHANGE_VALUE },
    ],
  };
  alter?.(draft);
  const unsigned = new Transaction();
  unsigned.version = draft.version;
  unsigned.locktime = draft.locktime;
  for (const input of draft.inputs)
    unsigned.addInput(reversed(fromHex(input.txid)), input.vout, input.sequence);
  for (const output of draft.outputs) unsigned.addOutput(output.script, output.value);
  const maker = {
    nick: 'J5makerOOOOOOOOO' as Nick,
    offer: {
      type: 'sw0reloffer',
      oid: 0,
      minsize: sats(27_300),
      maxsize: sats(2_000_000),
      txfee: sats(0),
      cjfee: '0.0003' as DecimalText,
    },
    fee: sats(300),
    coins: [{ ...MAKER, confirmations: 3, height: 98 }],
    coinjoinScript: MAKER_OUT,
    changeScript: MAKER_CHANGE,
    change: sats(MAKER_CHANGE_VALUE),
  } as const;
  return {
    join: {
      raw: unsigned.toBuffer(),
      inputs: [
        { ...OWN, owner: null },
        { ...MAKER, owner: maker.nick },
      ],
      amount: AMOUNT,
      locktime: 100,
      makers: [maker],
      coinjoinFees: sats(300),
      minerFee: sats(MINER_FEE),
      change: sats(change),
    },
    witnesses: new Map([[1, { scriptSig: new Uint8Array(0), witness: [] }]]),
    approved: {
      amount: AMOUNT,
      destinationScript: DESTINATION,
      maxMinerFee: sats(MINER_FEE),
      maxFeePerMaker: sats(300),
      maxTotalFee: sats(COST),
      minimumMakers: 1,
      maxCoinsPerMaker: 1,
      leastCoinValue: MAKER.value,
      ...approved,
    },
    ownCoins: new Map([[outpointKey(OWN), OWN.value]]),
    isOwnScript: (one) => equalBytes(one, OWN_CHANGE),
    changeScript: OWN_CHANGE,
    tipHeight: 100,
    ...more,
  };
}

const broken: Record<string, TakerFacts> = {
  'taker-version-and-sequence': facts({ transaction: (one) => (one.version = 1) }),
  'taker-locktime': facts({ transaction: (one) => (one.locktime = 99) }),
  'taker-own-inputs': facts({
    transaction: (one) => one.inputs.splice(0, 1),
    facts: { witnesses: new Map([[0, { scriptSig: new Uint8Array(0), witness: [] }]]) },
  }),
  'taker-foreign-inputs': facts({
    transaction: (one) => one.inputs.push({ ...STRANGE, sequence: 0xfffffffe }),
  }),
  'taker-foreign-signatures': facts({ facts: { witnesses: new Map() } }),
  'taker-destination': facts({ transaction: (one) => ((one.outputs[1] ?? { value: 0n }).value -= 1n) }),
  'taker-own-change': facts({ facts: { isOwnScript: () => false } }),
  'taker-foreign-outputs': facts({
    transaction: (one) => one.outputs.push({ script: script(6), value: 1n }),
  }),
  'taker-equal-outputs': facts({ approved: { minimumMakers: 2 } }),
  'taker-coins-per-maker': facts({ approved: { maxCoinsPerMaker: 0 } }),
  'taker-coin-worth': facts({ approved: { leastCoinValue: sats(MAKER.value + 1n) } }),
  'taker-fee-per-maker': facts({ approved: { maxFeePerMaker: sats(299) } }),
  'taker-miner-fee': facts({ approved: { maxMinerFee: sats(MINER_FEE - 1n) } }),
  'taker-total-fee': facts({ approved: { maxTotalFee: sats(COST - 1n) } }),
};

test('the base case passes, with every limit just reached', (t) => {
  t.notThrows(() => {
    checkTakerRules(facts());
  });
});

test('each rule has a case that breaks just it', (t) => {
  t.deepEqual(
    Object.keys(broken),
    TAKER_RULES.map(({ name }) => name),
  );
});

for (const [name, broke] of Object.entries(broken)) {
  test(`refuses: ${name}`, (t) => {
    const error = t.throws(() => {
      checkTakerRules(broke);
    });
    t.true(error.message.includes(`"${name}"`), error.message);
  });
}
