import test from 'ava';
import { BIP32Factory } from 'bip32';
import * as secp from 'tiny-secp256k1';
import { bitcoinjsNetwork } from '../../../../shared/bitcoin/address.ts';
import { fromHex, toHex } from '../../../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import { HdWallet, KeyPathError, TIMELOCKED } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { lendPrivateKey } from '../../../../vm-wallet/keys/lend-key.ts';
import { makerKeysOf } from '../../../../vm-wallet/keys/maker-keys.ts';

const SEED = { entropy: fromHex('5a'.repeat(16)), extension: 'more', network: 'regtest' } as const;
const KEYS = makerKeysOf(SEED, 3);
const owner = new HdWallet(SEED);
const maker = new HdWallet(KEYS);
const LOCKED = { instanceOf: KeyPathError, code: 'wallet-key-locked' };

test('the branches that are mixed have the same addresses and the same private keys', (t) => {
  for (const mixdepth of [0, 1, 2]) {
    for (const branch of [0, 1]) {
      for (const index of [0, 1, 500]) {
        const path = { mixdepth, branch, index };
        t.is(maker.addressAt(path), owner.addressAt(path));
        const [ours, theirs] = [owner, maker].map((keys) =>
          lendPrivateKey(keys, path, (key) => Uint8Array.from(key)),
        );
        t.deepEqual(theirs, ours);
        t.deepEqual(publicKeyOf(theirs ?? new Uint8Array(32)), maker.publicKeyAt(path));
      }
      t.is(maker.branchXpub(mixdepth, branch), owner.branchXpub(mixdepth, branch));
    }
  }
});

test('bonds are watched and not spent', (t) => {
  for (const index of [0, 1, 959]) {
    const path = { mixdepth: 0, branch: TIMELOCKED, index };
    t.is(maker.addressAt(path), owner.addressAt(path));
    t.throws(() => lendPrivateKey(maker, path, toHex), LOCKED);
    t.notThrows(() => lendPrivateKey(owner, path, toHex));
  }
  t.throws(() => lendPrivateKey(maker, { mixdepth: 0, branch: 3, index: 0 }, toHex), LOCKED);
});

test('nothing above or beside these branches is known', (t) => {
  t.throws(() => maker.accountXpub(0), LOCKED);
  for (const [mixdepth, branch] of [
    [3, 0],
    [3, 1],
    [1, 2],
    [1, 3],
  ] as const) {
    t.throws(() => maker.branchXpub(mixdepth, branch), LOCKED);
    t.throws(() => maker.addressAt({ mixdepth, branch, index: 0 }), LOCKED);
    t.throws(() => lendPrivateKey(maker, { mixdepth, branch, index: 0 }, toHex), LOCKED);
  }
  t.true(maker.ofBranches);
  t.false(owner.ofBranches);
});

test('each key is that of a branch, four levels below the master, and private only where coins are mixed', (t) => {
  const bip32 = BIP32Factory(secp);
  t.deepEqual(Object.keys(KEYS.branches).sort(), ['0/0', '0/1', '0/2', '0/3', '1/0', '1/1', '2/0', '2/1']);
  for (const [place, text] of Object.entries(KEYS.branches)) {
    const key = bip32.fromBase58(text, bitcoinjsNetwork('regtest'));
    const branch = Number(place.split('/')[1]);
    t.is(key.depth, 4, place);
    t.is(key.index, branch, place);
    t.is(key.isNeutered(), branch >= 2, place);
  }
});

test('fingerprint and log key are those of the seed, and the log key depends on all of it', (t) => {
  t.deepEqual(maker.masterFingerprint, owner.masterFingerprint);
  t.deepEqual(maker.logKey, owner.logKey);
  t.is(owner.logKey.length, 32);
  const others = [
    new HdWallet({ ...SEED, extension: '' }),
    new HdWallet({ ...SEED, entropy: fromHex('5b'.repeat(16)) }),
  ];
  for (const other of others) t.notDeepEqual(other.logKey, owner.logKey);
});
