/** What steers a terminal or the reader's eye instead of being seen: controls, marks of direction, breaks, what has no width. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;
const NOT_ASCII = /[^\x20-\x7e]/gu;
const PLAIN = /^[\x20-\x7e]*$/u;

/**
 * Text from anybody, fit for a terminal: control and format characters (Unicode's categories C, Zl and Zp; escapes and marks that turn
 * a line around are among them) become `\xNN`, `\uNNNN` or `\u{N}`, and letters of every script stay. Line feeds and tabs are
 * control characters too.
 */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSEEN, escaped);
}

/**
 * Text from a stranger, fit for a terminal, a log and the bridge: everything but printable ASCII is escaped as `visible` does, since
 * letters can look like others, and it is cut.
 * @param limit Characters of the result, at least 3.
 */
export function visibleAscii(text: string, limit = 200): string {
  // No character gets shorter, so that what is behind the limit need not be looked at.
  const safe = text.slice(0, limit + 1).replace(NOT_ASCII, escaped);
  return safe.length > limit ? `${safe.slice(0, limit - 3)}...` : safe;
}

/** JSON on one line, with the same value, in which such characters are `\uNNNN` too: JSON itself escapes only some of them. */
export function visibleJson(json: string): string {
  if (PLAIN.test(json)) return json;
  return json.replace(UNSEEN, (character) =>
    Array.from({ length: character.length }, (_unused, unit) => hexUnit(character.charCodeAt(unit))).join(''),
  );
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\u{${code.toString(16)}}`;
  return code > 0xff ? hexUnit(code) : `\\x${code.toString(16).padStart(2, '0')}`;
}

function hexUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
