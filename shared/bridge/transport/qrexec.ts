import type { Duplex } from 'node:stream';
import { BridgeError } from '../bridge-error.ts';
import type { ServiceName } from '../hello.ts';
import { shownStderr, spawnStream, type ProcessEnd } from './process.ts';

const TARGET = /^(@default|@dispvm|[A-Za-z][A-Za-z0-9_.-]{0,30})$/u;

/**
 * Calls a service of another qube through `qrexec-client-vm`.
 * @param target A qube's name or `@default`, where dom0's policy names the target.
 */
export function qrexecTransport(target: string, service: ServiceName): Duplex {
  if (!TARGET.test(target)) {
    throw new BridgeError('call-refused', `"${target}" is not a qube's name`, {
      cure: 'Set target in the [BRIDGE] section of joinmarket.cfg, for example to @default.',
    });
  }
  return spawnStream('qrexec-client-vm', ['--', target, service], (end) =>
    explainQrexec(end, target, service),
  );
}

/** What an exit code of qrexec-client-vm means. It can't tell a denial from a target that does not start. */
export function explainQrexec(end: ProcessEnd, target: string, service: ServiceName): BridgeError {
  const { exitCode, stderr, missing, sawOutput } = end;
  if (missing) {
    return new BridgeError('service-missing', 'There is no qrexec-client-vm on this machine', {
      cure: 'Run jm-wallet in a qube, or set another transport in the [BRIDGE] section of joinmarket.cfg.',
    });
  }
  if (exitCode === 126 && !sawOutput) {
    return new BridgeError(
      'call-refused',
      `Qubes refused the call ${service} to ${target}: its policy denies it, or the net VM does not start`,
      { cure: 'In dom0, look at "journalctl -u qubes-qrexec-policy-daemon -e", and install 31-jm.policy.' },
    );
  }
  if (exitCode === 127) {
    return new BridgeError('service-missing', `The net VM has no service ${service}`, {
      cure: 'Install the jm-net package in the template of the net VM.',
    });
  }
  const said = shownStderr(stderr);
  return new BridgeError(
    'call-died',
    `The call ${service} ended with code ${exitCode ?? end.signal ?? 'unknown'}${said === '' ? '' : `: ${said}`}`,
    { cure: 'Check that joinmarketd and its VM are running.' },
  );
}
