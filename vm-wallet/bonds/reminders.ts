import type { Bond, BondWorld } from './bond-book.ts';
import { certificateLife, certificateTrouble } from './certificate-life.ts';
import { redemptionLocktime } from './redemption.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';

const DAY = 86_400;
/** Told so long before a lock ends, since its value begins to fall then. */
const REMIND_SECONDS = 60 * DAY;

/** Whole days until a time; negative behind it. */
export function daysUntil(time: number, now: number): number {
  return Math.ceil((time - now) / DAY);
}

/** What the owner of a bond should do soon, in sentences. */
export function remindersOf(
  bond: Bond,
  chain: BondWorld['chain'] & Pick<VerifiedChain, 'tip'>,
): readonly string[] {
  const { locktime, coins, certificate, path, request, address } = bond;
  if (coins.length === 0) return [];
  const reminders: string[] = [];
  const now = chain.medianTime();
  if (redemptionLocktime(bond) < now) {
    reminders.push(`the lock of ${address} is over and its value falls: "jm-wallet bond redeem ${address}"`);
  } else if (locktime - now <= REMIND_SECONDS) {
    reminders.push(
      `the lock of ${address} ends in ${daysUntil(locktime, now)} days, and its value falls from then on`,
    );
  }
  if (path === null && request !== null) {
    reminders.push(`${address} waits for a signature: "jm-wallet bond certify ${address}" shows the text`);
  }
  const trouble = certificateTrouble(bond, chain.height);
  // A bond of our own key has a certificate only where somebody wanted one for the maker password.
  if (trouble !== null && (path === null || certificate !== null)) {
    reminders.push(`${trouble}: "jm-wallet bond certify ${address}"`);
  } else if (trouble === null && certificate !== null && certificateLife(certificate.expiry, chain).isDue) {
    const { blocksLeft } = certificateLife(certificate.expiry, chain);
    reminders.push(
      `the certificate of ${address} expires in ${blocksLeft} blocks; renew it: "jm-wallet bond certify ${address} --periods 52"`,
    );
  }
  if (coins.length > 1)
    reminders.push(`${address} has ${coins.length} coins, and only one of them can be announced`);
  return reminders;
}
