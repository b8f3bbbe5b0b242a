import test from 'ava';
import { withoutChecksum } from '../../../../shared/bitcoin/descriptor.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { walletDescriptors } from '../../../../vm-wallet/import/wallet-descriptors.ts';
import { HdWallet } from '../../../../vm-wallet/keys/hd-wallet.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { ABANDON_ENTROPY, abandonWallet } from '../../../fixtures/abandon.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

/** Of BIP84's mnemonic (protocol/wallet.md §2). */
const XPUB =
  'xpub6CatWdiZiodmUeTDp8LT5or8nmbKNcuyvz7WyksVFkKB4RHwCD3XyuvPEbvqAQY3rAPshWcMLoP2fMFMKHPJ4ZeZXYVUhLv1VMrjPC7PW6V';
const FINGERPRINT = '73c5da0a';

function abandonState(changes: Partial<WalletState> = {}): WalletState {
  return { ...emptyState(changes), entropy: toHex(ABANDON_ENTROPY), network: 'mainnet' };
}

test('two descriptors a mixdepth, with the fingerprint of the master and checksums', (t) => {
  const descriptors = walletDescriptors(abandonState({ nextIndex: { '0/1': 4 } }), abandonWallet(), 6);
  t.is(descriptors.length, 10);
  t.deepEqual(
    descriptors
      .slice(0, 2)
      .map(({ descriptor, ...rest }) => ({ ...rest, text: withoutChecksum(descriptor) })),
    [
      { text: `wpkh([${FINGERPRINT}/84h/0h/0h]${XPUB}/0/*)`, mixdepth: 0, internal: false, range: [0, 5] },
      { text: `wpkh([${FINGERPRINT}/84h/0h/0h]${XPUB}/1/*)`, mixdepth: 0, internal: true, range: [0, 9] },
    ],
  );
  t.true(descriptors[9]?.descriptor.startsWith(`wpkh([${FINGERPRINT}/84h/0h/4h]xpub`));
  t.is(descriptors[9]?.mixdepth, 4);
});

test('those of a nested wallet on a test network', (t) => {
  const state = { ...abandonState({ family: 'nested' }), network: 'regtest' } as const;
  const keys = new HdWallet({
    entropy: ABANDON_ENTROPY,
    extension: '',
    network: 'regtest',
    family: 'nested',
  });
  const [first] = walletDescriptors(state, keys, 6);
  t.regex(
    withoutChecksum(first?.descriptor ?? ''),
    new RegExp(`^sh\\(wpkh\\(\\[${FINGERPRINT}/49h/1h/0h\\]tpub[A-Za-z0-9]+/0/\\*\\)\\)$`, 'u'),
  );
});

test('the extension makes another master', (t) => {
  const state = abandonState({ extension: 'TREZOR' });
  const [first] = walletDescriptors(state, abandonWallet('mainnet', 'TREZOR'), 6);
  t.false(first?.descriptor.includes(FINGERPRINT));
});

test('a bond that is not spent is there by its address, once', (t) => {
  const keys = abandonWallet();
  const path = { mixdepth: 0, branch: 2, index: 60 };
  const bond = storedCoin({
    path: '0/2/60',
    scriptPubKey: toHex(keys.scriptAt(path)),
    locktime: 1_735_689_600,
  });
  const spent = storedCoin({
    path: '0/2/61',
    scriptPubKey: toHex(keys.scriptAt({ ...path, index: 61 })),
    spentBy: { txid: '11'.repeat(32), height: 4 },
  });
  const coins = {
    [`${'22'.repeat(32)}:0`]: bond,
    [`${'22'.repeat(32)}:1`]: bond,
    [`${'33'.repeat(32)}:0`]: spent,
  };
  const descriptors = walletDescriptors(abandonState({ coins, mixdepths: 1 }), keys, 6);
  t.deepEqual(
    descriptors.slice(2).map(({ descriptor, ...rest }) => ({ ...rest, text: withoutChecksum(descriptor) })),
    [
      {
        text: 'addr(bc1qufrpqm90mpftu9l9z4qmdv55gy3tvwmaxx0pludayrc7la8cjceqj7l090)',
        mixdepth: 0,
        internal: false,
        range: null,
      },
    ],
  );
});

test('no descriptor holds a private key', (t) => {
  const text = JSON.stringify(walletDescriptors(abandonState(), abandonWallet(), 6));
  t.notRegex(text, /xprv|tprv|abandon/u);
});
