import type { Nick } from '../../shared/jm/command.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { nickOf } from '../../shared/jm/nick.ts';
import { visible, visibleAscii } from '../../shared/visible-text.ts';

const MAX_LOGGED = 2000;

/** Lines on stdout, for whoever started us; what came from the network can hold anything. */
export function say(text: string): void {
  process.stdout.write(`${text.split('\n').map(visible).join('\n')}\n`);
}

/** One line on stderr, out of the same material. */
export function log(text: string): void {
  process.stderr.write(`${visibleAscii(text, MAX_LOGGED)}\n`);
}

/** Resolves when the process is asked to end. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}

/** A nick for who signs nothing, and so needs no key behind it. */
export function keylessNick(): Nick {
  return nickOf(Uint8Array.from([2, ...systemRandom.bytes(32)]));
}
