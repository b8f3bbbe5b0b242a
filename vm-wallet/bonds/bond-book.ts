import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import { parseOutpoint, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import type { PolicyConfig } from '../../shared/config/joinmarket-cfg.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { bondScript } from '../../shared/jm/bond/script.ts';
import { bondValue } from '../../shared/jm/bond/value.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';
import { unspentCoins } from '../coins/wallet-coins.ts';
import type { Coin, KeyPath } from '../coins/coin.ts';
import { parseKeyPath, type HdWallet } from '../keys/hd-wallet.ts';
import { BondError } from './bond-error.ts';
import type { BondCertificate, CertificateRequest } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** An unspent coin that is locked in a bond. */
export interface BondCoin extends Outpoint {
  readonly value: Sats;
  /** Height of its block; null while it is unconfirmed. */
  readonly height: number | null;
  readonly frozen: boolean;
}

/** A fidelity bond that this wallet can announce: of its own key, or of one that is kept elsewhere. */
export interface Bond {
  readonly address: string;
  readonly publicKey: Uint8Array;
  /** Unix seconds. */
  readonly locktime: number;
  /** Null when its key is kept elsewhere. */
  readonly path: KeyPath | null;
  readonly certificate: BondCertificate | null;
  readonly request: CertificateRequest | null;
  readonly coins: readonly BondCoin[];
}

/** What bonds are judged by. */
export interface BondWorld {
  readonly chain: Pick<VerifiedChain, 'headerAt' | 'height' | 'medianTime'>;
  readonly policy: Pick<PolicyConfig, 'interestRate' | 'bondValueExponent'>;
}

/** One coin of a bond with what it weighs when takers choose. */
export interface RankedCoin {
  readonly bond: Bond;
  readonly coin: BondCoin;
  /** In sat^exponent; 0 while unconfirmed. */
  readonly worth: number;
}

/** Every bond that was made here or found by the scan, the one that ends first before the others. */
export function listBonds(state: ReadonlyState, keys: HdWallet, chain: BondWorld['chain']): Bond[] {
  const locked = unspentCoins(state).filter(({ locktime }) => locktime !== null);
  const bonds = new Map<string, Bond>();
  for (const [address, record] of Object.entries(state.bonds)) {
    const { path, coin, ...rest } = record;
    bonds.set(address, {
      address,
      ...rest,
      publicKey: fromHex(record.publicKey),
      path: path === null ? null : parseKeyPath(path),
      coins: path === null ? coldCoins(coin, chain) : [],
    });
  }
  for (const coin of locked) {
    const { path, locktime, scriptPubKey } = coin;
    if (locktime === null) continue;
    const address = addressOfScript(scriptPubKey, state.network);
    const found = bonds.get(address) ?? {
      ...NOTHING,
      address,
      locktime,
      path,
      publicKey: keys.publicKeyAt(path),
    };
    bonds.set(address, { ...found, coins: [...found.coins, bondCoin(coin)] });
  }
  return [...bonds.values()].sort((one, other) => one.locktime - other.locktime);
}

const NOTHING = { certificate: null, request: null, coins: [] } as const;

/** The coins of all bonds, the one that weighs most first. */
export function rankBonds(bonds: readonly Bond[], world: BondWorld): RankedCoin[] {
  return bonds
    .flatMap((bond) => bond.coins.map((coin) => ({ bond, coin, worth: worthOf(bond, coin, world) })))
    .sort((one, other) => other.worth - one.worth);
}

/** What a bond pays to: its script, by key and locktime. */
export function scriptOfBond({ publicKey, locktime }: Pick<Bond, 'publicKey' | 'locktime'>): Uint8Array {
  return bondScript(publicKey, locktime);
}

/** A coin of a bond of our own key, as the rules want it. @throws BondError `bond-cold-key`. */
export function ownCoin(bond: Bond, coin: BondCoin): Coin {
  const { path, locktime } = bond;
  if (path === null) throw new BondError('bond-cold-key', 'The key of this bond is kept elsewhere');
  return { ...coin, scriptPubKey: scriptOfBond(bond), path, locktime };
}

function worthOf({ locktime }: Bond, coin: BondCoin, { chain, policy }: BondWorld): number {
  const confirmedAt = coin.height === null ? undefined : chain.headerAt(coin.height)?.time;
  if (confirmedAt === undefined) return 0;
  return bondValue({
    value: coin.value,
    confirmedAt,
    locktime,
    now: chain.medianTime(),
    interestRate: policy.interestRate,
    exponent: policy.bondValueExponent,
  });
}

function bondCoin({ txid, vout, value, height, frozen }: Coin): BondCoin {
  return { txid, vout, value, height, frozen };
}

/** A proof of a block that the chain has left says nothing any more. */
function coldCoins(coin: ReadonlyState['bonds'][string]['coin'], chain: BondWorld['chain']): BondCoin[] {
  if (coin === null) return [];
  const height = chain.headerAt(coin.height)?.hash === coin.block ? coin.height : null;
  return [{ ...parseOutpoint(coin.outpoint), value: sats(BigInt(coin.value)), height, frozen: false }];
}
