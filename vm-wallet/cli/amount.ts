import { isMoney, type Sats } from '../../shared/bitcoin/amount.ts';
import { JmError } from '../../shared/errors.ts';

/** Text that is no amount. */
export class AmountTextError extends JmError<'usage'> {}

const AMOUNT =
  /^(?<whole>[0-9]{1,8})(?:\.(?<fraction>[0-9]{0,8}))?(?<unit>btc|sat)?$|^(?<sats>[0-9]{1,16})(?:sat)?$/iu;

/**
 * Reads `0.01btc`, `1000000sat`, `0.01` (bitcoin) or `1000000` (sats), as the reference's command line does
 * (protocol/config.md §1.12), but refuses parts of a sat, which the reference drops.
 * @throws AmountTextError
 */
export function parseAmount(text: string): Sats {
  const groups = AMOUNT.exec(text.trim())?.groups;
  if (groups === undefined) throw unreadable(text);
  const { whole, fraction, unit, sats: plain } = groups;
  if (whole === undefined) return money(BigInt(plain ?? '0'), text);
  const bitcoin = unit === undefined ? fraction !== undefined : unit.toLowerCase() === 'btc';
  if (!bitcoin && fraction !== undefined && /[1-9]/u.test(fraction)) throw unreadable(text);
  if (!bitcoin) return money(BigInt(whole), text);
  return money(BigInt(whole) * 100_000_000n + BigInt((fraction ?? '').padEnd(8, '0')), text);
}

function money(value: bigint, text: string): Sats {
  if (!isMoney(value)) throw unreadable(text);
  return value;
}

function unreadable(text: string): AmountTextError {
  return new AmountTextError('usage', `"${text}" is not an amount`, {
    cure: 'Write 0.01btc, 1000000sat, or 0 to sweep.',
  });
}
