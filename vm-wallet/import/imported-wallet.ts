import type { OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { Bencoded } from './bencode.ts';
import {
  bytesOf,
  damaged,
  dictionaryAt,
  dictionaryOf,
  listOf,
  numberKeyOf,
  outpointOf,
  textOf,
  wholeNumberOf,
  type Dictionary,
} from './fields.ts';
import { ImportError } from './import-error.ts';

/** What kind of wallet a file holds (protocol/wallet.md §1). */
export type WalletKind = 'legacy' | 'nested' | 'native' | 'native-bonds' | 'watch-only';

/** A coin that was frozen in the old wallet. What is known beyond its outpoint comes from the file's list of coins. */
export interface FrozenCoin {
  readonly outpoint: OutpointKey;
  /** Sats; null where the file no longer lists the coin, which then was spent most likely. */
  readonly value: bigint | null;
  readonly mixdepth: number | null;
  /** True when it belongs to an imported key. */
  readonly onImportedKey: boolean;
}

/** What a wallet file of joinmarket-clientserver holds, apart from caches. */
export interface ImportedWallet {
  readonly kind: WalletKind;
  /** As it is written in the file; the reference writes `testnet` for regtest as well. */
  readonly network: 'mainnet' | 'testnet' | 'signet';
  /** `YYYY/MM/DD HH:MM:SS` in the local time of the old computer; null where it is missing. */
  readonly created: string | null;
  /** The one secret. For a watch-only wallet this is the text of its extended public key. */
  readonly entropy: Uint8Array;
  readonly extension: string;
  readonly mixdepths: number;
  /** Next unused index by `mixdepth/branch`. */
  readonly nextIndex: Readonly<Record<string, number>>;
  readonly frozen: readonly FrozenCoin[];
  /** Labels by address. */
  readonly labels: ReadonlyMap<string, string>;
  /** Keys that were added by hand, and that the words do not bring back. */
  readonly importedKeys: number;
  readonly burnerOutputs: number;
}

const KINDS: ReadonlyMap<bigint, WalletKind> = new Map([
  [0n, 'legacy'],
  [1n, 'nested'],
  [2n, 'native'],
  [5n, 'native-bonds'],
  [6n, 'watch-only'],
]);
const NETWORKS = ['mainnet', 'testnet', 'signet'] as const;
const MAX_MIXDEPTHS = 100;
const MAX_BRANCH = 3;
/** Every address below the next index is watched, and no wallet was ever near this. */
const MAX_INDEX = 100_000;
const MAX_SATS = 2_100_000_000_000_000;
const CREATED = /^[0-9]{4}\/[0-9]{2}\/[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$/u;

/**
 * Reads the dictionary of a `.jmdat` file (protocol/wallet.md §3.1).
 * @throws ImportError `wallet-damaged` when a part is not as the reference writes it, `wallet-kind-unsupported`.
 */
export function readImportedWallet(content: Dictionary): ImportedWallet {
  const kind = kindOf(content.get('wallet_type'));
  return {
    kind,
    network: networkOf(content),
    created: createdOf(content),
    entropy: entropyOf(content, kind),
    extension: content.has('seed_extension') ? textOf(content.get('seed_extension'), 'seed_extension') : '',
    ...indicesOf(content),
    frozen: frozenOf(content),
    labels: labelsOf(content),
    importedKeys: importedKeysOf(content),
    burnerOutputs: dictionaryAt(content, 'burner-out').size,
  };
}

function kindOf(value: Bencoded | undefined): WalletKind {
  if (typeof value !== 'bigint') throw damaged('wallet_type');
  const kind = KINDS.get(value);
  if (kind !== undefined) return kind;
  throw new ImportError('wallet-kind-unsupported', `Nobody knows wallets of type ${value}`, {
    cure: 'Open it with the software that made it, and send its coins to a new wallet.',
  });
}

function networkOf(content: Dictionary): ImportedWallet['network'] {
  const text = textOf(content.get('network'), 'network');
  const network = NETWORKS.find((known) => known === text);
  if (network === undefined) throw damaged('network');
  return network;
}

function createdOf(content: Dictionary): string | null {
  if (!content.has('created')) return null;
  const text = textOf(content.get('created'), 'created');
  if (!CREATED.test(text)) throw damaged('created');
  return text;
}

/** BIP39 takes 16 to 32 bytes in steps of 4; the oldest wallets have 16. */
function entropyOf(content: Dictionary, kind: WalletKind): Uint8Array {
  const entropy = bytesOf(content.get('entropy'), 'entropy');
  if (kind === 'watch-only') return entropy;
  if (entropy.length < 16 || entropy.length > 32 || entropy.length % 4 !== 0) throw damaged('entropy');
  return entropy;
}

function indicesOf(content: Dictionary): Pick<ImportedWallet, 'mixdepths' | 'nextIndex'> {
  const nextIndex: Record<string, number> = {};
  let mixdepths = 0;
  for (const [key, branches] of dictionaryAt(content, 'index_cache')) {
    const mixdepth = numberKeyOf(key, 'index_cache');
    if (mixdepth >= MAX_MIXDEPTHS) throw damaged('index_cache');
    mixdepths = Math.max(mixdepths, mixdepth + 1);
    for (const [name, next] of dictionaryOf(branches, 'index_cache')) {
      const branch = numberKeyOf(name, 'index_cache');
      if (branch > MAX_BRANCH) throw damaged('index_cache');
      nextIndex[`${mixdepth}/${branch}`] = wholeNumberOf(next, 'index_cache', MAX_INDEX);
    }
  }
  if (mixdepths === 0) throw damaged('index_cache');
  return { mixdepths, nextIndex };
}

function frozenOf(content: Dictionary): FrozenCoin[] {
  const listed = coinsOf(content);
  const frozen: FrozenCoin[] = [];
  for (const [key, notes] of dictionaryAt(content, 'meta')) {
    const outpoint = outpointOf(key, 'meta');
    const disabled = dictionaryOf(notes, 'meta').get('disabled') ?? 0n;
    if (typeof disabled !== 'bigint') throw damaged('meta');
    if (disabled === 0n) continue;
    const unlisted = { value: null, mixdepth: null, onImportedKey: false };
    frozen.push({ outpoint, ...(listed.get(outpoint) ?? unlisted) });
  }
  return frozen;
}

function coinsOf(content: Dictionary): ReadonlyMap<OutpointKey, Omit<FrozenCoin, 'outpoint'>> {
  const coins = new Map<OutpointKey, Omit<FrozenCoin, 'outpoint'>>();
  for (const [key, inside] of dictionaryAt(content, 'utxo')) {
    const mixdepth = numberKeyOf(key, 'utxo');
    for (const [outpoint, entry] of dictionaryOf(inside, 'utxo')) {
      const [path, value] = listOf(entry, 'utxo');
      if (path === undefined) throw damaged('utxo');
      const [owner] = listOf(path, 'utxo');
      coins.set(outpointOf(outpoint, 'utxo'), {
        value: BigInt(wholeNumberOf(value, 'utxo', MAX_SATS)),
        mixdepth,
        onImportedKey: owner instanceof Uint8Array && Buffer.from(owner).toString('latin1') === 'imported',
      });
    }
  }
  return coins;
}

function labelsOf(content: Dictionary): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const [address, label] of dictionaryAt(content, 'addr_labels')) {
    labels.set(address, textOf(label, 'addr_labels'));
  }
  return labels;
}

/** A key that was removed keeps its place as an empty one. */
function importedKeysOf(content: Dictionary): number {
  let count = 0;
  for (const keys of dictionaryAt(content, 'imported_keys').values()) {
    for (const entry of listOf(keys, 'imported_keys')) {
      const [key] = listOf(entry, 'imported_keys');
      if (bytesOf(key, 'imported_keys').length > 0) count += 1;
    }
  }
  return count;
}
