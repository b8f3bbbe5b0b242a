import test from 'ava';
import { withChecksum } from '../../../../shared/bitcoin/descriptor.ts';
import { fromHex, toHex } from '../../../../shared/crypto/bytes.ts';
import { nodeWalletName, publicScripts } from '../../../../vm-wallet/chain/public-scripts.ts';
import { HdWallet } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';

const keys = testKeys();
const nested = new HdWallet({
  entropy: fromHex('5a'.repeat(16)),
  extension: '',
  network: 'regtest',
  family: 'nested',
});

test('shows a descriptor for each branch, with its own range, and every bond', (t) => {
  const asked: string[] = [];
  const shown = publicScripts(keys, emptyState({ mixdepths: 2 }), (counter) => asked.push(counter));
  t.deepEqual(asked, ['0/0', '0/1', '1/0', '1/1']);
  t.deepEqual(
    shown.descriptors,
    asked.map((counter, index) => {
      const [mixdepth, branch] = counter.split('/');
      const text = `wpkh(${keys.accountXpub(Number(mixdepth))}/${branch ?? ''}/*)`;
      return { descriptor: withChecksum(text), last: index + 1 };
    }),
  );
  t.is(shown.scripts.length, 960);
  t.is(shown.scripts[7], toHex(keys.scriptAt({ mixdepth: 0, branch: 2, index: 7 })));
});

test('an old wallet has nested descriptors, and no bonds', (t) => {
  const shown = publicScripts(nested, emptyState({ mixdepths: 1, family: 'nested' }), () => 9);
  t.is(shown.descriptors[0]?.descriptor, withChecksum(`sh(wpkh(${nested.accountXpub(0)}/0/*))`));
  t.deepEqual(shown.scripts, []);
});

test('no private key is in what is shown', (t) => {
  for (const wallet of [keys, nested]) {
    t.notRegex(JSON.stringify(publicScripts(wallet, emptyState(), () => 9)), /prv/u);
  }
});

test('ranges end at twenty thousand', (t) => {
  const state = emptyState({ mixdepths: 1 });
  for (const last of [19_999, 20_000])
    t.is(publicScripts(keys, state, () => last).descriptors[0]?.last, last);
  t.throws(() => publicScripts(keys, state, () => 20_001), { code: 'chain-too-many-addresses' });
});

test('the wallet in the node is named by what only those know that know the xpub', (t) => {
  t.regex(nodeWalletName(keys), /^jm-split-[0-9a-f]{16}$/u);
  t.not(nodeWalletName(keys), nodeWalletName(nested));
  t.is(nodeWalletName(keys), nodeWalletName(testKeys()));
});
