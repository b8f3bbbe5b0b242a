import { execa } from 'execa';
import { createInterface } from 'node:readline';
import type { Location } from '../channels/onion/location.ts';
import { readHiddenService } from './hidden-service-dir.ts';
import { VIRTUAL_PORT } from './add-onion.ts';
import { TorError } from './tor-error.ts';

/** How a Tor of our own is started. */
export interface OwnTorOptions {
  readonly hiddenServiceDir: string;
  /** Tor's own state; the folder is made. */
  readonly dataDir: string;
  readonly target: Location;
  /** A file of more torrc lines, for bridges and the like; null for none. */
  readonly moreConfig: string | null;
  readonly log: (line: string) => void;
}

/** A Tor that runs for one onion service, and ends with this process. */
export interface OwnTor {
  /** `onion:port` that others dial. */
  readonly location: string;
  /** Resolves with what to tell the user when Tor has ended, for whatever reason. */
  readonly ended: Promise<TorError>;
  stop(): Promise<void>;
}

/**
 * Starts a Tor with the service of a hidden service directory, as joinmarket-clientserver's directory nodes do, and waits until it
 * is connected.
 * @throws TorError when Tor is not installed or ends; its log says why.
 */
export async function startOwnTor(options: OwnTorOptions, signal: AbortSignal): Promise<OwnTor> {
  // Checks the mode; Tor writes the key itself where there is none.
  readHiddenService(options.hiddenServiceDir);
  const { host, port } = options.target;
  const torrc = [
    'SocksPort 0',
    'Log notice stdout',
    `DataDirectory ${options.dataDir}`,
    `HiddenServiceDir ${options.hiddenServiceDir}`,
    `HiddenServicePort ${VIRTUAL_PORT} ${host}:${port}`,
    `__OwningControllerProcess ${process.pid}`,
    ...(options.moreConfig === null ? [] : [`%include ${options.moreConfig}`]),
  ];
  const tor = execa('tor', ['--defaults-torrc', '/dev/null', '-f', '-'], {
    input: `${torrc.join('\n')}\n`,
    reject: false,
    buffer: false,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const stop = async (): Promise<void> => {
    tor.kill('SIGTERM');
    await tor;
  };
  const abandon = (): void => void stop();
  signal.addEventListener('abort', abandon, { once: true });
  const said: string[] = [];
  const connected = new Promise<boolean>((resolve) => {
    createInterface({ input: tor.stdout }).on('line', (line) => {
      said.push(line);
      if (said.length > 20) said.shift();
      options.log(`tor: ${line}`);
      if (line.includes('Bootstrapped 100%')) resolve(true);
    });
    void tor.then(() => {
      resolve(false);
    });
  });
  if (!(await connected)) {
    signal.throwIfAborted();
    throw new TorError('tor-unreachable', `Tor could not be started: ${said.at(-1) ?? 'is it installed?'}`, {
      cure: 'Install Tor (apt install tor), or set own_tor = false to use the one that runs.',
    });
  }
  signal.removeEventListener('abort', abandon);
  const service = readHiddenService(options.hiddenServiceDir);
  if (service === null) throw new TorError('tor-key', `Tor made no key in ${options.hiddenServiceDir}`);
  return {
    location: `${service.address}.onion:${VIRTUAL_PORT}`,
    ended: tor.then(({ exitCode, signal: killer }) =>
      endedTor(killer ?? `exit code ${exitCode ?? 'unknown'}`),
    ),
    stop,
  };
}

function endedTor(how: string): TorError {
  return new TorError('tor-closed', `Tor has ended (${how}): nobody can reach this directory node any more`, {
    cure: 'Read above what Tor said last, and start the directory again; under systemd that happens by itself.',
  });
}
