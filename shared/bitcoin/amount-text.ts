import { isMoney, type Sats } from './amount.ts';

const AMOUNT =
  /^(?<whole>[0-9]{1,8})(?:\.(?<fraction>[0-9]{0,8}))?(?<unit>btc|sat)?$|^(?<sats>[0-9]{1,16})(?:sat)?$/iu;

/**
 * Reads `0.01btc`, `1000000sat`, `0.01` (bitcoin) or `1000000` (sats), as the reference's command line does
 * (protocol/config.md §1.12), but takes no parts of a sat, which the reference drops.
 * @returns Null when the text is no amount.
 */
export function readAmount(text: string): Sats | null {
  const groups = AMOUNT.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const { whole, fraction, unit, sats: plain } = groups;
  if (whole === undefined) return money(BigInt(plain ?? '0'));
  const bitcoin = unit === undefined ? fraction !== undefined : unit.toLowerCase() === 'btc';
  if (!bitcoin && fraction !== undefined && /[1-9]/u.test(fraction)) return null;
  if (!bitcoin) return money(BigInt(whole));
  return money(BigInt(whole) * 100_000_000n + BigInt((fraction ?? '').padEnd(8, '0')));
}

function money(value: bigint): Sats | null {
  return isMoney(value) ? value : null;
}
