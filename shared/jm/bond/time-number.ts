import { JmError } from '../../errors.ts';

/** A month outside January 2020 … December 2099, or a time that is no month's start. */
export class TimeNumberError extends JmError<'bad-time-number' | 'bad-locktime' | 'bad-month'> {}

const FIRST_YEAR = 2020;

/** Number of months that a bond may be locked to (protocol/crypto.md §5.1). */
export const TIME_NUMBERS = 960;

/** Unix time of the first second of a month; 0 is January 2020. @throws TimeNumberError */
export function locktimeOf(timeNumber: number): number {
  if (!Number.isInteger(timeNumber) || timeNumber < 0 || timeNumber >= TIME_NUMBERS) {
    throw new TimeNumberError('bad-time-number', `${timeNumber} is not a month from 2020 to 2099`);
  }
  return Date.UTC(FIRST_YEAR + Math.floor(timeNumber / 12), timeNumber % 12, 1) / 1000;
}

/** The month that `YYYY-MM` names. @throws TimeNumberError */
export function timeNumberOfMonth(text: string): number {
  const [, year, month] = /^([0-9]{4})-(0[1-9]|1[0-2])$/u.exec(text) ?? [];
  const timeNumber = (Number(year) - FIRST_YEAR) * 12 + Number(month) - 1;
  if (!(timeNumber >= 0 && timeNumber < TIME_NUMBERS)) {
    throw new TimeNumberError('bad-month', `"${text}" is not a month from 2020-01 to 2099-12`);
  }
  return timeNumber;
}

/** The month that starts at this Unix time. @throws TimeNumberError when no month from 2020 to 2099 does. */
export function timeNumberOf(locktime: number): number {
  const date = new Date(locktime * 1000);
  const timeNumber = (date.getUTCFullYear() - FIRST_YEAR) * 12 + date.getUTCMonth();
  if (!(timeNumber >= 0 && timeNumber < TIME_NUMBERS) || locktimeOf(timeNumber) !== locktime) {
    throw new TimeNumberError(
      'bad-locktime',
      `${locktime} is not the first second of a month from 2020 to 2099`,
    );
  }
  return timeNumber;
}
