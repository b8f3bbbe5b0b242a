import test from 'ava';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { standingOf } from '../../../../vm-wallet/runtime/round-standing.ts';
import { settleOvertaken } from '../../../../vm-wallet/runtime/settle-overtaken.ts';
import { makerRecord, NOW } from '../../../fixtures/maker-session.ts';
import { emptyState, MemoryStore } from '../../../fixtures/memory-store.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';

const [COIN = '', OTHER = ''] = ['1/0/0', '1/0/1'].map((path) => outpointKey(outpointAt(path)));
const RIVAL = 'cc'.repeat(32);

/** A round that is signed over two coins, the first of which a payment spends. */
function storeWith(height: number | null): MemoryStore {
  const round = { outcome: 'open', txid: 'bb'.repeat(32), coins: [COIN, OTHER] } as const;
  return new MemoryStore(
    emptyState({
      rounds: { r: makerRecord('r', { ...round, coins: [...round.coins] }) },
      coins: Object.fromEntries([
        paidTo('1/0/0', 1000, { spentBy: { txid: RIVAL, height } }),
        paidTo('1/0/1', 2000),
      ]),
      leases: { [OTHER]: { round: 'r', until: NOW + 9999 } },
    }),
  );
}

test('a payment in a block settles the round that it ruled out, and frees the other coins', async (t) => {
  const store = storeWith(7);
  const reports: string[] = [];
  await settleOvertaken(store, (text) => reports.push(text));
  t.like(store.state.rounds['r'], { outcome: 'failed', reason: `${RIVAL} spent its coins` });
  t.deepEqual(store.state.leases, {});
  t.deepEqual(reports, [`round r is ruled out: ${RIVAL} spent its coins`]);
  const round = store.state.rounds['r'];
  t.is(round === undefined ? null : standingOf(store.state, round), 'overtaken');
  await settleOvertaken(store, (text) => reports.push(text));
  t.is(store.commits, 1, 'it is settled once');
});

test('a payment that is in no block settles nothing, and writes nothing', async (t) => {
  const store = storeWith(null);
  await settleOvertaken(store, () => {
    t.fail();
  });
  t.is(store.commits, 0);
  t.is(store.state.rounds['r']?.outcome, 'open');
});
