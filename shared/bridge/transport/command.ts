import type { Duplex } from 'node:stream';
import { BridgeError } from '../bridge-error.ts';
import { shownStderr, spawnStream } from './process.ts';

/** Runs any program whose stdin and stdout are the call, for example ssh to another machine. */
export function commandTransport(program: string, parameters: readonly string[]): Duplex {
  return spawnStream(program, parameters, (end) => {
    if (end.missing) {
      return new BridgeError('service-missing', `The program ${program} can't be started`, {
        cure: 'Check command in the [BRIDGE] section of joinmarket.cfg.',
      });
    }
    const said = shownStderr(end.stderr);
    return new BridgeError(
      'call-died',
      `${program} ended with code ${end.exitCode ?? 'unknown'}${said === '' ? '' : `: ${said}`}`,
    );
  });
}
