import { fail, pass, type Finding } from '../../shared/finding.ts';

/** Wrong ones that are named. */
const NAMED = 3;

/** The finding of a check over many things, of which these are wrong. */
export function judged(
  subject: string,
  right: string,
  wrong: readonly string[],
  found: { readonly says: string; readonly cure: string },
): Finding {
  if (wrong.length === 0) return pass(subject, right);
  const more = wrong.length > NAMED ? ' and more' : '';
  return fail(
    subject,
    `${wrong.length} ${found.says}: ${wrong.slice(0, NAMED).join(', ')}${more}`,
    found.cure,
  );
}
