import { Transaction } from 'bitcoinjs-lib';
import { sats, type Sats } from '../../../shared/bitcoin/amount.ts';
import { outpointKey, type Outpoint, type OutpointKey } from '../../../shared/bitcoin/outpoint.ts';
import { parseTransaction, type ParsedTransaction } from '../../../shared/bitcoin/transaction.ts';
import { p2wpkhScript } from '../../../shared/bitcoin/script.ts';
import type { VerifiedCoin } from '../../../shared/bridge/chain.ts';
import { fromHex, toHex } from '../../../shared/crypto/bytes.ts';
import { boxKeyPairFrom, type BoxKeyPair } from '../../../shared/jm/box.ts';
import type { BoxPublicKey, Nick, PrivateCommand } from '../../../shared/jm/command.ts';
import { nickKeyFrom, type NickKey } from '../../../shared/jm/nick-key.ts';
import { parseNick } from '../../../shared/jm/nick.ts';
import { decodeEnvelope, parseAddressed } from '../../../shared/jm/onion/envelope.ts';
import { decodeCommand, isEncryptedWord } from '../../../shared/jm/private-command.ts';
import { ONION_HOSTID, verifyLine } from '../../../shared/jm/signed-line.ts';
import { HdWallet } from '../../../vm-wallet/keys/hd-wallet.ts';
import type { KeyPath } from '../../../vm-wallet/coins/coin.ts';
import { textOf, type Recorded } from '../compare.ts';

/** The IRC network of the recordings. */
const IRC_HOSTID = 'InteropNet';
/** Every coin of the recordings' wallets that was spent, in sats. */
export const COIN_VALUE: Sats = sats(200_000_000n);
const SEARCHED_INDEXES = 30;

/** A private message as one peer said it to another. */
export interface Said {
  readonly from: Nick;
  readonly to: string;
  readonly line: string;
  readonly hostid: string;
  /** What was in the box, as the recording has it; null for plain messages. */
  readonly plaintext: string | null;
  /** What it says, or null where we do not understand it. */
  readonly command: PrivateCommand | null;
}

/** A recorded CoinJoin with all its secrets. */
export interface Recording {
  readonly nicks: ReadonlyMap<string, Nick>;
  readonly keys: ReadonlyMap<Nick, NickKey>;
  readonly pairs: ReadonlyMap<BoxPublicKey, BoxKeyPair>;
  readonly wallets: ReadonlyMap<string, HdWallet>;
  /** Private messages in the order in which they were sent, without copies that a directory relays. */
  readonly said: readonly Said[];
  /** The signed transaction that was broadcast. */
  readonly broadcast: string;
  /** Where the taker's user wanted the coins to go. */
  readonly destination: string;
}

/** Reads a transcript file. */
export function readRecording(file: unknown): Recording {
  const recorded = file as {
    readonly nicks: readonly Recorded[];
    readonly nacl_keypairs_in_creation_order: readonly Recorded[];
    readonly wallets: Readonly<Record<string, Recorded>>;
    readonly messages: readonly Recorded[];
  };
  const keys = new Map<Nick, NickKey>();
  const nicks = new Map<string, Nick>();
  for (const nick of recorded.nicks) {
    // The recorded key carries the reference's mark for compressed keys.
    const key = nickKeyFrom(fromHex(textOf(nick, 'nick_privkey_hex_with_01').slice(0, 64)));
    keys.set(key.nick, key);
    nicks.set(textOf(nick, 'role'), key.nick);
  }
  const pairs = recorded.nacl_keypairs_in_creation_order.map((pair) =>
    boxKeyPairFrom(fromHex(textOf(pair, 'sk'))),
  );
  const start = recorded.messages.find(({ event, role }) => event === 'process-start' && role === 'taker');
  return {
    nicks,
    keys,
    pairs: new Map(pairs.map((pair) => [pair.publicKey, pair])),
    wallets: new Map(
      Object.entries(recorded.wallets).map(([role, wallet]) => [
        role,
        new HdWallet({ entropy: fromHex(textOf(wallet, 'entropy')), extension: '', network: 'regtest' }),
      ]),
    ),
    said: recorded.messages.flatMap((message) => readMessage(message, nicks) ?? []),
    broadcast: textOf(recorded.messages.find(({ event }) => event === 'bitcoin-broadcast') ?? {}, 'tx'),
    destination: (start?.['argv'] as readonly string[]).at(-1) ?? '',
  };
}

