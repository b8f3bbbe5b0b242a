import { CERTIFICATE_PERIOD } from '../../shared/jm/bond/proof.ts';
import type { Header } from '../../shared/bitcoin/header.ts';
import type { HdWallet } from '../keys/hd-wallet.ts';
import type { Bond } from './bond-book.ts';

const SECONDS_PER_BLOCK = 600;
/** A renewal needs the key from its safe: told four weeks before. */
const REMIND_BLOCKS = 2 * CERTIFICATE_PERIOD;

/** How long a certificate still holds. */
export interface CertificateLife {
  /** The last block at which it is good. */
  readonly lastHeight: number;
  /** Negative when it has expired. */
  readonly blocksLeft: number;
  /** When that block is to be expected, in Unix seconds. */
  readonly endsAbout: number;
  readonly isDue: boolean;
}

/** How long a certificate of this expiry holds under a chain (protocol/crypto.md §5.2). */
export function certificateLife(
  expiry: number,
  chain: { readonly height: number; readonly tip: Pick<Header, 'time'> },
): CertificateLife {
  const lastHeight = expiry * CERTIFICATE_PERIOD;
  const blocksLeft = lastHeight - chain.height;
  return {
    lastHeight,
    blocksLeft,
    endsAbout: chain.tip.time + blocksLeft * SECONDS_PER_BLOCK,
    isDue: blocksLeft <= REMIND_BLOCKS,
  };
}

/** True for a bond that only a certificate in the wallet file can speak for: its key is elsewhere, or not opened. */
export function needsStoredCertificate(
  { path }: Pick<Bond, 'path'>,
  keys: Pick<HdWallet, 'ofBranches'>,
): boolean {
  return path === null || keys.ofBranches;
}

/** Why takers would not believe a bond's stored certificate; null when they do. */
export function certificateTrouble(
  { certificate, address }: Pick<Bond, 'certificate' | 'address'>,
  tipHeight: number,
): string | null {
  if (certificate === null) return `the bond ${address} has no certificate`;
  const last = certificate.expiry * CERTIFICATE_PERIOD;
  return tipHeight <= last ? null : `the certificate of the bond ${address} expired with block ${last}`;
}
