import { fromHex } from '../../../shared/crypto/bytes.ts';
import { signUserMessage } from '../../../vm-wallet/keys/message-signature.ts';
import { caseList, compare, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of caseList(file)) {
    const signature = signUserMessage(messageOf(recorded), fromHex(textOf(recorded, 'privkey')));
    yield compare(
      `${textOf(recorded, 'wallet_class')} ${textOf(recorded, 'path')}`,
      signature,
      recorded['signature'],
    );
  }
}

/** A text, or what is recorded for a long one: `{ repeat, count }`. */
function messageOf(recorded: Recorded): string {
  const message = recorded['message'];
  if (typeof message === 'string') return message;
  const { repeat, count } = message as { readonly repeat: string; readonly count: number };
  return repeat.repeat(count);
}
