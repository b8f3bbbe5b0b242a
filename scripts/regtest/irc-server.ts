import { execa } from 'execa';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from './free-port.ts';
import type { ProcessGroup } from './processes.ts';

/** How an IRC server is set up. */
export interface IrcServerOptions {
  /** What it calls its network; null for nothing. */
  readonly network?: string | null;
  /** To start it again where it was. */
  readonly port?: number;
  /** PEM files, when it shall speak TLS too. */
  readonly tls?: { readonly certificate: string; readonly key: string; readonly parameters: string };
}

/** A running IRC server on the loopback. */
export interface IrcServer {
  readonly port: number;
  /** Where it speaks TLS, else 0. */
  readonly tlsPort: number;
  stop(): Promise<void>;
}

/** Name and password of the one operator. */
export const IRC_OPERATOR = 'operator secret';

/** ngircd's path, or null where it is not installed. */
export async function findNgircd(): Promise<string | null> {
  const found = await execa('sh', ['-c', 'PATH="$PATH:/usr/sbin" command -v ngircd'], { reject: false });
  return found.exitCode === 0 ? found.stdout.trim() : null;
}

/** A free port can be taken by anybody's connection before the server listens on it. */
const ATTEMPTS = 3;

/** Starts ngircd as a child; resolves when it takes connections. @throws Error when it is not installed or ends. */
export async function startIrcServer(
  processes: ProcessGroup,
  directory: string,
  options: IrcServerOptions = {},
): Promise<IrcServer> {
  const program = await findNgircd();
  if (program === null) throw new Error('No ngircd: apt-get install ngircd');
  await mkdir(directory, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOn(options.port ?? (await freePort()), program, processes, directory, options);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function startOn(
  port: number,
  program: string,
  processes: ProcessGroup,
  directory: string,
  options: IrcServerOptions,
): Promise<IrcServer> {
  const tlsPort = options.tls === undefined ? 0 : await freePort();
  const file = path.join(directory, 'ngircd.conf');
  const { network = 'PitNet', tls } = options;
  const [operator = '', password = ''] = IRC_OPERATOR.split(' ');
  await writeFile(
    file,
    [
      '[Global]',
      'Name = irc.test',
      'Info = test server',
      'AdminEMail = nobody@irc.test',
      'Listen = 127.0.0.1',
      `Ports = ${port}`,
      ...(network === null ? [] : [`Network = ${network}`]),
      '[Limits]',
      'MaxNickLength = 20',
      'MaxConnectionsIP = 0',
      'PingTimeout = 60',
      '[Options]',
      'Ident = no',
      'DNS = no',
      'PAM = no',
      '[Operator]',
      `Name = ${operator}`,
      `Password = ${password}`,
      ...(tls === undefined
        ? []
        : [
            '[SSL]',
            `CertFile = ${tls.certificate}`,
            `KeyFile = ${tls.key}`,
            `DHFile = ${tls.parameters}`,
            `Ports = ${tlsPort}`,
          ]),
      '',
    ].join('\n'),
  );
  const running = processes.start([program, '-n', '-f', file]);
  await running.waitForLine((line) => /Server .* ready\.$/u.test(line), 'it took connections');
  return { port, tlsPort, stop: () => running.stop() };
}
