import { JmError } from '../errors.ts';

/** A value in joinmarket.cfg that does not fit its key. */
export class ConfigError extends JmError<'config-bad-value' | 'config-missing' | 'config-unreadable'> {}

/** Turns the text of a key into its value, or says what would fit. */
export interface Kind<Value> {
  readonly expects: string;
  /** Undefined when the text does not fit. */
  parse(text: string): Value | undefined;
}

/** Any text. */
export const text: Kind<string> = { expects: 'text', parse: (value) => value };

/** A whole number within bounds. */
export function integer(minimum: number, maximum = Number.MAX_SAFE_INTEGER): Kind<number> {
  return {
    expects: `a whole number from ${minimum} to ${maximum}`,
    parse: (value) => {
      const number = /^[+-]?[0-9]{1,16}$/u.test(value.trim()) ? Number(value) : NaN;
      return number >= minimum && number <= maximum ? number : undefined;
    },
  };
}

/** A decimal number within bounds. */
export function decimal(minimum: number, maximum = Infinity): Kind<number> {
  return {
    expects: `a number from ${minimum}${maximum === Infinity ? ' up' : ` to ${maximum}`}`,
    parse: (value) => {
      const number = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]{1,3})?$/iu.test(value.trim())
        ? Number(value)
        : NaN;
      return number >= minimum && number <= maximum ? number : undefined;
    },
  };
}

/** One of some words. */
export function oneOf<Word extends string>(...words: readonly Word[]): Kind<Word> {
  return { expects: words.join(', '), parse: (value) => words.find((word) => word === value.trim()) };
}

/** A switch, in the words that Python's ConfigParser takes. */
export const boolean: Kind<boolean> = {
  expects: 'true or false',
  parse: (value) => SWITCH.get(value.trim().toLowerCase()),
};

const SWITCH: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'yes', 'true', 'on'].map((word) => [word, true] as const),
  ...['0', 'no', 'false', 'off'].map((word) => [word, false] as const),
]);

/** Comma-separated items; empty ones are dropped. */
export const list: Kind<readonly string[]> = {
  expects: 'items separated by commas',
  parse: (value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
};

/** The value, or null where the key is empty or missing. */
export function optional<Value>(kind: Kind<Value>): Kind<Value | null> {
  return {
    expects: `${kind.expects}, or nothing`,
    parse: (value) => (value.trim() === '' ? null : kind.parse(value)),
  };
}
