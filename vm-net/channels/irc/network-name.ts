/** The values of `NETWORK=` among the tokens of an ISUPPORT line; a token must have exactly one `=`. */
export function networkNames(tokens: readonly string[]): string[] {
  return tokens.flatMap((token) => {
    const [key, name, ...more] = token.split('=');
    return key === 'NETWORK' && name !== undefined && more.length === 0 ? [name] : [];
  });
}
