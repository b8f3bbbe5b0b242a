import path from 'node:path';
import type { Network } from '../../shared/bitcoin/network.ts';
import { BRIDGE_VERSION } from '../../shared/bridge/hello.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { auditFileIn, type AuditPlace } from '../audit/audit-log.ts';
import { HeaderFile } from '../chain/header-file.ts';
import { scriptIndex } from '../chain/watch-list.ts';
import { HdWallet } from '../keys/hd-wallet.ts';
import { SpendingAuthority } from '../rules/authority.ts';
import { MakerOnlyAuthority } from '../rules/maker-only.ts';
import type { Authority } from '../rules/signing-act.ts';
import { Approvals } from '../rules/spending/approvals.ts';
import { rulesFileIn } from '../rules/spending/rules-in-force.ts';
import type { Moment } from '../rules/spending/usage.ts';
import type { WalletStore } from '../store/wallet-store.ts';

/** Everything that a command works with: an open wallet, its keys, its chain, and the world behind small functions. */
export interface WalletContext {
  readonly config: JoinMarketConfig;
  readonly dataDir: string;
  readonly store: WalletStore;
  readonly keys: HdWallet;
  /** 32 bytes that seal the audit log; the same under the owner's password and the maker password. */
  readonly logKey: Uint8Array;
  readonly headers: HeaderFile;
  /** Asked before each use of a private key. */
  readonly authority: Authority;
  /** What the user said yes to, for the authority to see. */
  readonly approvals: Approvals;
  readonly random: Random;
  /** Unix seconds. */
  readonly now: () => number;
  readonly software: string;
}

/** Puts a context together from an open store. */
export function createContext(parts: {
  readonly config: JoinMarketConfig;
  readonly dataDir: string;
  readonly store: WalletStore;
  readonly random: Random;
  readonly software: string;
}): WalletContext {
  const { state } = parts.store;
  const now = (): number => Math.floor(Date.now() / 1000);
  const keys = keysOf(parts.store);
  const headers = new HeaderFile(path.join(parts.dataDir, 'chain'), state.network);
  const approvals = new Approvals();
  const world = { ...parts, now, logKey: keys.logKey, headers, approvals };
  const authority = spendingAuthority(world);
  return {
    ...world,
    keys,
    authority: parts.store.makerKeys === null ? authority : new MakerOnlyAuthority(authority),
  };
}

/** What the spending rules need of a context. */
export type SpendingWorld = Pick<
  WalletContext,
  'store' | 'approvals' | 'dataDir' | 'logKey' | 'random' | 'now' | 'headers'
>;

/** The spending rules of a wallet, and its audit log. */
export function spendingAuthority(world: SpendingWorld): SpendingAuthority {
  const { store, approvals, dataDir } = world;
  return new SpendingAuthority({
    store,
    approvals,
    rulesFile: rulesFileIn(dataDir),
    auditPlace: auditPlaceOf(world),
    moment: () => momentOf(world),
    uptime: () => performance.now() / 1000,
  });
}

/** Where the audit log of a wallet lies. */
export function auditPlaceOf({ store, dataDir, logKey, random }: SpendingWorld): AuditPlace {
  return { file: auditFileIn(dataDir, path.basename(store.file, '.jmw')), key: logKey, random };
}

/** Now, by both clocks. */
export function momentOf({ now, headers }: Pick<SpendingWorld, 'now' | 'headers'>): Moment {
  return { now: now(), blockTime: headers.chain.medianTime() };
}

/** The keys that the password of an open store opened. */
export function keysOf({ state, makerKeys }: Pick<WalletStore, 'state' | 'makerKeys'>): HdWallet {
  if (makerKeys !== null) return new HdWallet(makerKeys);
  const entropy = fromHex(state.entropy);
  const { extension, network, family } = state;
  const keys = new HdWallet({ entropy, extension, network, family });
  entropy.fill(0);
  return keys;
}

/** What we say in hello. */
export function helloOf(
  context: { readonly software: string },
  network: Network,
): {
  readonly protocol: number;
  readonly network: Network;
  readonly software: string;
} {
  return { protocol: BRIDGE_VERSION, network, software: context.software };
}

/** How far the scan may be behind the headers while a block is being booked. */
const BEHIND = 1;

/** False while blocks are still to be booked, as after a reorganisation: coins that look unspent may be spent then. */
export function isCaughtUp({ store, headers }: WalletContext): boolean {
  const { scanned } = store.state;
  return scanned !== null && scanned.height >= headers.chain.height - BEHIND;
}

/** True for scripts of addresses that this wallet has issued or watches, on either branch. */
export function ownsScript({ keys, store }: WalletContext, script: Uint8Array): boolean {
  return scriptIndex(store, keys).has(toHex(script));
}
