import { JmError } from '../errors.ts';
import type { CopyKeeper, CopyName } from './copies.ts';
import type { Message } from './message.ts';
import * as schema from './schema/validators.js';

/** This net VM keeps nothing. */
class CopiesOffError extends JmError<'copies-off'> {}

const NO_BYTES = new Uint8Array(0);

/** Answers a question about copies; null when it is none, or not in its form. */
export async function answerCopies(
  copies: CopyKeeper | null,
  method: string,
  { json, bytes }: Message,
): Promise<Message | null> {
  switch (method) {
    case 'saveCopy':
      if (!isNumbered(json)) return null;
      await keeper(copies).saveCopy(json.name, json.number, bytes);
      return { json: {}, bytes: NO_BYTES };
    case 'copies':
      if (!isNamed(json)) return null;
      return { json: { numbers: await keeper(copies).copies(json.name) }, bytes: NO_BYTES };
    case 'copy': {
      if (!isNumbered(json)) return null;
      const copy = await keeper(copies).copy(json.name, json.number);
      return { json: { found: copy !== null }, bytes: copy ?? NO_BYTES };
    }
    default:
      return null;
  }
}

function keeper(copies: CopyKeeper | null): CopyKeeper {
  if (copies !== null) return copies;
  throw new CopiesOffError('copies-off', 'This net VM keeps no copies of backups', {
    cure: 'Keep the backup in a file.',
  });
}

function isNamed(value: unknown): value is { readonly name: CopyName } {
  return schema.copiesRequest(value);
}
function isNumbered(value: unknown): value is { readonly name: CopyName; readonly number: number } {
  return schema.saveCopyRequest(value);
}
