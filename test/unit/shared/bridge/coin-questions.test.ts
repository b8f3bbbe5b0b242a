import test from 'ava';
import { duplexPair } from 'node:stream';
import fc from 'fast-check';
import { blockHash, txid, type Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import {
  MAX_COINS,
  MAX_PROOF_BYTES,
  MAX_TRANSACTION_BYTES,
  type CoinEvidence,
} from '../../../../shared/bridge/chain.ts';
import { answerCoins, coinQuestion } from '../../../../shared/bridge/coin-questions.ts';
import { connectChain } from '../../../../shared/bridge/chain-client.ts';
import { BridgeConnection } from '../../../../shared/bridge/connection.ts';
import type { Message } from '../../../../shared/bridge/message.ts';
import { concat, utf8 } from '../../../../shared/crypto/bytes.ts';
import { JmError } from '../../../../shared/errors.ts';

const BLOCK = blockHash('22'.repeat(32));
const SAID = { protocol: 1, network: 'regtest', software: 'test' } as const;

class Trouble extends JmError<'node-busy'> {}

function coinAt(vout: number): Outpoint {
  return { txid: txid('11'.repeat(32)), vout };
}

/** A node without anything but answers, and how many questions reached it. */
function node(coin: (outpoint: Outpoint) => Promise<CoinEvidence | null>) {
  const questions: number[] = [];
  const ask = async (_method: string, json: unknown): Promise<Message> => {
    const answer = await answerCoins(coin, json);
    questions.push((json as { readonly coins: readonly unknown[] }).coins.length);
    return answer;
  };
  return { questions, coin: coinQuestion(ask) };
}

const evidence = fc.option(
  fc.record({
    transaction: fc.uint8Array({ maxLength: 50 }),
    confirmation: fc.option(
      fc.record({
        block: fc.constant(BLOCK),
        height: fc.integer({ min: 0, max: 1_000_000 }),
        proof: fc.uint8Array({ maxLength: 50 }),
      }),
    ),
  }),
);

test('each coin gets its own evidence, however many are asked for at once', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(evidence, { minLength: 1, maxLength: 3 * MAX_COINS }), async (all) => {
      const { coin, questions } = node(({ vout }) => Promise.resolve(all[vout] ?? null));
      t.deepEqual(await Promise.all(all.map((_one, vout) => coin(coinAt(vout)))), all);
      t.is(questions.length, Math.ceil(all.length / MAX_COINS));
    }),
    { numRuns: 50 },
  );
});

test('so many coins go in one question: under, at and over the limit', async (t) => {
  for (const [count, expected] of [
    [MAX_COINS - 1, [MAX_COINS - 1]],
    [MAX_COINS, [MAX_COINS]],
    [MAX_COINS + 1, [MAX_COINS, 1]],
  ] as const) {
    const { coin, questions } = node(() => Promise.resolve(null));
    await Promise.all(Array.from({ length: count }, (_unused, vout) => coin(coinAt(vout))));
    t.deepEqual(questions, [...expected]);
  }
});

test('what fails for one coin fails for that coin', async (t) => {
  const { coin } = node(({ vout }) => {
    if (vout === 0) return Promise.reject(new Trouble('node-busy', 'busy', { cure: 'wait' }));
    if (vout === 1) return Promise.reject(new TypeError('a secret of joinmarketd'));
    if (vout === 2)
      return Promise.resolve({ transaction: new Uint8Array(MAX_TRANSACTION_BYTES + 1), confirmation: null });
    return Promise.resolve(null);
  });
  const [busy, broken, large, absent] = await Promise.allSettled(
    [0, 1, 2, 3].map((vout) => coin(coinAt(vout))),
  );
  t.like(busy, { status: 'rejected', reason: { code: 'node-busy', message: 'busy', cure: 'wait' } });
  t.true(busy?.status === 'rejected' && busy.reason instanceof PeerFailure);
  t.like(broken, { status: 'rejected', reason: { code: 'internal' } });
  t.false(JSON.stringify(broken).includes('secret'));
  t.like(large, { status: 'rejected', reason: { code: 'evidence-too-large' } });
  t.deepEqual(absent, { status: 'fulfilled', value: null });
});

test('coins of one transaction share its evidence, which crosses the bridge once', async (t) => {
  const [one, other] = [1, 2].map((fill) => ({
    transaction: new Uint8Array(1000).fill(fill),
    confirmation: { block: BLOCK, height: 7, proof: new Uint8Array(100).fill(fill) },
  }));
  if (one === undefined || other === undefined) return t.fail();
  let carried = 0;
  const coin = coinQuestion(async (_method, json) => {
    const answer = await answerCoins(({ vout }) => Promise.resolve(vout === 1 ? other : one), json);
    carried = answer.bytes.length;
    return answer;
  });
  const [first, second, third] = await Promise.all([0, 1, 2].map((vout) => coin(coinAt(vout))));
  t.deepEqual([first, second, third], [one, other, one]);
  t.is(third, first);
  t.is(carried, 2200);
});

