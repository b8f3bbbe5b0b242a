import { execa, execaSync } from 'execa';
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from './free-port.ts';
import type { ProcessGroup, Running } from './processes.ts';

/** A Tor client of the private network. */
export interface TorClient {
  readonly socksPort: number;
  readonly controlPort: number;
  readonly directory: string;
  /** The running process; another one after a restart. */
  readonly running: Running;
  /** Ends the process, if it still runs, and starts it again with the same ports and the same state. */
  restart(): Promise<void>;
}

/** A whole Tor network on the loopback: directory authorities that are its relays too, and clients. */
export interface TorNetwork {
  /**
   * Starts a client, and waits until it is connected.
   * @param torrc More lines for its torrc; `CookieAuthentication 1` where nothing else is said about the control port.
   */
  addClient(name: string, torrc?: readonly string[]): Promise<TorClient>;
}

interface Authority {
  readonly name: string;
  readonly directory: string;
  readonly orPort: number;
  readonly dirPort: number;
  readonly fingerprint: string;
  readonly identity: string;
}

/** As many as a circuit to an onion service needs. */
const AUTHORITIES = 4;
const FIRST_VOTE_SECONDS = 5;
/** How long it takes to start all of them; the first vote must not be before that. */
const LEAD_SECONDS = 4;
const COOKIE = ['CookieAuthentication 1'];

/** True when Tor and its key generator are on this machine. */
export function hasTor(): boolean {
  return (
    execaSync('sh', ['-c', 'command -v tor && command -v tor-gencert'], { reject: false }).exitCode === 0
  );
}

/** Starts the authorities, and waits until they have agreed on a consensus: about ten seconds. */
export async function startTorNetwork(processes: ProcessGroup, directory: string): Promise<TorNetwork> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const authorities = await Promise.all(
    Array.from({ length: AUTHORITIES }, (_unused, index) => prepare(directory, `authority${index}`)),
  );
  const lines = authorities.map(
    ({ name, orPort, dirPort, fingerprint, identity }) =>
      `DirAuthority ${name} orport=${orPort} no-v2 v3ident=${identity} 127.0.0.1:${dirPort} ${fingerprint}`,
  );
  const offset = Math.ceil(Date.now() / 1000 + LEAD_SECONDS) % FIRST_VOTE_SECONDS;
  const running = await Promise.all(
    authorities.map((one) => start(processes, one.directory, [...lines, ...authorityLines(one, offset)])),
  );
  await Promise.all(
    running.map((tor) =>
      tor.waitForLine((line) => line.includes('Published microdesc consensus'), 'it had a consensus'),
    ),
  );
  return {
    addClient: (name, torrc = COOKIE) => addClient(processes, path.join(directory, name), lines, torrc),
  };
}

async function addClient(
  processes: ProcessGroup,
  directory: string,
  authorities: readonly string[],
  torrc: readonly string[],
): Promise<TorClient> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const [socksPort, controlPort] = await Promise.all([freePort(), freePort()]);
  const lines = [
    ...authorities,
    `SocksPort 127.0.0.1:${socksPort} IsolateSOCKSAuth`,
    ...(torrc.some((line) => line.startsWith('ControlPort')) ? [] : [`ControlPort 127.0.0.1:${controlPort}`]),
    'ClientOnly 1',
    ...torrc,
  ];
  const connect = async (): Promise<Running> => {
    const tor = await start(processes, directory, lines);
    await tor.waitForLine((line) => line.includes('Bootstrapped 100%'), 'it was connected');
    return tor;
  };
  let running = await connect();
  return {
    socksPort,
    controlPort,
    directory,
    get running() {
      return running;
    },
    restart: async () => {
      await running.stop();
      running = await connect();
    },
  };
}

/** Makes an authority's keys, so that all can be named in every torrc before the first starts. */
async function prepare(directory: string, name: string): Promise<Authority> {
  const own = path.join(directory, name);
  const keys = path.join(own, 'keys');
  await mkdir(keys, { recursive: true, mode: 0o700 });
  const [orPort, dirPort] = await Promise.all([freePort(), freePort()]);
  const key = (file: string): string => path.join(keys, file);
  await execa(
    'tor-gencert',
    [
      ...['--create-identity-key', '-m', '24', '-a', `127.0.0.1:${dirPort}`, '--passphrase-fd', '0'],
      ...[
        '-i',
        key('authority_identity_key'),
        '-s',
        key('authority_signing_key'),
        '-c',
        key('authority_certificate'),
      ],
    ],
    { input: 'no secret\n' },
  );
  await rm(key('authority_identity_key'));
  const relay = generateKeyPairSync('rsa', { modulusLength: 1024, publicExponent: 65_537 });
  await writeFile(key('secret_id_key'), relay.privateKey.export({ type: 'pkcs1', format: 'pem' }), {
    mode: 0o600,
  });
  const publicKey = createPublicKey(relay.privateKey).export({ type: 'pkcs1', format: 'der' });
  const certificate = await readFile(key('authority_certificate'), 'utf8');
  return {
    name,
    directory: own,
    orPort,
    dirPort,
    fingerprint: createHash('sha1').update(publicKey).digest('hex').toUpperCase(),
    identity: /^fingerprint (?<hex>\w+)/mu.exec(certificate)?.groups?.['hex'] ?? '',
  };
}

function authorityLines({ name, orPort, dirPort }: Authority, offset: number): readonly string[] {
  return [
    `Nickname ${name}`,
    'Address 127.0.0.1',
    `ORPort 127.0.0.1:${orPort} IPv4Only`,
    `DirPort 127.0.0.1:${dirPort}`,
    'ContactInfo nobody@invalid',
    'ExitRelay 0',
    'ExitPolicy reject *:*',
    'SocksPort 0',
    'AuthoritativeDirectory 1',
    'V3AuthoritativeDirectory 1',
    `TestingV3AuthInitialVotingInterval ${FIRST_VOTE_SECONDS}`,
    'TestingV3AuthInitialVoteDelay 2',
    'TestingV3AuthInitialDistDelay 2',
    `TestingV3AuthVotingStartOffset ${offset}`,
    'V3AuthVotingInterval 20',
    'V3AuthVoteDelay 2',
    'V3AuthDistDelay 2',
    'TestingDirAuthVoteGuard *',
    'TestingDirAuthVoteHSDir *',
    'TestingMinExitFlagThreshold 0',
    'AuthDirTestReachability 1',
  ];
}

/** Every process ends with this one, even when it is killed. */
async function start(processes: ProcessGroup, directory: string, lines: readonly string[]): Promise<Running> {
  const torrc = [
    'TestingTorNetwork 1',
    `DataDirectory ${directory}`,
    'Log notice stdout',
    'AvoidDiskWrites 1',
    'ShutdownWaitLength 0',
    'AssumeReachable 1',
    'GeoIPFile /dev/null',
    'GeoIPv6File /dev/null',
    'OutboundBindAddress 127.0.0.1',
    'ServerDNSDetectHijacking 0',
    'ServerDNSAllowBrokenConfig 1',
    'PathsNeededToBuildCircuits 0.25',
    'TestingClientMaxIntervalWithoutRequest 1 second',
    `__OwningControllerProcess ${process.pid}`,
    ...lines,
  ];
  const file = path.join(directory, 'torrc');
  await writeFile(file, `${torrc.join('\n')}\n`);
  return processes.start(['tor', '--defaults-torrc', '/dev/null', '-f', file]);
}
