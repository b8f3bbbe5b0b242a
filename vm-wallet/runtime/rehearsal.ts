import { Transaction } from 'bitcoinjs-lib';
import { setImmediate } from 'node:timers/promises';
import { addressOfScript, scriptOfAddress } from '../../shared/bitcoin/address.ts';
import { parseOutpoint } from '../../shared/bitcoin/outpoint.ts';
import { sats } from '../../shared/bitcoin/amount.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { publicKeyOf } from '../../shared/crypto/sign.ts';
import { createBoxKeyPair } from '../../shared/jm/box.ts';
import type { PrivateCommand } from '../../shared/jm/command.ts';
import { createNickKey, publicKeyHex } from '../../shared/jm/nick-key.ts';
import { createPodle } from '../../shared/jm/podle/create.ts';
import { verifyPodle } from '../../shared/jm/podle/verify.ts';
import { signBoxKey, verifyBoxKey } from '../session/key-authentication.ts';
import { PrivateSession } from '../session/private-session.ts';

/** How often the round is played: so often that the engine has compiled what it is made of. */
const TIMES = 15;
/** Seconds between two of them, as the sessions see it: they answer nobody who is faster. */
const APART = 20;
const HOSTID = 'rehearsal';
const NO_COIN = parseOutpoint(`${'00'.repeat(32)}:0`);
/** Of an ordinary CoinJoin. */
const INPUTS = 12;
const OUTPUTS = 2 * INPUTS;
/** Pays nobody: a public key hash of zeros. */
const SCRIPT = Uint8Array.of(0x00, 0x14, ...new Uint8Array(20));
const SIGNATURE_BYTES = 107;

/**
 * Plays what a taker and a maker say to each other in a round, with throw-away keys, before anybody else waits for it. The first use of
 * each part costs up to 70 ms, which peers would have to wait for, and could tell a freshly started wallet by; and a part that does not
 * work is found out before money depends on it.
 * @param signal Ends it early.
 * @throws Error when our own words do not come through.
 */
export async function rehearse(random: Random, signal: AbortSignal): Promise<void> {
  const [taker, maker] = [createNickKey(random), createNickKey(random)];
  const keys = { taker: createBoxKeyPair(random), maker: createBoxKeyPair(random) };
  const sessions = {
    taker: new PrivateSession(taker, random, () => ({ own: keys.taker, theirs: keys.maker.publicKey })),
    maker: new PrivateSession(maker, random, () => ({ own: keys.maker, theirs: keys.taker.publicKey })),
  };
  const coinKey = random.bytes(32);
  const authKey = publicKeyHex(publicKeyOf(coinKey));
  const podle = createPodle({ privateKey: coinKey, utxo: NO_COIN, index: 0 });
  const transaction = someTransaction();
  const { commitment, revelation } = podle;
  const fill = { oid: 0, amount: sats(100_000n), takerKey: keys.taker.publicKey, commitment };
  const address = addressOfScript(SCRIPT, 'regtest');
  const coins = {
    utxos: [NO_COIN],
    authKey,
    coinjoinAddress: address,
    changeAddress: address,
    signature: signBoxKey(keys.maker.publicKey, coinKey),
  };
  const lines: readonly (readonly [from: 'taker' | 'maker', PrivateCommand])[] = [
    ['taker', { command: 'fill', ...fill }],
    ['maker', { command: 'pubkey', makerKey: keys.maker.publicKey, features: [] }],
    ['taker', { command: 'auth', revelation }],
    ['maker', { command: 'ioauth', ...coins }],
    ['taker', { command: 'tx', transaction }],
    ['maker', { command: 'sig', signature: new Uint8Array(SIGNATURE_BYTES) }],
  ];
  const nicks = { taker: taker.nick, maker: maker.nick };
  for (let time = 0; time < TIMES; time += 1) {
    for (const [from, command] of lines) {
      if (signal.aborted) return;
      const to = from === 'taker' ? 'maker' : 'taker';
      const line = sessions[from].say(nicks[to], command)?.(HOSTID) ?? '';
      const heard = sessions[to].receive(nicks[from], line, HOSTID, time * APART);
      if (!heard.ok) throw new Error(`our own "${command.command}" does not come through`);
      await setImmediate();
    }
    if (!verifyPodle(revelation, commitment, 1).ok) throw new Error('our own proof does not hold');
    const signature = signBoxKey(keys.maker.publicKey, coinKey);
    if (!verifyBoxKey(keys.maker.publicKey, authKey, signature))
      throw new Error('our own signature does not hold');
    scriptOfAddress(address, 'regtest');
    // A copy, because the same bytes are read once only.
    parseTransaction(Uint8Array.from(transaction));
  }
}

function someTransaction(): Uint8Array {
  const transaction = new Transaction();
  for (let index = 0; index < INPUTS; index += 1) transaction.addInput(new Uint8Array(32), index);
  for (let index = 0; index < OUTPUTS; index += 1) transaction.addOutput(SCRIPT, BigInt(index));
  return Uint8Array.from(transaction.toBuffer());
}
