import test from 'ava';
import { outpointKey, txid, type Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import { MAX_COINS, type CoinEvidence } from '../../../../shared/bridge/chain.ts';
import { HeaderChain } from '../../../../vm-wallet/chain/header-chain.ts';
import { MAX_LOOK_UPS, proveInputs } from '../../../../vm-wallet/runtime/prove-inputs.ts';
import { outputOf, transactionOf } from '../../../fixtures/blocks.ts';

const SCRIPT = Uint8Array.of(0x00, 0x14, ...new Uint8Array(20).fill(3));
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };
const CHAIN = new HeaderChain('regtest');
const ENDLESS = new AbortController().signal;

/** A coin in the mempool, with its evidence. */
function coin(salt: number): { readonly outpoint: Outpoint; readonly evidence: CoinEvidence } {
  const transaction = transactionOf([ELSEWHERE], [{ script: SCRIPT, value: 1000 + salt }], salt);
  return {
    outpoint: outputOf(transaction, 0),
    evidence: { transaction: Uint8Array.from(transaction.toBuffer()), confirmation: null },
  };
}

const A = coin(1);
const B = coin(2);
const EVIDENCE = new Map([A, B].map(({ outpoint, evidence }) => [outpointKey(outpoint), evidence]));
const NODE = { coin: (outpoint: Outpoint) => Promise.resolve(EVIDENCE.get(outpointKey(outpoint)) ?? null) };

test('what its transaction proves is kept with value and script', async (t) => {
  const { proven, absent } = await proveInputs([A.outpoint, B.outpoint], NODE, CHAIN, ENDLESS);
  t.deepEqual([...proven.keys()].sort(), [outpointKey(A.outpoint), outpointKey(B.outpoint)].sort());
  t.is(Number(proven.get(outpointKey(A.outpoint))?.value), 1001);
  t.deepEqual(proven.get(outpointKey(A.outpoint))?.scriptPubKey, SCRIPT);
  t.is(absent.size, 0);
});

test('what the node does not know is absent', async (t) => {
  const { proven, absent } = await proveInputs([ELSEWHERE, A.outpoint], NODE, CHAIN, ENDLESS);
  t.deepEqual([...absent], [outpointKey(ELSEWHERE)]);
  t.is(proven.size, 1);
});

test('another transaction proves nothing, and neither does a failure', async (t) => {
  const liar = { coin: () => Promise.resolve(B.evidence) };
  const broken = { coin: () => Promise.reject(new PeerFailure('node-down', 'the node is down')) };
  for (const node of [liar, broken]) {
    const { proven, absent } = await proveInputs([A.outpoint], node, CHAIN, ENDLESS);
    t.is(proven.size + absent.size, 0);
  }
});

test('an error of our own is not hidden', async (t) => {
  const broken = { coin: () => Promise.reject(new TypeError('a bug')) };
  await t.throwsAsync(proveInputs([A.outpoint], broken, CHAIN, ENDLESS), { message: 'a bug' });
});

test('a net VM that never answers is waited for until the signal, and what came before counts', async (t) => {
  const controller = new AbortController();
  let release: (evidence: CoinEvidence | null) => void = () => undefined;
  const slow = {
    coin: (outpoint: Outpoint) =>
      outpointKey(outpoint) === outpointKey(A.outpoint)
        ? new Promise<CoinEvidence | null>((resolve) => {
            release = resolve;
          })
        : NODE.coin(outpoint),
  };
  const search = proveInputs([A.outpoint, B.outpoint], slow, CHAIN, controller.signal);
  await new Promise((resolve) => setImmediate(resolve));
  controller.abort();
  const { proven, absent } = await search;
  t.deepEqual([...proven.keys()], [outpointKey(B.outpoint)]);
  release(null);
  await new Promise((resolve) => setImmediate(resolve));
  t.is(absent.size, 0, 'a late answer changes nothing');
});

test('with a signal that is over nothing is asked', async (t) => {
  const never = { coin: () => Promise.reject(new TypeError('asked')) };
  const { proven } = await proveInputs([A.outpoint], never, CHAIN, AbortSignal.abort());
  t.is(proven.size, 0);
});

test('questions are bounded: in number, and at one time', async (t) => {
  let asked = 0;
  let open = 0;
  let most = 0;
  const node = {
    coin: async () => {
      asked += 1;
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      open -= 1;
      return null;
    },
  };
  const inputs = (count: number): Outpoint[] =>
    Array.from({ length: count }, (_unused, vout) => ({ ...ELSEWHERE, vout }));
  for (const count of [MAX_LOOK_UPS - 1, MAX_LOOK_UPS, MAX_LOOK_UPS + 1]) {
    asked = 0;
    const { absent } = await proveInputs(inputs(count), node, CHAIN, ENDLESS);
    t.is(asked, Math.min(count, MAX_LOOK_UPS));
    t.is(absent.size, asked);
  }
  t.is(most, 2 * MAX_COINS);
});
