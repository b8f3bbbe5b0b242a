import { isSizeClass, MAX_COPY_BYTES, type CopyKeeper } from './copies.ts';
import { violation } from './hello.ts';
import type { Message } from './message.ts';
import * as schema from './schema/validators.js';

type Ask = (
  method: string,
  json: unknown,
  options?: { readonly answerLimit?: number; readonly bytes?: Uint8Array },
) => Promise<Message>;

/** The questions about copies, on an open call. Forms and sizes are checked here; what a copy holds is not believed. */
export function copiesClient(ask: Ask): CopyKeeper {
  return {
    saveCopy: async (name, number, bytes) => {
      const { json } = await ask('saveCopy', { name, number }, { bytes });
      if (!schema.saveCopyAnswer(json)) throw violation('an answer to "saveCopy"');
    },
    copies: async (name) => {
      const { json } = await ask('copies', { name });
      if (!isNumbers(json) || !json.numbers.every((number, at) => number > (json.numbers[at - 1] ?? 0))) {
        throw violation('an answer to "copies"');
      }
      return json.numbers;
    },
    copy: async (name, number) => {
      const { json, bytes } = await ask('copy', { name, number }, { answerLimit: MAX_COPY_BYTES });
      if (!isFound(json) || (json.found ? !isSizeClass(bytes.length) : bytes.length > 0)) {
        throw violation('an answer to "copy"');
      }
      return json.found ? bytes : null;
    },
  };
}

function isNumbers(value: unknown): value is { readonly numbers: readonly number[] } {
  return schema.copiesAnswer(value);
}
function isFound(value: unknown): value is { readonly found: boolean } {
  return schema.copyAnswer(value);
}
