import { type Place, PolicyError } from './policy-error.ts';
import { quoted } from './quoted.ts';
import { parseRedirectToken, type RedirectToken } from './token.ts';

interface Permission {
  /** Where the call goes instead of where the caller wants it. */
  readonly target: RedirectToken | null;
  /** Null for the target's own default user. */
  readonly user: string | null;
  /** False: the target must run already. */
  readonly autostart: boolean;
  readonly notify: boolean;
}

export interface Allow extends Permission {
  readonly kind: 'allow';
}

export interface Ask extends Permission {
  readonly kind: 'ask';
  readonly defaultTarget: RedirectToken | null;
}

export interface Deny {
  readonly kind: 'deny';
  readonly notify: boolean;
}

export type Action = Allow | Ask | Deny;

const PARAMETERS = {
  allow: ['target', 'user', 'autostart', 'notify'],
  ask: ['target', 'default_target', 'user', 'autostart', 'notify'],
  deny: ['notify'],
} as const;

/** Reads an action and its parameters. @throws PolicyError `syntax` */
export function parseAction(word: string, items: readonly string[], place: Place): Action {
  if (word !== 'allow' && word !== 'ask' && word !== 'deny') {
    throw new PolicyError('syntax', place, `unknown action ${quoted(word)}`);
  }
  const values = parseParameters(items, PARAMETERS[word], place);
  const redirect = (key: string): RedirectToken | null => {
    const text = values.get(key);
    if (text === undefined) return null;
    const token = parseRedirectToken(text);
    if (token === null) throw new PolicyError('syntax', place, `${quoted(text)} is nothing for ${key}=`);
    return token;
  };
  const flag = (key: string, byDefault: boolean): boolean => {
    const text = values.get(key) ?? (byDefault ? 'yes' : 'no');
    if (text === 'yes' || text === 'no') return text === 'yes';
    throw new PolicyError('syntax', place, `${key}= is neither yes nor no but ${quoted(text)}`);
  };
  if (word === 'deny') return { kind: 'deny', notify: flag('notify', true) };
  const permission = {
    target: redirect('target'),
    user: values.get('user') === '' ? null : (values.get('user') ?? null),
    autostart: flag('autostart', true),
    notify: flag('notify', false),
  };
  return word === 'allow'
    ? { kind: 'allow', ...permission }
    : { kind: 'ask', ...permission, defaultTarget: redirect('default_target') };
}

function parseParameters(
  items: readonly string[],
  known: readonly string[],
  place: Place,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const item of items) {
    const equals = item.indexOf('=');
    const key = item.slice(0, Math.max(equals, 0));
    if (equals === -1) throw new PolicyError('syntax', place, `the parameter ${quoted(item)} has no "="`);
    if (!known.includes(key))
      throw new PolicyError('syntax', place, `this action takes no parameter ${quoted(key)}`);
    if (values.has(key)) throw new PolicyError('syntax', place, `the parameter ${key} is given twice`);
    values.set(key, item.slice(equals + 1));
  }
  return values;
}
