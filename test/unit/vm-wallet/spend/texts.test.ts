import test from 'ava';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as secp from 'tiny-secp256k1';
import { addressOfScript } from '../../../../shared/bitcoin/address.ts';
import { p2pkhScript, p2shP2wpkhScript, p2wpkhScript } from '../../../../shared/bitcoin/script.ts';
import { fromBase64, toBase64 } from '../../../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import { displayKeyPath, HdWallet } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { signUserMessage } from '../../../../vm-wallet/keys/message-signature.ts';
import { signUserText } from '../../../../vm-wallet/rules/user-text.ts';
import { ownKeyPath } from '../../../../vm-wallet/spend/own-key-path.ts';
import { verifyUserText } from '../../../../vm-wallet/spend/verify-text.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { freeSigner } from '../../../fixtures/signer.ts';

/** Addresses and signatures over "hello" by joinmarket-clientserver 0.9.12, one of each address type. */
const vectors: readonly (readonly [address: string, signature: string])[] = [
  [
    'bc1qys3djuhy4dygp7ehza8cq35xqp565azy9wkqck',
    'H7+2tx6FRyYeHjVNYZwaX7HHWq3AvIfwuSjFpAIuzqUzU0DmJ7T8XcSqdswadC5XGowIMkqEys3xvRrfyLgE2Ho=',
  ],
  [
    '3JmdzHCCLQ1dzGTjHNBqfQeq4K6GpAufhn',
    'ICHpUnzCbym79LqmETWJrAG9LEVmZES4+YenqXc2tfeIZJJ4JbtCOkXsa75F9zG6x83i9nBhgT1ZQwPAm/aZZso=',
  ],
  [
    '18Z4ysKJoL7LkoxeKeq3GrQRy4b8oo4DST',
    'H8+QbZQq2ED5t8li+kMfRItmDf71m26GNWZxyXbUOFYvENu9u8eEhCv0/prP6llqxnp197yLWIP7ZfKvN0QaNE0=',
  ],
];

/** All that the reference signed. */
const RECORDED = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../vectors/reference/wallet_signmessage.json'), 'utf8'),
) as {
  cases: { address_shown: string; message: string | { repeat: string; count: number }; signature: string }[];
};

test('every signature that the reference made is good', (t) => {
  t.true(RECORDED.cases.length >= 15);
  for (const { address_shown: address, message, signature } of RECORDED.cases) {
    const text = typeof message === 'string' ? message : message.repeat.repeat(message.count);
    t.notThrows(() => {
      verify(address, signature, text);
    });
  }
});

function verify(address: string, signature: string, text: string): void {
  verifyUserText({ address, network: 'mainnet' }, signature, text);
}

for (const [address, signature] of vectors) {
  test(`the reference's signature by ${address} is good, and for nothing else`, (t) => {
    t.notThrows(() => {
      verify(address, signature, 'hello');
    });
    const [header = 0, ...compact] = fromBase64(signature);
    const changed = (byte: number): string => toBase64(Uint8Array.of(byte, ...compact));
    for (const [wrong, text] of [
      [signature, 'hello '],
      [vectors.find(([other]) => other !== address)?.[1] ?? '', 'hello'],
      [changed(header ^ 1), 'hello'],
      [changed(26), 'hello'],
      [changed(43), 'hello'],
      [toBase64(Uint8Array.of(header, ...compact, 0)), 'hello'],
      [toBase64(Uint8Array.of(header, ...new Uint8Array(64))), 'hello'],
      ['nonsense', 'hello'],
    ] as const) {
      t.throws(
        () => {
          verify(address, wrong, text);
        },
        { code: 'message-bad-signature' },
      );
    }
  });
}

test('headers of BIP137, and of keys that are not compressed', (t) => {
  const key = new Uint8Array(32).fill(3);
  const publicKey = publicKeyOf(key);
  const [header = 0, ...compact] = fromBase64(signUserMessage('text', key));
  const recovery = header - 31;
  const whole = secp.pointCompress(publicKey, false);
  for (const [first, script] of [
    [27, p2pkhScript(whole)],
    [31, p2pkhScript(publicKey)],
    [35, p2shP2wpkhScript(publicKey)],
    [39, p2wpkhScript(publicKey)],
  ] as const) {
    t.notThrows(() => {
      verify(
        addressOfScript(script, 'mainnet'),
        toBase64(Uint8Array.of(first + recovery, ...compact)),
        'text',
      );
    });
  }
});

test('addresses that are not of one key are refused', (t) => {
  const [, signature] = vectors[0] ?? ['', ''];
  t.throws(
    () => {
      verify('bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr', signature, 'hello');
    },
    { code: 'message-no-single-key' },
  );
  t.throws(
    () => {
      verify('nonsense', signature, 'hello');
    },
    { code: 'bad-address' },
  );
});

test('the words "abandon … about" sign as the reference does (protocol/wallet.md §11)', async (t) => {
  const keys = new HdWallet({ entropy: new Uint8Array(16), extension: '', network: 'mainnet' });
  t.is(
    await signUserText(freeSigner(keys), { mixdepth: 0, branch: 0, index: 0 }, 'test'),
    'Hwx5Sj3KuFE8tefICEqL2+5IHWSAkQs2KxNkMut2n6FSNPrwDcsin4YgrROKfNletk09YYCQUEpGv8PUz5jw+Qo=',
  );
});

test('a key is found by its path and by its address', (t) => {
  const keys = testKeys();
  const state = emptyState();
  const key = { mixdepth: 2, branch: 1, index: 7 };
  const found = (text: string) => ownKeyPath(state, keys, text, 10);
  for (const text of ['2/1/7', displayKeyPath(key, 'regtest'), "m/84'/1'/2h/1/7", keys.addressAt(key)]) {
    t.deepEqual(found(text), key);
  }
  for (const text of ['5/0/0', "m/49'/1'/0'/0/0", '2/1', 'nonsense', keys.addressAt({ ...key, index: 10 })]) {
    t.throws(() => found(text), { code: 'usage' });
  }
});
