import { readFile } from 'node:fs/promises';
import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { IrcConfig } from '../../../shared/config/irc.ts';
import { ChannelError } from '../channel.ts';

/** Where Debian and Fedora keep the authorities of the system. Node's own list is taken where neither is there. */
const SYSTEM_AUTHORITIES = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt'];

/**
 * Speaks TLS over a connected socket, and checks the certificate unless the configuration says not to. The signal, or silence for
 * `patience` milliseconds, closes the connection.
 * @throws ChannelError `channel-bad-certificate`, with a cure, or `peer-unreachable`.
 */
export async function secure(
  socket: Socket,
  config: IrcConfig,
  patience: number,
  signal: AbortSignal,
): Promise<TLSSocket> {
  // The socket may end while the authorities are read.
  socket.on('error', () => undefined);
  const authorities = config.verifyTls ? await authoritiesOf(config, socket) : undefined;
  return new Promise((resolve, reject) => {
    const secured = connect({
      socket,
      host: config.host,
      ...(isIP(config.host) === 0 ? { servername: config.host } : {}),
      ...(authorities === undefined ? {} : { ca: authorities }),
      rejectUnauthorized: config.verifyTls,
    });
    const fail = (error: Error): void => {
      stop();
      secured.on('error', () => undefined);
      secured.destroy();
      reject(refusal(config, error, secured));
    };
    const timer = setTimeout(() => {
      fail(new Error('it does not answer'));
    }, patience);
    const abort = (): void => {
      fail(new Error('stopped'));
    };
    const closed = (): void => {
      fail(new Error('it closed the connection'));
    };
    const stop = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      secured.off('error', fail);
      secured.off('close', closed);
    };
    signal.addEventListener('abort', abort);
    secured.on('error', fail);
    secured.on('close', closed);
    secured.once('secureConnect', () => {
      stop();
      resolve(secured);
    });
    if (signal.aborted) abort();
  });
}

async function authoritiesOf({ authoritiesFile }: IrcConfig, socket: Socket): Promise<string | undefined> {
  if (authoritiesFile === null) {
    for (const file of SYSTEM_AUTHORITIES) {
      const found = await readFile(file, 'utf8').catch(() => undefined);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  try {
    return await readFile(authoritiesFile, 'utf8');
  } catch (cause) {
    socket.destroy();
    throw new ChannelError('channel-bad-certificate', `The authorities in ${authoritiesFile} can't be read`, {
      cure: 'Set ssl_ca_file to a PEM file that joinmarketd can read, or remove it.',
      cause,
    });
  }
}

function refusal({ host, port }: IrcConfig, cause: Error, { authorizationError }: TLSSocket): ChannelError {
  // Node sets it to null, against its types, when there is nothing to say.
  const untrusted = 'code' in cause && cause.code === 'ERR_TLS_CERT_ALTNAME_INVALID';
  if (untrusted || Boolean(authorizationError)) {
    return new ChannelError(
      'channel-bad-certificate',
      `${host}:${port} shows a certificate that is not good for it (${cause.message})`,
      {
        cure: 'Correct host, or name the file of its authority in ssl_ca_file; ssl_verify = false accepts any certificate.',
        cause,
      },
    );
  }
  return new ChannelError(
    'peer-unreachable',
    `${host}:${port} does not speak TLS with us (${cause.message})`,
    {
      cure: 'Check port and usessl in joinmarket.cfg.',
      cause,
    },
  );
}
