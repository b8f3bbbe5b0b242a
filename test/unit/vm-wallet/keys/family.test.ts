import test from 'ava';
import { fromHex } from '../../../../shared/crypto/bytes.ts';
import { FamilyKeys, type WalletFamily } from '../../../../vm-wallet/keys/family.ts';
import { ABANDON_ENTROPY, abandonWallet } from '../../../fixtures/abandon.ts';

const FIRST = { mixdepth: 0, branch: 0, index: 0 };

function family(name: WalletFamily, entropy: Uint8Array = ABANDON_ENTROPY): FamilyKeys {
  return new FamilyKeys(name, { entropy, extension: '', network: 'mainnet' });
}

/** Computed with the reference's code (protocol/wallet.md §1 and §2). */
const vectors: readonly [WalletFamily, Uint8Array, string, string][] = [
  ['nested', ABANDON_ENTROPY, '37VucYSaXLCAsxYyAPfbSi9eh4iEcbShgf', 'f0219b'],
  ['native', ABANDON_ENTROPY, 'bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu', '2b4ed7'],
  ['native-bonds', ABANDON_ENTROPY, 'bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu', '654c02'],
  ['legacy', fromHex('00112233445566778899aabbccddeeff'), '16JJtcE1pvMDZjtSjEZcjVE47y6sK3LGyY', '8f3861'],
];

for (const [name, entropy, address, id] of vectors) {
  test(`the ${name} family has the reference's addresses and wallet id`, (t) => {
    t.is(family(name, entropy).addressAt(FIRST), address);
    t.is(family(name, entropy).walletId(), id);
  });
}

test('only the first account of a bond wallet is marked', (t) => {
  const [bonds, native] = [family('native-bonds'), family('native')];
  t.is(bonds.accountXpub(0), `fbonds-mpk-${native.accountXpub(0)}`);
  t.is(bonds.accountXpub(1), native.accountXpub(1));
});

test('the native family and the wallet itself derive alike', (t) => {
  const [native, wallet] = [family('native'), abandonWallet()];
  for (const path of [FIRST, { mixdepth: 4, branch: 1, index: 9 }]) {
    t.is(native.addressAt(path), wallet.addressAt(path));
  }
  t.is(native.accountXpub(2), wallet.accountXpub(2));
  t.is(native.branchXpub(2, 1), wallet.branchXpub(2, 1));
});
