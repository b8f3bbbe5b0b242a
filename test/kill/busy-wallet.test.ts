import test from 'ava';
import { killBusyWallet } from '../../scripts/kill/kill-busy-wallet.ts';

test.serial(
  'a busy wallet that is killed 150 times at random points loses nothing and shows nothing twice',
  async (t) => {
    const { kills, kept, losses } = await killBusyWallet(150);
    t.is(kills, 150);
    t.deepEqual(losses, []);
    t.true(kept > 150, `${kept} promises`);
  },
);
