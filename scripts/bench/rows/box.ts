import { systemRandom } from '../../../shared/crypto/random.ts';
import { createBox, createBoxKeyPair } from '../../../shared/jm/box.ts';
import { perSecond, type BenchRow } from '../row.ts';

const text = 'x'.repeat(400);

export const rows: readonly BenchRow[] = [
  {
    name: 'NaCl box, seal and open 400 B',
    unit: 'boxes/s',
    better: 'higher',
    run: () => {
      const [maker, taker] = [createBoxKeyPair(systemRandom), createBoxKeyPair(systemRandom)];
      const ours = createBox(taker, maker.publicKey);
      const theirs = createBox(maker, taker.publicKey);
      return perSecond(() => {
        if (ours === null || theirs?.open(ours.seal(text, systemRandom)) !== text)
          throw new Error('the box does not open');
      });
    },
  },
];
