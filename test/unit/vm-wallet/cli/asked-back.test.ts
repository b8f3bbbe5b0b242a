import test from 'ava';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { positionsToAsk } from '../../../../vm-wallet/cli/asked-back.ts';

test('three different words are asked back, in their order, and every one can be', (t) => {
  const asked = new Set<number>();
  for (let turn = 0; turn < 500; turn += 1) {
    const positions = positionsToAsk(12, systemRandom);
    t.is(new Set(positions).size, 3);
    t.deepEqual(
      positions,
      [...positions].sort((one, other) => one - other),
    );
    for (const position of positions) asked.add(position);
  }
  t.deepEqual(
    [...asked].sort((one, other) => one - other),
    Array.from({ length: 12 }, (_unused, index) => index + 1),
  );
});
