import { accept, refuse, type Result } from '../../errors.ts';
import { asciiJson } from './envelope.ts';

/** The location of a peer that accepts no connections. */
export const NOT_SERVING = 'NOT-SERVING-ONION';

export const APP_NAME = 'joinmarket';
export const PROTOCOL_VERSION = 5;

const MAX_FEATURES = 32;
const FEATURE = /^[a-z0-9_]{1,64}$/u;
const MAX_TEXT = 64;
const MAX_LOCATION = 72;
const MAX_MOTD = 4000;

/** The first line of a connecting peer, and of both peers on a direct connection (onion-channel.md §3). */
export interface ClientHandshake {
  readonly location: string;
  readonly features: readonly string[];
  readonly nick: string;
  readonly network: string;
}

/** A directory's answer (onion-channel.md §4). */
export interface DirectoryHandshake {
  readonly accepted: boolean;
  readonly features: readonly string[];
  readonly nick: string;
  readonly network: string;
  readonly motd: string;
}

/** Why a handshake was not taken. `malformed` gets no answer; the others may be answered with `accepted: false`. */
export type HandshakeRefusal =
  'malformed' | 'wrong-app' | 'wrong-role' | 'wrong-version' | 'wrong-network' | 'bad-location' | 'rejected';

/** The `line` of a 793. */
export function formatClientHandshake(handshake: ClientHandshake): string {
  return (
    `{"app-name": "${APP_NAME}", "directory": false, "location-string": ${asciiJson(handshake.location)}, ` +
    `"proto-ver": ${PROTOCOL_VERSION}, "features": ${formatFeatures(handshake.features)}, ` +
    `"nick": ${asciiJson(handshake.nick)}, "network": ${asciiJson(handshake.network)}}`
  );
}

/** The `line` of a 795. */
export function formatDirectoryHandshake(handshake: DirectoryHandshake): string {
  return (
    `{"app-name": "${APP_NAME}", "directory": true, "proto-ver-min": ${PROTOCOL_VERSION}, ` +
    `"proto-ver-max": ${PROTOCOL_VERSION}, "features": ${formatFeatures(handshake.features)}, ` +
    `"accepted": ${handshake.accepted}, "nick": ${asciiJson(handshake.nick)}, ` +
    `"network": ${asciiJson(handshake.network)}, "motd": ${asciiJson(handshake.motd)}}`
  );
}

/** Reads and judges a 793. */
export function parseClientHandshake(
  line: string,
  expectedNetwork: string,
): Result<ClientHandshake, HandshakeRefusal> {
  const fields = parseObject(line);
  if (fields === null) return refuse('malformed');
  const app = fields['app-name'];
  const directory = fields['directory'];
  const version = fields['proto-ver'];
  const location = fields['location-string'];
  const nick = fields['nick'];
  const network = fields['network'];
  const features = parseFeatures(fields['features']);
  if (!isText(app, MAX_TEXT) || !isText(nick, MAX_TEXT) || !isText(network, MAX_TEXT) || nick === '') {
    return refuse('malformed');
  }
  if (!isText(location, MAX_LOCATION) || typeof directory !== 'boolean' || features === null) {
    return refuse('malformed');
  }
  if (!isInteger(version)) return refuse('malformed');
  if (app !== APP_NAME) return refuse('wrong-app');
  if (directory) return refuse('wrong-role');
  if (version !== PROTOCOL_VERSION) return refuse('wrong-version');
  if (network !== expectedNetwork) return refuse('wrong-network');
  if (location !== NOT_SERVING && parseLocation(location) === null) return refuse('bad-location');
  return accept({ location, features, nick, network });
}

/** Reads and judges a 795 as a client. */
export function parseDirectoryHandshake(
  line: string,
  expectedNetwork: string,
): Result<DirectoryHandshake, HandshakeRefusal> {
  const fields = parseObject(line);
  if (fields === null) return refuse('malformed');
  const app = fields['app-name'];
  const directory = fields['directory'];
  const lowest = fields['proto-ver-min'];
  const highest = fields['proto-ver-max'];
  const accepted = fields['accepted'];
  const nick = fields['nick'];
  const network = fields['network'];
  const motd = fields['motd'];
  const features = parseFeatures(fields['features']);
  if (!isText(app, MAX_TEXT) || !isText(nick, MAX_TEXT) || !isText(network, MAX_TEXT))
    return refuse('malformed');
  if (!isInteger(lowest) || !isInteger(highest) || features === null) return refuse('malformed');
  if (typeof directory !== 'boolean' || typeof accepted !== 'boolean') return refuse('malformed');
  if (!accepted) return refuse('rejected');
  if (app !== APP_NAME) return refuse('wrong-app');
  if (!directory) return refuse('wrong-role');
  if (lowest > PROTOCOL_VERSION || highest < PROTOCOL_VERSION) return refuse('wrong-version');
  if (network !== expectedNetwork) return refuse('wrong-network');
  return accept({
    accepted,
    features,
    nick,
    network,
    motd: typeof motd === 'string' ? motd.slice(0, MAX_MOTD) : '',
  });
}

/** `host:port` with a port from 1 to 65535, or null. */
export function parseLocation(text: string): { readonly host: string; readonly port: number } | null {
  const match = /^([a-zA-Z0-9.-]{1,66}):([1-9][0-9]{0,4})$/u.exec(text);
  const [, host, port] = match ?? [];
  if (host === undefined || port === undefined || Number(port) > 65_535) return null;
  return { host, port: Number(port) };
}

function formatFeatures(features: readonly string[]): string {
  return `{${features.map((name) => `${asciiJson(name)}: true`).join(', ')}}`;
}

function parseFeatures(value: unknown): readonly string[] | null {
  if (!isObject(value)) return null;
  return Object.entries(value)
    .filter(([name, on]) => on === true && FEATURE.test(name))
    .map(([name]) => name)
    .slice(0, MAX_FEATURES);
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, limit: number): value is string {
  return typeof value === 'string' && value.length <= limit;
}

function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