test('a coin is asked for again when it is wanted again: it may be spent by then', async (t) => {
  const { coin, questions } = node(() => Promise.resolve(null));
  await coin(coinAt(0));
  await coin(coinAt(0));
  t.deepEqual(questions, [1, 1]);
});

test('a request that does not fit is refused', async (t) => {
  const coin = (): Promise<null> => Promise.resolve(null);
  const one = { txid: '11'.repeat(32), vout: 0 };
  await t.notThrowsAsync(answerCoins(coin, { coins: Array.from({ length: MAX_COINS }, () => one) }));
  for (const request of [
    null,
    {},
    one,
    { coins: [] },
    { coins: Array.from({ length: MAX_COINS + 1 }, () => one) },
    { coins: [{ ...one, vout: -1 }] },
    { coins: [{ ...one, txid: 'x' }] },
    { coins: [one], more: 1 },
  ]) {
    await t.throwsAsync(
      answerCoins(coin, request),
      { code: 'bridge-schema-violation' },
      JSON.stringify(request),
    );
  }
});

const SIZES = { transactionBytes: 3, confirmation: { block: BLOCK, height: 7, proofBytes: 2 } };
const FIRST = { outcome: 'found', evidence: 0 };
const FIVE = new Uint8Array(5);

const lies: Record<string, { readonly json: unknown; readonly bytes?: Uint8Array }> = {
  'no lists': { json: {} },
  'no evidence': { json: { coins: [{ outcome: 'absent' }] } },
  'too few coins': { json: { evidence: [], coins: [] } },
  'too many coins': { json: { evidence: [], coins: [{ outcome: 'absent' }, { outcome: 'absent' }] } },
  'an outcome that there is not': { json: { evidence: [], coins: [{ outcome: 'perhaps' }] } },
  'evidence that it does not bring': {
    json: { evidence: [SIZES], coins: [{ ...FIRST, evidence: 1 }] },
    bytes: FIVE,
  },
  'evidence before the first': {
    json: { evidence: [SIZES], coins: [{ ...FIRST, evidence: -1 }] },
    bytes: FIVE,
  },
  'more evidence than coins may have': {
    json: {
      evidence: Array.from({ length: MAX_COINS + 1 }, () => ({ transactionBytes: 0, confirmation: null })),
      coins: [FIRST],
    },
  },
  'fewer bytes than it says': { json: { evidence: [SIZES], coins: [FIRST] }, bytes: new Uint8Array(4) },
  'more bytes than it says': { json: { evidence: [SIZES], coins: [FIRST] }, bytes: new Uint8Array(6) },
  'a transaction that is too large': {
    json: { evidence: [{ ...SIZES, transactionBytes: MAX_TRANSACTION_BYTES + 1 }], coins: [FIRST] },
  },
  'a proof that is too large': {
    json: {
      evidence: [{ ...SIZES, confirmation: { ...SIZES.confirmation, proofBytes: MAX_PROOF_BYTES + 1 } }],
      coins: [FIRST],
    },
  },
  'a failure without a code': {
    json: { evidence: [], coins: [{ outcome: 'failed', failure: { message: 'no', cure: null } }] },
  },
  'a block that is none': {
    json: {
      evidence: [{ ...SIZES, confirmation: { ...SIZES.confirmation, block: 'x' } }],
      coins: [FIRST],
    },
    bytes: FIVE,
  },
};

for (const [name, { json, bytes = new Uint8Array(0) }] of Object.entries(lies)) {
  test(`an answer with ${name} is refused`, async (t) => {
    const { coin } = { coin: coinQuestion(() => Promise.resolve({ json, bytes })) };
    await t.throwsAsync(coin(coinAt(0)), { code: 'bridge-schema-violation' });
  });
}

test('the same answer without a lie is taken', async (t) => {
  const coin = coinQuestion(() =>
    Promise.resolve({ json: { evidence: [SIZES], coins: [FIRST] }, bytes: Uint8Array.of(1, 2, 3, 4, 5) }),
  );
  t.deepEqual(await coin(coinAt(0)), {
    transaction: Uint8Array.of(1, 2, 3),
    confirmation: { block: BLOCK, height: 7, proof: Uint8Array.of(4, 5) },
  });
});

test('more bytes than the coins of a question may have end the call', async (t) => {
  const [near, far] = duplexPair();
  const flood = concat(new Uint8Array(MAX_TRANSACTION_BYTES + MAX_PROOF_BYTES), utf8('!'));
  const [client] = await Promise.all([
    connectChain(near, SAID),
    BridgeConnection.open(far, {
      hello: { ...SAID, service: 'jm.Chain' },
      handler: {
        requestLimit: () => 0,
        handle: () => Promise.resolve({ json: { evidence: [], coins: [] }, bytes: flood }),
      },
    }),
  ]);
  await t.throwsAsync(client.coin(coinAt(0)), { code: 'bridge-schema-violation' });
});