/** The recorded transaction without signatures, and every coin in it: its key is known from the signature. */
export function recordedJoin({ broadcast }: Recording): {
  readonly unsigned: Uint8Array;
  readonly parsed: ParsedTransaction;
  readonly coins: ReadonlyMap<OutpointKey, VerifiedCoin>;
} {
  const transaction = Transaction.fromHex(broadcast);
  const parsed = parseTransaction(transaction.toBuffer());
  const coins = new Map<OutpointKey, VerifiedCoin>();
  for (const [index, { txid, vout }] of parsed.inputs.entries()) {
    const publicKey = transaction.ins[index]?.witness[1] ?? new Uint8Array(0);
    coins.set(outpointKey({ txid, vout }), coinOf({ txid, vout }, publicKey));
    transaction.setWitness(index, []);
  }
  return { unsigned: transaction.toBuffer(), parsed, coins };
}

/** A coin of the recordings, old enough for everything. */
export function coinOf({ txid, vout }: Outpoint, publicKey: Uint8Array): VerifiedCoin {
  return {
    txid,
    vout,
    value: COIN_VALUE,
    scriptPubKey: p2wpkhScript(publicKey),
    confirmations: 50,
    height: 50,
  };
}

/** Where a script sits in a wallet. */
export function pathOf(wallet: HdWallet, script: Uint8Array): KeyPath {
  for (let mixdepth = 0; mixdepth < 5; mixdepth += 1) {
    for (const branch of [0, 1]) {
      for (let index = 0; index < SEARCHED_INDEXES; index += 1) {
        const path = { mixdepth, branch, index };
        if (toHex(wallet.scriptAt(path)) === toHex(script)) return path;
      }
    }
  }
  throw new Error(`${toHex(script)} is not in the recorded wallet`);
}

function readMessage(message: Recorded, nicks: ReadonlyMap<string, Nick>): Said | null {
  const parsed = message['parsed'];
  if (typeof parsed !== 'object' || parsed === null || (parsed as Recorded)['relayed_by_directory'] === true)
    return null;
  const heard = typeof message['reassembled'] === 'string' ? readIrc(message, nicks) : readOnion(message);
  if (heard === null) return null;
  const decrypted = message['decrypted'];
  const text = typeof decrypted === 'string' ? decrypted : (decrypted as Recorded | undefined)?.['plaintext'];
  const plaintext = typeof text === 'string' ? text : null;
  return { ...heard, plaintext, command: commandOf(heard, plaintext) };
}

type Heard = Omit<Said, 'plaintext' | 'command'>;

function readOnion(message: Recorded): Heard | null {
  const envelope = decodeEnvelope(textOf(message, 'line'));
  const addressed = envelope === null ? null : parseAddressed(envelope.line);
  const from = addressed === null ? null : parseNick(addressed.from);
  if (addressed === null || from === null) return null;
  return { from, to: addressed.to, line: addressed.message, hostid: ONION_HOSTID };
}

/** On IRC the sender's nick is the server's word; the recording names the role behind it. */
function readIrc(message: Recorded, nicks: ReadonlyMap<string, Nick>): Heard | null {
  const from = nicks.get(textOf(message, 'from'));
  const to = /^PRIVMSG (?<nick>[^ ]+) :/u.exec(textOf(message, 'line'))?.groups?.['nick'];
  if (from === undefined || to === undefined) return null;
  return { from, to, line: textOf(message, 'reassembled'), hostid: IRC_HOSTID };
}

function commandOf({ from, line, hostid }: Heard, plaintext: string | null): PrivateCommand | null {
  const verified = verifyLine(from, line, hostid);
  if (!verified.ok) return null;
  const { word, payload } = verified.value;
  const fields = isEncryptedWord(word) ? plaintext : payload;
  const read = fields === null ? null : decodeCommand(word, fields);
  return read?.ok === true ? read.value : null;
}
