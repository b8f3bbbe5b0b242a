import test from 'ava';
import { fromBytes, systemRandom, type Random } from '../../../../shared/crypto/random.ts';
import { rehearse } from '../../../../vm-wallet/runtime/rehearsal.ts';

/** Counts what is drawn. */
function counted(): { readonly random: Random; readonly draws: () => number } {
  let draws = 0;
  const random = fromBytes((length) => {
    draws += 1;
    return systemRandom.bytes(length);
  });
  return { random, draws: () => draws };
}

test('what a taker and a maker say to each other comes through, from the first time to the last', async (t) => {
  const { random, draws } = counted();
  await t.notThrowsAsync(rehearse(random, new AbortController().signal));
  // Each time draws a nonce for each of four boxes.
  t.true(draws() > 4 * 10);
});

test('it ends early when it is called off', async (t) => {
  const { random, draws } = counted();
  await rehearse(random, AbortSignal.abort());
  t.true(draws() < 10);
});

test('two rehearsals share no key', async (t) => {
  const seen = new Set<string>();
  const random = fromBytes((length) => {
    const bytes = systemRandom.bytes(length);
    if (length === 32) seen.add(Buffer.from(bytes).toString('hex'));
    return bytes;
  });
  await rehearse(random, AbortSignal.abort());
  const once = seen.size;
  await rehearse(random, AbortSignal.abort());
  t.is(seen.size, 2 * once);
});
