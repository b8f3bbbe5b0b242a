import { canonicalCommitment, CommitmentBlacklist } from '../../../shared/jm/commitment-blacklist.ts';
import { caseList, compare, textOf } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

/** Takes any even number of hex digits, and spaces between them; a commitment has exactly 64 digits. */
function isLaxForm(text: string): boolean {
  return !/^[0-9a-fA-F]{64}$/u.test(text);
}

export function* check(file: unknown): Iterable<CaseResult> {
  const blacklist = new CommitmentBlacklist();
  let spaced = false;
  for (const [index, recorded] of caseList(file).entries()) {
    const text = textOf(recorded, 'commitment');
    const name = `call ${index + 1}: "${text.slice(0, 16)}"`;
    const canonical = canonicalCommitment(text);
    if (isLaxForm(text)) {
      yield compare(`${name} is refused`, canonical, null);
      // The reference has listed the spaced one from here on, we have not.
      spaced ||= text.includes(' ');
      continue;
    }
    yield compare(`${name} canonical`, canonical, recorded['canonical']);
    if (canonical === null) continue;
    const expected = spaced && recorded['result'] === false ? true : recorded['result'];
    yield compare(name, !blacklist.has(canonical), expected);
    if (recorded['persist'] === true) blacklist.add(canonical);
  }
}
