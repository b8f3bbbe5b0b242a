import test from 'ava';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import {
  displayKeyPath,
  formatKeyPath,
  HdWallet,
  KeyPathError,
  parseKeyPath,
  TIMELOCKED,
} from '../../../../vm-wallet/keys/hd-wallet.ts';
import { ABANDON_ENTROPY, abandonWallet } from '../../../fixtures/abandon.ts';
import { lendPrivateKey } from '../../../../vm-wallet/keys/lend-key.ts';

const MAX_INDEX = 2 ** 31 - 1;

/** From the text of BIP84, and, for the second account, from protocol/wallet.md §1. */
const vectors: readonly [string, string, string | null][] = [
  [
    '0/0/0',
    'bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu',
    '0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c',
  ],
  [
    '0/0/1',
    'bc1qnjg0jd8228aq7egyzacy8cys3knf9xvrerkf9g',
    '03e775fd51f0dfb8cd865d9ff1cca2a158cf651fe997fdc9fee9c1d3b5e995ea77',
  ],
  [
    '0/1/0',
    'bc1q8c6fshw2dlwun7ekn9qwf37cu2rn755upcp6el',
    '03025324888e429ab8e3dbaf1f7802648b9cd01e9b418485c5fa4c1b9b5700e1a6',
  ],
  ['1/0/0', 'bc1qku0qh0mc00y8tk0n65x2tqw4trlspak0fnjmfz', null],
];

for (const [text, address, publicKey] of vectors) {
  test(`derives ${text} as BIP84 does`, (t) => {
    const wallet = abandonWallet();
    const path = parseKeyPath(text);
    t.is(wallet.addressAt(path), address);
    if (publicKey !== null) t.is(toHex(wallet.publicKeyAt(path)), publicKey);
  });
}

test('the account key has the xpub form, whatever the purpose', (t) => {
  t.is(
    abandonWallet().accountXpub(0),
    'xpub6CatWdiZiodmUeTDp8LT5or8nmbKNcuyvz7WyksVFkKB4RHwCD3XyuvPEbvqAQY3rAPshWcMLoP2fMFMKHPJ4ZeZXYVUhLv1VMrjPC7PW6V',
  );
  t.regex(abandonWallet('regtest').accountXpub(0), /^tpub/u);
  t.not(abandonWallet().branchXpub(0, 0), abandonWallet().branchXpub(0, 1));
});

test('a passphrase and another network make other keys; the test networks share theirs', (t) => {
  const path = { mixdepth: 0, branch: 0, index: 0 };
  const keys = [
    abandonWallet(),
    abandonWallet('mainnet', 'TREZOR'),
    abandonWallet('testnet'),
    abandonWallet('signet'),
    abandonWallet('regtest'),
  ].map((wallet) => toHex(wallet.publicKeyAt(path)));
  t.is(new Set(keys.slice(0, 3)).size, 3);
  t.is(new Set(keys.slice(2)).size, 1);
  t.regex(abandonWallet('regtest').addressAt(path), /^bcrt1q/u);
});

test('the private key that is lent belongs to the public key, and is wiped when it comes back', (t) => {
  const wallet = abandonWallet();
  const path = { mixdepth: 3, branch: 1, index: 7 };
  let lent = new Uint8Array(0);
  const publicKey = lendPrivateKey(wallet, path, (key) => {
    lent = Uint8Array.from(key);
    return toHex(publicKeyOf(key));
  });
  t.is(publicKey, toHex(wallet.publicKeyAt(path)));
  t.is(lent.length, 32);
  let kept: Uint8Array = lent;
  t.throws(() =>
    lendPrivateKey(wallet, path, (key) => {
      kept = key;
      throw new Error('no');
    }),
  );
  t.deepEqual(kept, new Uint8Array(32));
  // The wallet's own copy was not the one that was wiped.
  t.deepEqual(
    lendPrivateKey(wallet, path, (key) => Uint8Array.from(key)),
    lent,
  );
});

test('paths are read and written in one form', (t) => {
  for (const text of ['0/0/0', '99/3/2147483647', '4/1/12']) t.is(formatKeyPath(parseKeyPath(text)), text);
  t.is(displayKeyPath(parseKeyPath('2/1/5'), 'mainnet'), "m/84'/0'/2'/1/5");
  t.is(displayKeyPath(parseKeyPath('2/1/5'), 'regtest'), "m/84'/1'/2'/1/5");
});

for (const text of [
  '',
  '0/0',
  '0/0/0/0',
  '0/4/0',
  '100/0/0',
  `0/0/${MAX_INDEX + 1}`,
  '0/0/-1',
  "0'/0/0",
  ' 0/0/0',
  '0/0/0\n',
  '0/0/1e3',
]) {
  test(`${JSON.stringify(text)} is no path of the wallet`, (t) => {
    t.throws(() => parseKeyPath(text), { instanceOf: KeyPathError, code: 'bad-key-path' });
  });
}

test('the limits of a path: at and over', (t) => {
  const wallet = abandonWallet();
  t.notThrows(() => wallet.addressAt({ mixdepth: 99, branch: 3, index: MAX_INDEX }));
  for (const path of [
    { mixdepth: 100, branch: 0, index: 0 },
    { mixdepth: 0, branch: 4, index: 0 },
    { mixdepth: 0, branch: 0, index: MAX_INDEX + 1 },
    { mixdepth: 0, branch: 0, index: 0.5 },
    { mixdepth: -1, branch: 0, index: 0 },
  ]) {
    t.throws(() => wallet.addressAt(path), { instanceOf: KeyPathError, code: 'bad-key-path' });
  }
});

test('a wallet of the old kind has nested addresses under BIP49', (t) => {
  const nested = new HdWallet({
    entropy: ABANDON_ENTROPY,
    extension: '',
    network: 'mainnet',
    family: 'nested',
  });
  const path = { mixdepth: 0, branch: 0, index: 0 };
  t.is(nested.addressAt(path), '37VucYSaXLCAsxYyAPfbSi9eh4iEcbShgf');
  t.is(displayKeyPath(path, 'mainnet', 'nested'), "m/49'/0'/0'/0/0");
});

test('the timelocked branch has the address of each month, and no others', (t) => {
  const wallet = abandonWallet();
  const path = { mixdepth: 0, branch: TIMELOCKED, index: 60 };
  t.is(wallet.addressAt(path), 'bc1qufrpqm90mpftu9l9z4qmdv55gy3tvwmaxx0pludayrc7la8cjceqj7l090');
  t.is(displayKeyPath(path, 'mainnet'), "m/84'/0'/0'/2/60:1735689600");
  t.throws(() => wallet.addressAt({ ...path, index: 960 }), { code: 'bad-time-number' });
});
