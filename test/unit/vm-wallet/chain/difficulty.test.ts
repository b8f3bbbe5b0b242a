import test from 'ava';
import type { Header } from '../../../../shared/bitcoin/header.ts';
import type { Network } from '../../../../shared/bitcoin/network.ts';
import { blockHash } from '../../../../shared/bitcoin/outpoint.ts';
import { medianTimePast, requiredBits } from '../../../../vm-wallet/chain/difficulty.ts';

const NO_HASH = blockHash('00'.repeat(32));
const EASIEST = 0x1d00ffff;

function header(time: number, bits: number): Header {
  return { hash: NO_HASH, previous: NO_HASH, merkleRoot: '', version: 1, time, bits, raw: new Uint8Array() };
}

/** A chain that knows only some headers; asking for another one fails the test. */
function known(headers: Readonly<Record<number, Header>>): (height: number) => Header {
  return (height) => {
    const found = headers[height];
    if (found === undefined) throw new Error(`header ${height} was not expected to matter`);
    return found;
  };
}

// Block times and results of Bitcoin's own pow_tests (32,256 and 68,544 are real, the others made up).
const RETARGETS = [
  {
    name: 'in the middle',
    height: 32_256,
    first: 1261130161,
    last: 1262152739,
    bits: 0x1d00ffff,
    next: 0x1d00d86a,
  },
  {
    name: 'at the limit',
    height: 2016,
    first: 1231006505,
    last: 1233061996,
    bits: 0x1d00ffff,
    next: 0x1d00ffff,
  },
  {
    name: 'four times harder at most',
    height: 68_544,
    first: 1279008237,
    last: 1279297671,
    bits: 0x1c05a3f4,
    next: 0x1c0168fd,
  },
  {
    name: 'four times easier at most',
    height: 46_368,
    first: 1263163443,
    last: 1269211443,
    bits: 0x1c387f6f,
    next: 0x1d00e1fd,
  },
] as const;

for (const { name, height, first, last, bits, next } of RETARGETS) {
  test(`difficulty changes every 2016 blocks: ${name}`, (t) => {
    const headers = known({ [height - 2016]: header(first, bits), [height - 1]: header(last, bits) });
    for (const network of ['mainnet', 'testnet'] as const) {
      t.is(requiredBits(network, height, last + 600, headers), next);
    }
  });
}

test('difficulty stays between retargets, and always on regtest', (t) => {
  t.is(requiredBits('mainnet', 32_257, 0, known({ 32_256: header(0, 0x1d00d86a) })), 0x1d00d86a);
  t.is(requiredBits('signet', 100, 9_999_999, known({ 99: header(0, 0x1d00d86a) })), 0x1d00d86a);
  t.is(requiredBits('regtest', 2016, 0, known({ 2015: header(0, 0x207fffff) })), 0x207fffff);
});

test('signet retargets below its own limit', (t) => {
  const headers = known({ 0: header(0, 0x1e0377ae), 2015: header(8 * 14 * 86_400, 0x1e0377ae) });
  t.is(requiredBits('signet', 2016, 0, headers), 0x1e0377ae);
});

test('testnet allows the easiest difficulty after twenty minutes without a block, and not a second earlier', (t) => {
  const hard = 0x1c05a3f4;
  const headers = known({ 99: header(1000, hard) });
  t.is(requiredBits('testnet', 100, 1000 + 1201, headers), EASIEST);
  t.is(requiredBits('testnet', 100, 1000 + 1200, headers), hard);
});

test('testnet walks back over easy blocks to the last real difficulty, at most to the start of the period', (t) => {
  const hard = 0x1c05a3f4;
  const over = known({ 2500: header(0, hard), 2501: header(0, EASIEST), 2502: header(0, EASIEST) });
  t.is(requiredBits('testnet', 2503, 600, over), hard);
  const start = known({ 2016: header(0, EASIEST), 2017: header(0, EASIEST) });
  t.is(requiredBits('testnet', 2018, 600, start), EASIEST);
});

test('testnet retargets from the last block even if that was an easy one', (t) => {
  const headers = known({ 0: header(0, 0x1c05a3f4), 2015: header(14 * 86_400, EASIEST) });
  t.is(requiredBits('testnet', 2016, 14 * 86_400 + 5000, headers), EASIEST);
});

test('median time is that of the last eleven blocks, or of as many as there are', (t) => {
  const times = [5, 1, 9, 3, 7, 2, 8, 4, 6, 11, 10, 12, 0];
  const at = (height: number): Header => header(times[height] ?? Number.NaN, EASIEST);
  t.is(medianTimePast(0, at), 5);
  t.is(medianTimePast(1, at), 5);
  t.is(medianTimePast(2, at), 5);
  t.is(medianTimePast(10, at), 6);
  t.is(medianTimePast(11, at), 7);
  t.is(medianTimePast(12, at), 7);
});

test('no network asks for headers before the first', (t) => {
  const networks: readonly Network[] = ['mainnet', 'testnet', 'signet', 'regtest'];
  for (const network of networks) {
    t.is(requiredBits(network, 1, 600, known({ 0: header(0, EASIEST) })), EASIEST);
  }
});
