import { verifyUserText } from '../../spend/verify-text.ts';
import type { CommandContext } from '../command-context.ts';
import type { VerifyMessageInvocation } from '../invocation/message.ts';
import { readConfig } from '../open.ts';

/** Checks a signature over a text. */
export function verifyMessage(
  command: CommandContext,
  { address, signature, message }: VerifyMessageInvocation,
): Promise<void> {
  const { terminal } = command;
  const { network } = readConfig(command);
  verifyUserText({ address, network }, signature, message);
  terminal.line(`Good: the key of ${address} signed this text`);
  terminal.data({ valid: true, address });
  return Promise.resolve();
}
