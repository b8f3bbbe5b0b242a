import test from 'ava';
import fc from 'fast-check';
import { copyState } from '../../../../vm-wallet/store/copy-state.ts';
import { largeState } from '../../../fixtures/large-state.ts';

/** Every object in a value. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

function sharesAnything(one: object, other: object): boolean {
  const objects = new Set(objectsIn(one));
  return objectsIn(other).some((item) => objects.has(item));
}

test('a copy is equal, and shares nothing that could change', (t) => {
  const state = largeState({ coins: 20, spent: 20, history: 20 });
  const copy = copyState(state);
  t.deepEqual(copy, state);
  t.false(sharesAnything(copy, state));
});

test('any JSON is copied whole', (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), (content) => {
      const value = { content };
      const copy = copyState(value);
      t.deepEqual(copy, value);
      t.false(sharesAnything(copy, value));
    }),
  );
});
