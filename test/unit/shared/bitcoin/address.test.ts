import { bech32, bech32m } from '@scure/base';
import test from 'ava';
import { addressOfScript, scriptOfAddress } from '../../../../shared/bitcoin/address.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';

/** Addresses of BIP173, BIP350, BIP84 and BIP341 with their scripts. */
const KNOWN: readonly (readonly [string, string])[] = [
  ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', '0014751e76e8199196d454941c45d1b3a323f1433bd6'],
  [
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    '512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798',
  ],
  [
    'bc1p5d7rjq7g6rdk2yhzks9smlaqtedr4dekq08ge8ztwac72sfr9rusxg3297',
    '5120a37c3903c8d0db6512e2b40b0dffa05e5a3ab73603ce8c9c4b7771e5412328f9',
  ],
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac'],
];

test('known addresses and their scripts, both ways', (t) => {
  for (const [address, script] of KNOWN) {
    t.is(toHex(scriptOfAddress(address, 'mainnet')), script);
    t.is(addressOfScript(scriptOfAddress(address, 'mainnet'), 'mainnet'), address);
  }
});

test('another network, a broken checksum or nonsense is no address', (t) => {
  for (const [address] of KNOWN) {
    const broken = `${address.slice(0, -1)}${address.endsWith('4') ? '5' : '4'}`;
    for (const [text, network] of [
      [address, 'testnet'],
      [broken, 'mainnet'],
    ] as const) {
      t.throws(() => scriptOfAddress(text, network), { code: 'bad-address' }, text);
    }
  }
  t.throws(() => scriptOfAddress('', 'mainnet'), { code: 'bad-address' });
});

test('what anyone could spend is no address: witness versions without rules, taproot of another length', (t) => {
  const program = new Uint8Array(32).fill(7);
  const future = [2, 9, 16].map((version) => bech32m.encode('bc', [version, ...bech32m.toWords(program)]));
  const short = bech32m.encode('bc', [1, ...bech32m.toWords(program.subarray(0, 20))]);
  const oldChecksum = bech32.encode('bc', [1, ...bech32.toWords(program)]);
  for (const address of [...future, short, oldChecksum]) {
    t.throws(() => scriptOfAddress(address, 'mainnet'), { code: 'bad-address' }, address);
  }
});
