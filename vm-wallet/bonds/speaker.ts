import { fromHex } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { publicKeyOf } from '../../shared/crypto/sign.ts';
import { currentExpiry, type BondCertificate } from '../../shared/jm/bond/create.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';
import { announceColdBond, certifyBond } from '../rules/bond-certificate.ts';
import type { WalletContext } from '../runtime/context.ts';
import { BondError } from './bond-error.ts';
import { ownCoin, type RankedCoin } from './bond-book.ts';

/** A key that may speak for a bond, and its certificate. */
interface Certified {
  readonly certificate: BondCertificate;
  readonly privateKey: Uint8Array;
}

type CertificateRequestFacts = Parameters<typeof certifyBond>[1];

/** Gives what a proof is signed with. @throws RuleError, StoreError, KeyPathError */
export type Speaker = () => Promise<Certified>;

type World = Pick<WalletContext, 'store' | 'keys' | 'authority' | 'random'> & {
  readonly headers: { readonly chain: Pick<VerifiedChain, 'height'> };
};

/** Speaks for a bond of our own key: a key for this run, certified anew in each period. */
export function ownSpeaker({ headers, keys, authority, random }: World, { bond, coin }: RankedCoin): Speaker {
  const privateKey = sha256(random.bytes(32));
  const certificateKey = publicKeyOf(privateKey);
  let made: { readonly expiry: number; readonly certified: Promise<Certified> } | null = null;
  const certify = async (expiry: number): Promise<Certified> => {
    const request: CertificateRequestFacts = {
      coin: ownCoin(bond, coin),
      certificateKey,
      expiry,
      tipHeight: headers.chain.height,
      purpose: 'this-run',
    };
    return { certificate: await certifyBond({ keys, authority }, request), privateKey };
  };
  return async () => {
    const expiry = currentExpiry(headers.chain.height);
    // One certificate for all takers that ask at the same time.
    if (made?.expiry !== expiry) made = { expiry, certified: certify(expiry) };
    try {
      return await made.certified;
    } catch (error) {
      made = null;
      throw error;
    }
  };
}

/** Speaks for a bond whose key is kept elsewhere, or not opened by the maker password: by the certificate in the wallet file. */
export function storedSpeaker({ store, authority }: World, { bond, coin }: RankedCoin): Speaker {
  let leave: Promise<void> | null = null;
  return async () => {
    leave ??= announceColdBond(authority, coin);
    try {
      await leave;
    } catch (error) {
      leave = null;
      throw error;
    }
    const stored = store.state.bonds[bond.address]?.certificate ?? null;
    if (stored === null)
      throw new BondError('bond-no-request', `The bond ${bond.address} has no certificate`);
    return {
      certificate: {
        bondKey: bond.publicKey,
        certificateKey: fromHex(stored.publicKey),
        expiry: stored.expiry,
        signature: fromHex(stored.signature),
      },
      privateKey: fromHex(stored.privateKey),
    };
  };
}
