import test from 'ava';
import { scriptOfAddress } from '../../../../shared/bitcoin/address.ts';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { settle } from '../../../../vm-wallet/tumbler/settle.ts';
import { outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { DESTINATIONS, tumbleEntry } from '../../../fixtures/tumble.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

const COIN = `${'11'.repeat(32)}:0`;
const OTHER = `${'12'.repeat(32)}:0`;
const ENTRY = tumbleEntry({ status: 'signing', coins: [COIN, OTHER], destination: DESTINATIONS[0] });

/** A transaction that pays an address, and the wallet that booked it. */
function booked(
  address: string,
  changes: Partial<WalletState> = {},
): { readonly id: string; readonly state: WalletState } {
  const paying = transactionOf(
    [{ txid: txid('11'.repeat(32)), vout: 0 }],
    [{ script: scriptOfAddress(address, 'regtest'), value: 5000 }],
  );
  const id = outputOf(paying, 0).txid;
  const pending = { raw: toHex(paying.toBuffer()), at: 0, round: null, byOwnNode: true };
  const coins = { [COIN]: storedCoin({ spentBy: { txid: id, height: null } }), [OTHER]: storedCoin() };
  return { id, state: emptyState({ coins, pending: { [id]: pending }, ...changes }) };
}

test('coins that nothing spends: no signature is out', (t) => {
  const state = emptyState({ coins: { [COIN]: storedCoin(), [OTHER]: storedCoin() } });
  t.deepEqual(settle(state, ENTRY), { booked: null, refused: [] });
  t.deepEqual(settle(emptyState(), ENTRY), { booked: null, refused: [] });
});

test('a booked transaction that pays the destination is the entry', (t) => {
  const { id, state } = booked(DESTINATIONS[0]);
  t.is(settle(state, ENTRY).booked, id);
});

test('a booked transaction that pays somebody else is not', (t) => {
  const { state } = booked(DESTINATIONS[1]);
  t.is(settle(state, ENTRY).booked, null);
});

test('inside the wallet, whatever spends the coins has moved them', (t) => {
  const { id, state } = booked(DESTINATIONS[1]);
  t.is(settle(state, { ...ENTRY, destination: 'INTERNAL' }).booked, id);
});

test('one that is too old to be kept counts: no destination is paid twice', (t) => {
  const { id, state } = booked(DESTINATIONS[1], { pending: {} });
  t.is(settle(state, ENTRY).booked, id);
});

test('one that is confirmed is looked at as well', (t) => {
  const { id, state } = booked(DESTINATIONS[1]);
  const { raw = '' } = state.pending[id] ?? {};
  const confirmed = { [id]: { raw, at: 0, round: null, byOwnNode: true, height: 5 } };
  t.is(settle({ ...state, pending: {}, confirmed }, ENTRY).booked, null);
});

test('refused transactions with one of its coins are remembered', (t) => {
  const state = emptyState({
    coins: { [COIN]: storedCoin() },
    refused: {
      ['aa'.repeat(32)]: { coins: [COIN], at: 0, reason: '' },
      ['bb'.repeat(32)]: { coins: [`${'13'.repeat(32)}:0`], at: 0, reason: '' },
    },
  });
  t.deepEqual(settle(state, ENTRY), { booked: null, refused: ['aa'.repeat(32)] });
});
