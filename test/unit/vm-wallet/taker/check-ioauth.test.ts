import { bech32m } from '@scure/base';
import test from 'ava';
import { addressOfScript } from '../../../../shared/bitcoin/address.ts';
import { sats, type Sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { p2pkhScript, p2shP2wpkhScript, p2wshScript } from '../../../../shared/bitcoin/script.ts';
import type { VerifiedCoin } from '../../../../shared/bridge/chain.ts';
import { concat, toBase64, toHex } from '../../../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import type { IoauthCommand, PublicKeyHex } from '../../../../shared/jm/command.ts';
import { signBoxKey } from '../../../../vm-wallet/session/key-authentication.ts';
import {
  checkIoauthCoins,
  checkIoauthForm,
  type IoauthFacts,
  type IoauthRefusal,
} from '../../../../vm-wallet/taker/check-ioauth.ts';
import {
  AMOUNT,
  makerParty,
  partyCoin,
  partyKey,
  partyScript,
  type MakerParty,
} from '../../../fixtures/coinjoin-parties.ts';

const MAKER = makerParty(1, { values: [900_000n, 600_000n] });
const OTHER = makerParty(2);
const ANY_KEY = publicKeyOf(partyKey(1, 50));
const TAPROOT = concat(Uint8Array.of(0x51, 0x20), ANY_KEY.subarray(1));
/** BIP350's example of version 16, which anyone may spend, with the prefix of regtest. */
const FUTURE = bech32m.encode('bcrt', [16, ...bech32m.toWords(Uint8Array.of(0x75, 0x1e))]);

interface Changes {
  readonly command?: Partial<IoauthCommand>;
  readonly facts?: Partial<IoauthFacts>;
  readonly coins?: readonly (VerifiedCoin | null)[];
  readonly maker?: MakerParty;
  readonly leastCoinValue?: Sats;
}

/** The verdict of both checks on an honest `ioauth` with these changes. */
function verdict({
  command,
  facts,
  maker = MAKER,
  coins = maker.coins,
  leastCoinValue = sats(0n),
}: Changes = {}): unknown {
  const said = { ...maker.ioauth, ...command };
  const form = checkIoauthForm(said, {
    network: 'regtest',
    makerKey: maker.makerKey,
    maxCoins: 15,
    takenCoins: new Set(OTHER.coins.map(outpointKey)),
    takenScripts: new Set([OTHER.ready.coinjoinScript, OTHER.ready.changeScript].map(toHex)),
    ...facts,
  });
  if (!form.ok) return form.error;
  const judged = checkIoauthCoins(said, form.value, coins, maker.candidate, {
    amount: AMOUNT,
    leastCoinValue,
  });
  return judged.ok ? judged.value : judged.error;
}

function regtestAddress(script: Uint8Array): string {
  return addressOfScript(script, 'regtest');
}

function withCoin(change: Partial<VerifiedCoin> | null): readonly (VerifiedCoin | null)[] {
  const [first, second] = MAKER.coins;
  if (first === undefined || second === undefined) throw new Error('the maker has two coins');
  return [first, change === null ? null : { ...second, ...change }];
}

/** One change each, which breaks just that check. */
const broken: Record<IoauthRefusal, Changes> = {
  'bad-key-signature': { facts: { makerKey: OTHER.makerKey } },
  'bad-address': { command: { changeAddress: addressOfScript(partyScript(1, 2), 'mainnet') } },
  'wrong-address-type': { command: { changeAddress: regtestAddress(p2pkhScript(ANY_KEY)) } },
  'same-addresses': { command: { changeAddress: MAKER.ioauth.coinjoinAddress } },
  'known-address': { command: { changeAddress: OTHER.ioauth.coinjoinAddress } },
  'duplicate-coin': { command: { utxos: [...MAKER.ioauth.utxos, ...MAKER.ioauth.utxos.slice(0, 1)] } },
  'foreign-coin': { command: { utxos: [...MAKER.ioauth.utxos, ...OTHER.ioauth.utxos] } },
  'too-many-coins': { facts: { maxCoins: 1 } },
  'coin-not-found': { coins: withCoin(null) },
  'coin-unconfirmed': { coins: withCoin({ confirmations: 0, height: null }) },
  'coin-not-worth-its-input': { leastCoinValue: sats(600_001n) },
  'wrong-coin-type': { coins: withCoin({ scriptPubKey: TAPROOT }) },
  'key-owns-no-coin': {
    command: {
      authKey: toHex(ANY_KEY) as PublicKeyHex,
      signature: signBoxKey(MAKER.makerKey, partyKey(1, 50)),
    },
  },
  'change-too-small': { coins: withCoin({ value: sats(100_000n) }) },
};

test('an honest ioauth is accepted, with the change that the offer gives', (t) => {
  t.deepEqual(verdict(), MAKER.ready);
  // 1 500 000 − 1 000 000 + 500
  t.is(MAKER.ready.change, sats(500_500n));
});

for (const [refusal, changes] of Object.entries(broken)) {
  test(`refuses: ${refusal}`, (t) => {
    t.is(verdict(changes), refusal);
  });
}

test('the signature is by the key that is shown, over the box key that we talk to', (t) => {
  const signed = (signature: string): unknown => verdict({ command: { signature } });
  t.is(signed(signBoxKey(OTHER.makerKey, partyKey(1, 0))), 'bad-key-signature');
  t.is(signed(signBoxKey(MAKER.makerKey, partyKey(1, 1))), 'bad-key-signature');
  t.is(signed(OTHER.ioauth.signature), 'bad-key-signature');
  t.is(signed(toBase64(new Uint8Array(64).fill(1))), 'bad-key-signature');
});

test('each of the two addresses is checked', (t) => {
  const addresses: readonly (readonly [string, IoauthRefusal])[] = [
    ['nonsense', 'bad-address'],
    [addressOfScript(partyScript(1, 1), 'testnet'), 'bad-address'],
    [`${MAKER.ioauth.coinjoinAddress.slice(0, -1)}q`, 'bad-address'],
    [regtestAddress(p2pkhScript(ANY_KEY)), 'wrong-address-type'],
    [regtestAddress(p2shP2wpkhScript(ANY_KEY)), 'wrong-address-type'],
    [regtestAddress(p2wshScript(ANY_KEY)), 'wrong-address-type'],
    [regtestAddress(TAPROOT), 'wrong-address-type'],
    [FUTURE, 'bad-address'],
    [OTHER.ioauth.coinjoinAddress, 'known-address'],
    [OTHER.ioauth.changeAddress, 'known-address'],
  ];
  for (const [address, refusal] of addresses) {
    t.is(verdict({ command: { coinjoinAddress: address } }), refusal, address);
    t.is(verdict({ command: { changeAddress: address } }), refusal, address);
  }
});

test('the same address in capitals is the same address', (t) => {
  const changeAddress = MAKER.ioauth.coinjoinAddress.toUpperCase();
  t.is(verdict({ command: { changeAddress } }), 'same-addresses');
  const known = OTHER.ioauth.changeAddress.toUpperCase();
  t.is(verdict({ command: { coinjoinAddress: known } }), 'known-address');
});

test('every coin is one that a single key can own', (t) => {
  for (const scriptPubKey of [TAPROOT, p2wshScript(ANY_KEY), Uint8Array.of(0x51)]) {
    t.is(verdict({ coins: withCoin({ scriptPubKey }) }), 'wrong-coin-type');
  }
});

test('as many coins as allowed, and not one more', (t) => {
  const of = (count: number): MakerParty =>
    makerParty(3, { values: Array.from({ length: count }, () => 500_000n) });
  t.deepEqual(verdict({ maker: of(14) }), of(14).ready);
  t.deepEqual(verdict({ maker: of(15) }), of(15).ready);
  t.is(verdict({ maker: of(16) }), 'too-many-coins');
});

test('a coin is the same with more said about it', (t) => {
  const [first] = MAKER.ioauth.utxos;
  if (first === undefined) return t.fail();
  const again = { ...first, extension: { scriptPubKey: '0014', height: 1 } };
  t.is(verdict({ command: { utxos: [...MAKER.ioauth.utxos, again] } }), 'duplicate-coin');
});

test('another output of a transaction that another maker spends is no foreign coin', (t) => {
  const [foreign] = OTHER.coins;
  if (foreign === undefined) return t.fail();
  const sibling = { ...partyCoin(1, 2, 100_000n), txid: foreign.txid, vout: 9 };
  const utxos = [...MAKER.ioauth.utxos, { txid: sibling.txid, vout: sibling.vout }];
  const judged = verdict({ command: { utxos }, coins: [...MAKER.coins, sibling] });
  t.deepEqual(judged, { ...MAKER.ready, coins: [...MAKER.coins, sibling], change: 600_500n });
});

test('there is evidence for every coin, whichever the key owns', (t) => {
  const [first = null, second = null] = MAKER.coins;
  t.is(verdict({ coins: [null, second] }), 'coin-not-found');
  t.is(verdict({ coins: [first] }), 'coin-not-found');
  t.is(verdict({ coins: [] }), 'coin-not-found');
  t.is(verdict({ coins: [first, second, partyCoin(1, 2, 1n)] }), 'coin-not-found');
});

test('one confirmation is enough', (t) => {
  const coins = withCoin({ confirmations: 1 });
  t.deepEqual(verdict({ coins }), { ...MAKER.ready, coins });
});

test('the key may own any of the coins, under any script of a single key', (t) => {
  const last = {
    authKey: toHex(publicKeyOf(partyKey(1, 1))) as PublicKeyHex,
    signature: signBoxKey(MAKER.makerKey, partyKey(1, 1)),
  };
  t.deepEqual(verdict({ command: last }), MAKER.ready);
  for (const scriptOf of [p2shP2wpkhScript, p2pkhScript]) {
    const maker = makerParty(3, { scriptOf });
    t.deepEqual(verdict({ maker }), maker.ready);
  }
  t.is(verdict({ maker: makerParty(3, { scriptOf: p2wshScript }) }), 'wrong-coin-type');
});

test('the change reaches the dust threshold, counting both fees', (t) => {
  // 1 000 000 + 27 300 + 100 − 500
  const of = (value: bigint): MakerParty => makerParty(3, { values: [value], offer: { txfee: sats(100n) } });
  t.deepEqual(verdict({ maker: of(1_026_901n) }), { ...of(1_026_901n).ready, change: 27_301n });
  t.deepEqual(verdict({ maker: of(1_026_900n) }), { ...of(1_026_900n).ready, change: 27_300n });
  t.is(verdict({ maker: of(1_026_899n) }), 'change-too-small');
});

test('coins that do not even hold the amount are too small, not an error', (t) => {
  t.is(verdict({ coins: [partyCoin(1, 0, 1n), partyCoin(1, 1, 1n)] }), 'change-too-small');
});

test('A14: a coin pays for its own input: at the cost of one, and not below', (t) => {
  t.deepEqual(verdict({ leastCoinValue: sats(599_999n) }), MAKER.ready);
  t.deepEqual(verdict({ leastCoinValue: sats(600_000n) }), MAKER.ready);
  t.is(verdict({ leastCoinValue: sats(600_001n) }), 'coin-not-worth-its-input');
});

test('A50: every coin is asked for its confirmations, not only the one that the key owns', (t) => {
  const [first, second] = MAKER.coins;
  if (first === undefined || second === undefined) return t.fail();
  const fresh = { confirmations: 0, height: null };
  t.is(verdict({ coins: [first, { ...second, ...fresh }] }), 'coin-unconfirmed');
  t.is(verdict({ coins: [{ ...first, ...fresh }, second] }), 'coin-unconfirmed');
  t.deepEqual(verdict({ coins: [first, { ...second, confirmations: 1 }] }), {
    ...MAKER.ready,
    coins: [first, { ...second, confirmations: 1 }],
  });
});
