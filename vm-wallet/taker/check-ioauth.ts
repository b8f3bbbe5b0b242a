import { isMoney, sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { scriptOfAddress } from '../../shared/bitcoin/address.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { scriptOfKeyLike, scriptTypeOf } from '../../shared/bitcoin/script.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import { equalBytes, fromHex, toHex } from '../../shared/crypto/bytes.ts';
import { accept, isJmError, refuse, type Result } from '../../shared/errors.ts';
import type { BoxPublicKey, IoauthCommand } from '../../shared/jm/command.ts';
import { DUST_THRESHOLD } from '../../shared/jm/offer.ts';
import type { ReadyMaker } from '../coinjoin/join.ts';
import { verifyBoxKey } from '../session/key-authentication.ts';
import type { Candidate } from './choose/candidate.ts';

/** Why a maker's `ioauth` was refused (protocol/coinjoin.md §5). */
export type IoauthRefusal =
  | 'bad-key-signature'
  | 'bad-address'
  | 'wrong-address-type'
  | 'same-addresses'
  | 'known-address'
  | 'duplicate-coin'
  | 'foreign-coin'
  | 'too-many-coins'
  | 'coin-not-found'
  | 'coin-unconfirmed'
  | 'wrong-coin-type'
  | 'coin-not-worth-its-input'
  | 'key-owns-no-coin'
  | 'change-too-small';

/** What the taker knows beyond the message itself. */
export interface IoauthFacts {
  readonly network: Network;
  /** The box key that the maker sent in `pubkey`. */
  readonly makerKey: BoxPublicKey;
  readonly maxCoins: number;
  /** Coins of the taker and of makers that passed already. */
  readonly takenCoins: ReadonlySet<OutpointKey>;
  /** Scripts, as hex, of the taker and of makers that passed already. */
  readonly takenScripts: ReadonlySet<string>;
}

/** The checks that need no chain, so that coins of an obvious cheat are not even looked up. */
export function checkIoauthForm(command: IoauthCommand, facts: IoauthFacts): Result<Scripts, IoauthRefusal> {
  if (!verifyBoxKey(facts.makerKey, command.authKey, command.signature)) return refuse('bad-key-signature');
  const coinjoinScript = scriptOf(command.coinjoinAddress, facts.network);
  const changeScript = scriptOf(command.changeAddress, facts.network);
  if (coinjoinScript === null || changeScript === null) return refuse('bad-address');
  if (scriptTypeOf(coinjoinScript) !== 'p2wpkh' || scriptTypeOf(changeScript) !== 'p2wpkh') {
    return refuse('wrong-address-type');
  }
  if (equalBytes(coinjoinScript, changeScript)) return refuse('same-addresses');
  if (facts.takenScripts.has(toHex(coinjoinScript)) || facts.takenScripts.has(toHex(changeScript))) {
    return refuse('known-address');
  }
  if (command.utxos.length > facts.maxCoins) return refuse('too-many-coins');
  const keys = command.utxos.map(outpointKey);
  if (new Set(keys).size !== keys.length) return refuse('duplicate-coin');
  if (keys.some((key) => facts.takenCoins.has(key))) return refuse('foreign-coin');
  return accept({ coinjoinScript, changeScript });
}

/** The two scripts that a maker wants to be paid to. */
export interface Scripts {
  readonly coinjoinScript: Uint8Array;
  readonly changeScript: Uint8Array;
}

/** The checks against verified coins; `null` stands for a coin without sufficient evidence. */
export function checkIoauthCoins(
  command: IoauthCommand,
  scripts: Scripts,
  coins: readonly (VerifiedCoin | null)[],
  chosen: Candidate,
  { amount, leastCoinValue = sats(0n) }: { readonly amount: Sats; readonly leastCoinValue?: Sats },
): Result<ReadyMaker, IoauthRefusal> {
  const authKey = fromHex(command.authKey);
  const found: VerifiedCoin[] = [];
  for (const coin of coins) {
    if (coin === null) return refuse('coin-not-found');
    if (coin.confirmations < 1) return refuse('coin-unconfirmed');
    // A script that no single key unlocks has no place in `sig`, and no size that we could pay for.
    if (scriptOfKeyLike(authKey, coin.scriptPubKey) === null) return refuse('wrong-coin-type');
    if (coin.value < leastCoinValue) return refuse('coin-not-worth-its-input');
    found.push(coin);
  }
  if (found.length !== command.utxos.length) return refuse('coin-not-found');
  const owned = found.some((coin) => {
    const script = scriptOfKeyLike(authKey, coin.scriptPubKey);
    return script !== null && equalBytes(script, coin.scriptPubKey);
  });
  if (!owned) return refuse('key-owns-no-coin');
  const change = sumSats(found.map((coin) => coin.value)) - amount - chosen.offer.txfee + chosen.fee;
  if (!isMoney(change) || change < DUST_THRESHOLD) return refuse('change-too-small');
  return accept({
    nick: chosen.maker,
    offer: chosen.offer,
    fee: chosen.fee,
    coins: found,
    ...scripts,
    change: sats(change),
  });
}

function scriptOf(address: string, network: Network): Uint8Array | null {
  try {
    return scriptOfAddress(address, network);
  } catch (error) {
    if (isJmError(error)) return null;
    throw error;
  }
}
