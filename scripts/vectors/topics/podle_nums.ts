import { toHex } from '../../../shared/crypto/bytes.ts';
import { numsPoint } from '../../../shared/jm/podle/nums.ts';
import { compare } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

export function* check(file: unknown): Iterable<CaseResult> {
  for (const [index, point] of (file as { cases: readonly string[] }).cases.entries()) {
    yield compare(`J(${index})`, toHex(numsPoint(index)), point);
  }
}
