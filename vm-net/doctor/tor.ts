import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { OnionConfig } from '../../shared/config/joinmarket-cfg.ts';
import { isJmError } from '../../shared/errors.ts';
import { fail, failed, pass, type Finding } from '../../shared/finding.ts';
import { parseLocation } from '../../shared/jm/onion/handshake.ts';
import type { Location } from '../channels/onion/location.ts';
import { torServing } from '../channels/onion/set-up.ts';
import { authenticate } from '../tor/authenticate.ts';
import { ControlConnection } from '../tor/control-connection.ts';
import { StreamIsolation } from '../tor/isolation.ts';
import { dialThroughTor } from '../tor/socks-dial.ts';

/** A fresh onion is seldom found at the first attempt. */
const PATIENCE_MS = 90_000;
const RETRY_MS = 2000;

/** Whether Tor's control port lets us in, and an onion service made there is reached from outside. */
export async function checkTor(onion: OnionConfig, patienceMs = PATIENCE_MS): Promise<readonly Finding[]> {
  const control = await checkControl(onion);
  return control.ok ? [control, await checkOnion(onion, AbortSignal.timeout(patienceMs))] : [control];
}

async function checkControl(onion: OnionConfig): Promise<Finding> {
  try {
    const control = await ControlConnection.open({ host: onion.torControlHost, port: onion.torControlPort });
    try {
      await authenticate(control, onion.torControlPassword);
    } finally {
      control.close();
    }
    return pass('Tor control', 'lets us in');
  } catch (error) {
    return failed('Tor control', error);
  }
}

/** Makes an onion service as a maker would, and calls it through Tor. */
async function checkOnion(onion: OnionConfig, signal: AbortSignal): Promise<Finding> {
  const subject = 'onion service';
  const server = createServer((socket) => socket.end());
  const port = await listen(server, { host: onion.servingHost, port: onion.servingPort });
  if (port === null) {
    return pass(subject, `not tried: a maker, or another program, has port ${onion.servingPort}`);
  }
  const stopping = new AbortController();
  try {
    const service = await torServing(onion).publish(port, () => undefined, stopping.signal);
    try {
      return await call(subject, onion, service.location, signal);
    } finally {
      stopping.abort();
      await service.stop();
    }
  } catch (error) {
    return failed(subject, error);
  } finally {
    server.close();
  }
}

async function call(
  subject: string,
  onion: OnionConfig,
  text: string,
  signal: AbortSignal,
): Promise<Finding> {
  const location = parseLocation(text) ?? { host: '', port: 0 };
  const proxy = { host: onion.socksHost, port: onion.socksPort };
  const dial = dialThroughTor(proxy, new StreamIsolation(), 'jm-peer');
  for (;;) {
    try {
      const socket = await dial(location, signal);
      socket.destroy();
      return pass(subject, 'reached through Tor');
    } catch (error) {
      if (isJmError(error) && error.code === 'channel-no-tor') return failed(subject, error);
      if (signal.aborted) {
        return fail(
          subject,
          'made, but not reached through Tor',
          'Check onion_serving_host and onion_serving_port, and that the firewall lets Tor connect there.',
        );
      }
    }
    await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** The port, or null when it is taken. */
async function listen(server: Server, { host, port }: Location): Promise<number | null> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch {
    return null;
  }
  const address = server.address();
  return address === null || typeof address === 'string' ? null : address.port;
}
