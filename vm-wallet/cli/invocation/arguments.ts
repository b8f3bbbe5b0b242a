import { InvalidArgumentError } from 'commander';

/** Reads a whole number. @throws InvalidArgumentError */
export function wholeNumber(text: string): number {
  if (!/^(0|[1-9][0-9]{0,14})$/u.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

/** Reads a number above 0, with at most nine decimals. @throws InvalidArgumentError */
export function positiveNumber(text: string): number {
  if (!/^[0-9]{1,9}(\.[0-9]{1,9})?$/u.test(text) || Number(text) <= 0) {
    throw new InvalidArgumentError('Give a number above 0.');
  }
  return Number(text);
}

/** What a command does once its arguments were read. */
export type Perform<Invocation> = (invocation: Invocation) => Promise<void>;
