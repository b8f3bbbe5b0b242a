import { connect } from 'node:net';
import { JmError } from '../shared/errors.ts';

/** Another joinmarketd serves the same sockets. */
export class AlreadyRunningError extends JmError<'already-running'> {}

/**
 * Makes sure that nobody answers on a unix socket that is about to be replaced; a stale file is fine.
 * @throws AlreadyRunningError
 */
export async function refuseSecondDaemon(socketPath: string): Promise<void> {
  const answers = await new Promise<boolean>((resolve) => {
    const probe = connect(socketPath);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => {
      resolve(false);
    });
  });
  if (!answers) return;
  throw new AlreadyRunningError('already-running', `Another joinmarketd already serves ${socketPath}`, {
    cure: 'Stop it first, or give this one another --run-dir.',
  });
}
