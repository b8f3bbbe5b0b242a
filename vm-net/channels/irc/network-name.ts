import { ONION_HOSTID } from '../../../shared/jm/signed-line.ts';

const NETWORK_NAME = /^[\x21-\x7e]{1,100}$/u;

/** The values of `NETWORK=` among the tokens of an ISUPPORT line; a token must have exactly one `=`. */
export function networkNames(tokens: readonly string[]): string[] {
  return tokens.flatMap((token) => {
    const [key, name, ...more] = token.split('=');
    return key === 'NETWORK' && name !== undefined && more.length === 0 ? [name] : [];
  });
}

/**
 * True for a name that signatures may cover. Payload and hostid are glued without a separator, so where one hostid ends in another,
 * a line that was signed for one channel can be cut anew and said on the other; a server must not choose such a name.
 */
export function canBeSigned(name: string): boolean {
  const lower = name.toLowerCase();
  return NETWORK_NAME.test(name) && !lower.endsWith(ONION_HOSTID) && !ONION_HOSTID.endsWith(lower);
}
