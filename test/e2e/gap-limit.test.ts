import test from 'ava';
import { json } from '../../scripts/regtest/pit.ts';
import { HdWallet } from '../../vm-wallet/keys/hd-wallet.ts';
import { entropyOf } from '../../vm-wallet/keys/mnemonic.ts';
import { usePit } from '../fixtures/pit.ts';

const pit = usePit(test);

test.serial(
  'a coin far behind the last used address is found as far as gaplimit says, and no further',
  async (t) => {
    const machine = await pit().addMachine('gap', { config: '[POLICY]\ngaplimit = 60' });
    const { words } = await json<{ words: string }>(machine.wallet('--json', 'create'));
    const keys = new HdWallet({ entropy: entropyOf(words), extension: '', network: 'regtest' });
    await pit().node.pay(keys.addressAt({ mixdepth: 1, branch: 1, index: 59 }), 1_000_000n);
    await pit().node.pay(keys.addressAt({ mixdepth: 2, branch: 1, index: 60 }), 2_000_000n);
    await pit().node.mine(1);
    const { total } = await json<{ total: number }>(machine.wallet('--json', 'display'));
    t.is(total, 1_000_000);
  },
);
