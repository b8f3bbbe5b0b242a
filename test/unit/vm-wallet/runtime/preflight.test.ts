import test, { type ExecutionContext } from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import { preflightData, preflightLines } from '../../../../vm-wallet/cli/show-preflight.ts';
import { preflight, type Preflight } from '../../../../vm-wallet/runtime/preflight.ts';
import type { StoredCoin, WalletState } from '../../../../vm-wallet/store/state.ts';
import { NOW } from '../../../fixtures/maker-session.ts';
import { openTestWallet, paidTo } from '../../../fixtures/wallet-context.ts';

const AMOUNT = sats(1_000_000n);
/** The test wallets' chain has three blocks: a coin of block 1 has three confirmations. */
const POLICY = '[POLICY]\ntaker_utxo_age = 3\n';

interface Question {
  readonly coins: readonly (readonly [string, StoredCoin])[];
  readonly changes?: Partial<WalletState>;
  readonly policy?: string;
  readonly podle?: 'own' | 'external' | 'any';
  readonly amount?: bigint;
}

async function look(t: ExecutionContext, question: Question): Promise<Preflight> {
  const { coins, changes, policy = POLICY, podle = 'any', amount = AMOUNT } = question;
  const wallet = await openTestWallet(t, coins, changes);
  const config = parseConfig(`[BLOCKCHAIN]\nblockchain_source = regtest\n${policy}`);
  return preflight({ ...wallet.context, config }, { amount: sats(amount), mixdepth: 0, podle });
}

const GOOD = paidTo('0/0/0', 2_000_000, { height: 1 });
const [GOOD_NAME] = GOOD;

function used(...indexes: readonly number[]): Partial<WalletState> {
  return {
    commitments: Object.fromEntries(
      indexes.map((index) => [String(index).padStart(64, '0'), { outpoint: GOOD_NAME, index, at: 0 }]),
    ),
  };
}

test('a wallet that can start says so, coin by coin', async (t) => {
  const found = await look(t, { coins: [GOOD] });
  t.is(found.problem, null);
  t.is(found.blocksToWait, 0);
  t.like(found.coins[0], { held: null, triesLeft: 3, blocksMissing: 0, valueMissing: 0n, confirmations: 3 });
  t.true(preflightLines(found, 0).includes('A CoinJoin can start.'));
});

test('frozen, promised, unconfirmed coins and bonds are named for what they are', async (t) => {
  const [promisedName, promised] = paidTo('0/0/2', 20_000, { height: 1 });
  const found = await look(t, {
    coins: [
      paidTo('0/0/1', 10_000, { height: 1, frozen: true }),
      [promisedName, promised],
      paidTo('0/0/3', 30_000, { height: null }),
      paidTo('0/2/4', 40_000, { height: 1, locktime: 1 }),
      paidTo('1/0/0', 9_000_000, { height: 1 }),
    ],
    changes: { leases: { [promisedName]: { round: 'r', until: NOW + 60 } } },
  });
  t.deepEqual(
    found.coins.map(({ held }) => held),
    ['frozen', 'promised', 'unconfirmed', 'bond'],
  );
  t.is(found.coins[1]?.heldUntil, NOW + 60);
  t.is(found.spendable, 0n as never);
  t.is(found.problem?.code, 'coinjoin-not-enough-coins');
  const text = preflightLines(found, 0).join('\n');
  for (const word of ['no: frozen', 'no: promised until', 'no: in no block', 'no: a bond']) {
    t.true(text.includes(word), word);
  }
});

test('the value: under, at and over the amount', async (t) => {
  const problem = async (value: number): Promise<string | undefined> =>
    (await look(t, { coins: [paidTo('0/0/0', value, { height: 1 })] })).problem?.code;
  t.is(await problem(999_999), 'coinjoin-not-enough-coins');
  t.is(await problem(1_000_000), 'coinjoin-not-enough-coins', 'fees are needed, too');
  t.is(await problem(1_000_001), undefined);
});

test('the age: one block under it, at it, and how long to wait', async (t) => {
  const young = (height: number | null): Question => ({ coins: [paidTo('0/0/0', 2_000_000, { height })] });
  const waits = async (height: number | null): Promise<unknown> => {
    const { problem, blocksToWait } = await look(t, young(height));
    return [problem?.code, blocksToWait];
  };
  t.deepEqual(await waits(1), [undefined, 0]);
  t.deepEqual(await waits(2), ['coinjoin-no-commitment', 1]);
  t.deepEqual(await waits(3), ['coinjoin-no-commitment', 2]);
  t.deepEqual(await waits(null), ['coinjoin-not-enough-coins', 3]);
  const text = preflightLines(await look(t, young(3)), 0).join('\n');
  t.regex(text, /can not start.*\n.*in 2 block\(s\), about 20 minutes/u);
});

test('A8: tries that are used up are counted, and waiting does not bring them back', async (t) => {
  t.is((await look(t, { coins: [GOOD], changes: used(0, 1) })).coins[0]?.triesLeft, 1);
  const found = await look(t, { coins: [GOOD], changes: used(0, 1, 2) });
  t.like(found, { blocksToWait: null });
  t.is(found.problem?.code, 'coinjoin-no-commitment');
  t.true(preflightLines(found, 0).join('\n').includes('used up'));
});

test('stored proofs of another wallet’s coin do, where they may be used', async (t) => {
  const entry = {
    value: '200000',
    addedAt: 0,
    proofs: [{ commitment: '00'.repeat(32), P: '', P2: '', s: '', e: '' }],
  };
  const name = `${'ab'.repeat(32)}:0`;
  const changes = { ...used(0, 1, 2), externalProofs: { [name]: entry } };
  // The state on disk must be sound, the proofs themselves are not looked at here.
  const proof = {
    commitment: '00'.repeat(32),
    P: `02${'11'.repeat(32)}`,
    P2: `02${'11'.repeat(32)}`,
    s: '11'.repeat(32),
    e: '11'.repeat(32),
  };
  const sound = { ...changes, externalProofs: { [name]: { ...entry, proofs: [proof] } } };
  t.is((await look(t, { coins: [GOOD], changes: sound })).problem, null);
  t.is((await look(t, { coins: [GOOD], changes: sound, podle: 'external' })).problem, null);
  t.is(
    (await look(t, { coins: [GOOD], changes: sound, podle: 'own' })).problem?.code,
    'coinjoin-no-commitment',
  );
  const small = { ...sound, externalProofs: { [name]: { ...entry, value: '199999', proofs: [proof] } } };
  t.is((await look(t, { coins: [GOOD], changes: small })).problem?.code, 'coinjoin-no-commitment');
  t.is((await look(t, { coins: [GOOD], podle: 'external' })).problem?.code, 'coinjoin-no-commitment');
});

test('a sweep counts what can be mixed', async (t) => {
  const found = await look(t, { coins: [GOOD, paidTo('0/0/1', 5, { height: 1, frozen: true })], amount: 0n });
  t.is(found.problem, null);
  t.is(found.amount, sats(2_000_000n));
  t.like(preflightData(found), { ready: true, problem: null });
});
