import { outpointKey, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { isCompressedPublicKey } from '../../shared/crypto/verify.ts';
import { createCertificate, currentExpiry, type BondCertificate } from '../../shared/jm/bond/create.ts';
import type { Coin } from '../coins/coin.ts';
import { TIMELOCKED } from '../keys/hd-wallet.ts';
import { lendPrivateKey } from '../keys/lend-key.ts';
import type { Signer } from './gate.ts';
import { onRecord } from './on-record.ts';
import { enforce, type Rule } from './refusal.ts';
import { actWithoutMoney, type Authority } from './signing-act.ts';

/** What a bond's key is asked to certify. */
export interface CertificateFacts {
  /** The bond's coin, as the verified chain shows it. */
  readonly coin: Coin;
  /** The bond's public key. */
  readonly bondKey: Uint8Array;
  /** The key that is to speak for the bond. */
  readonly certificateKey: Uint8Array;
  /** In periods of 2,016 blocks. */
  readonly expiry: number;
  readonly tipHeight: number;
  /** A certificate for this run lives in memory; one for the maker password lies in the wallet file, and must last. */
  readonly purpose: 'this-run' | 'maker-password';
}

/** How many periods of 2,016 blocks a certificate in the wallet file may hold: about four years. */
export const MAX_PERIODS = 104;

/** The rules for certificates that our own bond keys sign, in the order in which they are checked. */
export const BOND_CERTIFICATE_RULES: readonly Rule<CertificateFacts>[] = [
  {
    name: 'bond-certificate-coin',
    check: ({ coin }) =>
      coin.path.branch === TIMELOCKED && coin.locktime !== null && coin.height !== null
        ? null
        : 'the coin is not a confirmed bond',
  },
  {
    name: 'bond-certificate-key',
    check: ({ certificateKey, bondKey }) =>
      isCompressedPublicKey(certificateKey) && !equalBytes(certificateKey, bondKey)
        ? null
        : 'this is no key that could speak for a bond',
  },
  {
    // A key that leaks is worth a bond until then (protocol/crypto.md §5.2).
    name: 'bond-certificate-expiry',
    check: ({ expiry, tipHeight, purpose }) => {
      const periods = purpose === 'this-run' ? 1 : MAX_PERIODS;
      return expiry < currentExpiry(tipHeight) + periods
        ? null
        : `it would hold for more than ${periods} periods`;
    },
  },
];

/**
 * Lets a bond's own key certify a key that announces it (protocol/crypto.md §5.2).
 * @throws RuleError, StoreError
 */
export async function certifyBond(
  { keys, authority }: Signer,
  request: Omit<CertificateFacts, 'bondKey'>,
): Promise<BondCertificate> {
  const { coin, certificateKey, expiry, purpose } = request;
  // What lives in memory for one period is how a bond is announced; a maker may do that without being a wallet for certificates.
  const kind = purpose === 'this-run' ? 'bond-announcement' : 'bond-certificate';
  const act = actWithoutMoney(kind, outpointKey(coin));
  await onRecord(authority, act, () => {
    enforce(BOND_CERTIFICATE_RULES, { ...request, bondKey: keys.publicKeyAt(coin.path) });
  });
  await authority.authorise(act);
  return lendPrivateKey(keys, coin.path, (privateKey) =>
    createCertificate(privateKey, certificateKey, expiry),
  );
}

/**
 * Asks for leave to announce a bond whose key is kept elsewhere: once a run, since no key of this wallet signs for each taker.
 * @throws RuleError, StoreError
 */
export function announceColdBond(authority: Authority, outpoint: Outpoint): Promise<void> {
  return authority.authorise(actWithoutMoney('bond-announcement', outpointKey(outpoint)));
}
