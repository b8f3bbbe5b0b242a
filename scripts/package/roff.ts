/** Text that roff shows as it is (groff_char(7), groff_man_style(7)): a hyphen that is typed stays one that can be searched for. */
export function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll("'", '\\(aq')
    .replaceAll('~', '\\(ti')
    .replaceAll('^', '\\(ha')
    .replaceAll('`', '\\(ga')
    .replaceAll('"', '\\(dq')
    .replaceAll('-', '\\-');
}

export function bold(text: string): string {
  return `\\fB${escaped(text)}\\fR`;
}

export function italic(text: string): string {
  return `\\fI${escaped(text)}\\fR`;
}

/** The beginning of a tagged paragraph, with roff as its tag. */
export function tagged(tag: string): readonly string[] {
  return ['.TP', tag];
}

/** Plain sentences, one a line, with long options in bold. */
export function prose(text: string): readonly string[] {
  if (text === '') return [];
  return text.split(/(?<=\.) (?=[A-Z0-9-])/u).map((line) => {
    const roff = line
      .split(/(?<![\w-])(--[a-z][a-z-]*)/u)
      .map((part, index) => (index % 2 === 1 ? bold(part) : escaped(part)))
      .join('');
    // A control line begins with a point or an apostrophe; the latter is escaped already.
    return roff.startsWith('.') ? `\\&${roff}` : roff;
  });
}
