const MAX_LENGTH = 120;

/** Text of unknown origin between quotes: control bytes and everything beyond ASCII are escaped, and long text is cut. */
export function quoted(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}...` : text;
  return JSON.stringify(cut).replaceAll(
    /[^ -~]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
