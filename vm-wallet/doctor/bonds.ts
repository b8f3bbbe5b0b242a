import { fail, pass, type Finding } from '../../shared/finding.ts';
import type { Bond } from '../bonds/bond-book.ts';
import { certificateLife, certificateTrouble } from '../bonds/certificate-life.ts';
import { redemptionLocktime } from '../bonds/redemption.ts';
import { daysUntil } from '../bonds/reminders.ts';

/** What bonds are judged by when nobody is asked. */
export interface BondTimes {
  /** Height up to which the wallet knows its coins. */
  readonly height: number;
  /** By this VM's clock, in Unix seconds. */
  readonly now: number;
}

/** A lock that ends so soon needs its successor now; the net VM's watch warns as early. */
const LAST_DAYS = 30;

/** Whether certificates and locks of the bonds that hold coins go on for a while. */
export function checkBonds(bonds: readonly Bond[], times: BondTimes): readonly Finding[] {
  const held = bonds.filter(({ coins }) => coins.length > 0);
  if (held.length === 0) return [pass('bonds', 'there are none')];
  return held.flatMap((bond) => {
    const endings = [lockEnd(bond, times), certificateEnd(bond, times)].filter((finding) => finding !== null);
    return endings.length > 0 ? endings : [fine(bond, times)];
  });
}

function lockEnd(bond: Bond, { now }: BondTimes): Finding | null {
  if (redemptionLocktime(bond) < now) {
    return fail(subjectOf(bond), 'its lock is over, and its value falls', `Run ${redemption(bond)}.`);
  }
  const days = daysUntil(bond.locktime, now);
  if (days > LAST_DAYS) return null;
  return fail(
    subjectOf(bond),
    `its lock ends in ${days} days, and its value falls from then on`,
    `Make the next one in time, "jm-wallet bond create --until YYYY-MM"; then ${redemption(bond)}.`,
  );
}

/** Whoever holds a key that is kept elsewhere signs with it. */
function redemption({ address, path }: Bond): string {
  const more = path === null ? ' ADDRESS --psbt FILE' : '';
  return `"jm-wallet bond redeem ${address}${more}"`;
}

/** A bond of our own key has a certificate only where somebody wanted one for the maker password. */
function certificateEnd(bond: Bond, { height, now }: BondTimes): Finding | null {
  const { address, certificate, path } = bond;
  if (path !== null && certificate === null) return null;
  const renewal = `Renew it: "jm-wallet bond certify ${address} --periods 52".`;
  const trouble = certificateTrouble(bond, height);
  if (trouble !== null) return fail(subjectOf(bond), trouble, renewal);
  if (certificate === null) return null;
  const { blocksLeft, isDue } = certificateLife(certificate.expiry, { height, tip: { time: now } });
  return isDue ? fail(subjectOf(bond), `its certificate expires in ${blocksLeft} blocks`, renewal) : null;
}

function fine(bond: Bond, { now, height }: BondTimes): Finding {
  return pass(
    subjectOf(bond),
    `locked for ${daysUntil(bond.locktime, now)} days more, as of block ${height}`,
  );
}

function subjectOf({ address }: Bond): string {
  return `bond ${address}`;
}
