import test from 'ava';
import type { Transaction } from 'bitcoinjs-lib';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { applyBlock } from '../../../../vm-wallet/chain/ledger.ts';
import { parseKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { watchedPaths } from '../../../../vm-wallet/store/address-book.ts';
import type { RoundRecord, WalletState } from '../../../../vm-wallet/store/state.ts';
import { blockOf, outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { makerRecord } from '../../../fixtures/maker-session.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { regtestGenesis } from '../../../fixtures/mine-headers.ts';

const keys = testKeys();
const FOREIGN = Uint8Array.of(0x00, 0x14, ...new Uint8Array(20).fill(9));
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };
const scripts = new Map(watchedPaths(emptyState(), 10).map((path) => [toHex(keys.scriptAt(path)), path]));
const at = (path: string): Uint8Array => keys.scriptAt(parseKeyPath(path));

/** Two coins, which a maker shows together. */
const deposits = [0, 1].map((index) =>
  transactionOf([ELSEWHERE], [{ script: at(`0/0/${index}`), value: 50_000 }], index),
);
const COINS = deposits.map((deposit) => outputOf(deposit, 0));

/** The join, with a taker's input that carries a redeem script or not. */
function join(options: {
  readonly nested: boolean;
  readonly coins?: number;
  readonly to?: readonly string[];
}): Transaction {
  const { nested, coins = 2, to = ['1/1/0', '0/1/0'] } = options;
  const transaction = transactionOf(
    [ELSEWHERE, ...COINS.slice(0, coins)],
    [
      { script: FOREIGN, value: 30_000 },
      ...to.map((path, index) => ({ script: at(path), value: 30_000 + index })),
    ],
    5,
  );
  const [first] = transaction.ins;
  if (nested && first !== undefined) first.script = Uint8Array.of(1, 0);
  return transaction;
}

/** What becomes of a round that signed the unsigned join, when this is in a block. */
function settled(confirmed: Transaction, changes: Partial<RoundRecord> = {}): WalletState {
  const state = emptyState();
  applyBlock(state, blockOf(regtestGenesis(), deposits).block, 5, scripts);
  const coins = COINS.map(outpointKey);
  state.rounds['m1'] = makerRecord('m1', {
    stage: 'signed',
    amount: '30000',
    addresses: ['1/1/0', '0/1/0'],
    coins,
    txid: join({ nested: false }).getId(),
    outcome: 'open',
    ...changes,
  });
  applyBlock(state, blockOf(regtestGenesis(), [confirmed]).block, 6, scripts);
  return state;
}

function outcome(state: WalletState): unknown {
  return [state.rounds['m1']?.outcome, state.history.at(-1)?.kind];
}

test('a round is settled by the transaction that it signed', (t) => {
  t.deepEqual(outcome(settled(join({ nested: false }))), ['done', 'coinjoin-maker']);
});

test('also when nested inputs of others changed its txid, which is then on record', (t) => {
  const final = join({ nested: true });
  const state = settled(final);
  t.not(final.getId(), join({ nested: false }).getId());
  t.deepEqual(outcome(state), ['done', 'coinjoin-maker']);
  t.is(state.rounds['m1']?.txid, final.getId());
  t.is(state.history.at(-1)?.amount, '30000');
});

test('another transaction with its coins is not the round', (t) => {
  const others = [
    join({ nested: true, coins: 1 }),
    join({ nested: true, to: ['1/1/0'] }),
    join({ nested: true, to: ['0/1/0', '2/1/0'] }),
    join({ nested: true, to: [] }),
  ];
  for (const other of others) {
    const state = settled(other);
    t.is(state.rounds['m1']?.outcome, 'open');
    t.not(state.history.at(-1)?.kind, 'coinjoin-maker');
  }
});

test('what was not signed can’t have been completed', (t) => {
  const state = settled(join({ nested: true }), { txid: null });
  t.is(state.rounds['m1']?.outcome, 'open');
  t.is(settled(join({ nested: true }), { role: 'taker' }).rounds['m1']?.outcome, 'open');
});
