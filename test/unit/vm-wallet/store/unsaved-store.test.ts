import test from 'ava';
import { UnsavedStore } from '../../../../vm-wallet/store/unsaved-store.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';

test('a change is kept, and what it returns comes back', async (t) => {
  const store = new UnsavedStore(emptyState());
  const answer = await store.commit((draft) => {
    draft.nextIndex['0/0'] = 3;
    return 'done';
  });
  t.is(answer, 'done');
  t.deepEqual(store.state.nextIndex, { '0/0': 3 });
});

test('a change that fails leaves nothing behind', async (t) => {
  const store = new UnsavedStore(emptyState());
  const failing = store.commit((draft) => {
    draft.nextIndex['0/0'] = 3;
    throw new Error('half way');
  });
  await t.throwsAsync(failing, { message: 'half way' });
  t.deepEqual(store.state, emptyState());
});

test('the state that it began with stays as it was', async (t) => {
  const state = emptyState();
  const store = new UnsavedStore(state);
  await store.commit((draft) => {
    draft.birthday = 9;
  });
  t.is(store.state.birthday, 9);
  t.deepEqual(state, emptyState());
});
