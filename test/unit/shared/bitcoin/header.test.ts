import test from 'ava';
import { genesisHeader } from '../../../../shared/bitcoin/genesis.ts';
import {
  bitsOf,
  checkProofOfWork,
  HeaderError,
  parseHeader,
  powLimit,
  targetOf,
  workOf,
} from '../../../../shared/bitcoin/header.ts';
import { NETWORKS, type Network } from '../../../../shared/bitcoin/network.ts';
import { fromHex } from '../../../../shared/crypto/bytes.ts';

const GENESIS: Record<Network, string> = {
  mainnet: '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f',
  testnet: '000000000933ea01ad0ee984209779baaec3ced90fa3f408719526f8d77f4943',
  signet: '00000008819873e925422c1ff0f99f7cc9bbb232af63a077a480a3633bee1ef6',
  regtest: '0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206',
};

test('the first header of each network has its well-known hash and enough work', (t) => {
  for (const network of NETWORKS) {
    const header = parseHeader(genesisHeader(network));
    t.is<string, string>(header.hash, GENESIS[network]);
    t.is(header.merkleRoot, '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b');
    t.notThrows(() => {
      checkProofOfWork(header, network);
    });
    t.is(bitsOf(powLimit(network)), header.bits);
  }
});

test('reads every field of a header', (t) => {
  const header = parseHeader(
    fromHex(
      '010000006fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000982051fd1e4ba744bbbe680e1fee14677ba1a3c3540bf7b1cdb606e857233e0e61bc6649ffff001d01e36299',
    ),
  );
  t.is<string, string>(header.hash, '00000000839a8e6886ab5951d76f411475428afc90947ee320161bbf18eb6048');
  t.is<string, string>(header.previous, GENESIS.mainnet);
  t.is(header.version, 1);
  t.is(header.time, 1231469665);
  t.is(header.bits, 0x1d00ffff);
});

test('a header has 80 bytes', (t) => {
  for (const length of [0, 79, 81]) {
    t.throws(() => parseHeader(new Uint8Array(length)), {
      instanceOf: HeaderError,
      code: 'header-bad-length',
    });
  }
});

test('a hash above the target is no work', (t) => {
  const raw = genesisHeader('mainnet');
  raw[76] = (raw[76] ?? 0) ^ 1;
  t.throws(
    () => {
      checkProofOfWork(parseHeader(raw), 'mainnet');
    },
    { instanceOf: HeaderError, code: 'header-no-work' },
  );
});

test('compact bits become targets', (t) => {
  t.is(targetOf(0x1d00ffff, 'mainnet'), 0xffffn << 208n);
  t.is(targetOf(0x05009234, 'mainnet'), 0x92340000n);
  t.is(targetOf(0x03123456, 'mainnet'), 0x123456n);
  t.is(targetOf(0x01120000, 'mainnet'), 0x12n);
  t.is(targetOf(0x207fffff, 'regtest'), powLimit('regtest'));
});

test('refuses bits that are negative, zero, overflowing or too easy', (t) => {
  const bad: readonly (readonly [number, Network])[] = [
    [0x04923456, 'mainnet'],
    [0x00000000, 'mainnet'],
    [0x01003456, 'mainnet'],
    [0x23000001, 'regtest'],
    [0xff123456, 'regtest'],
    [0x1d010000, 'mainnet'],
    [0x207fffff, 'mainnet'],
    [0x1e0377af, 'signet'],
    [0x21008000, 'regtest'],
  ];
  for (const [bits, network] of bad) {
    t.throws(
      () => targetOf(bits, network),
      { instanceOf: HeaderError, code: 'header-bad-target' },
      bits.toString(16),
    );
  }
});

test('writes targets as the reference does', (t) => {
  t.is(bitsOf(0x80n), 0x02008000);
  t.is(bitsOf(0x12n), 0x01120000);
  t.is(bitsOf(0x1234n), 0x02123400);
  t.is(bitsOf(0x12345600n), 0x04123456);
  t.is(bitsOf(0x92340000n), 0x05009234);
});

test('work is the expected number of hashes', (t) => {
  t.is(workOf(targetOf(0x1d00ffff, 'mainnet')), 0x100010001n);
  t.is(workOf(powLimit('regtest')), 2n);
});
