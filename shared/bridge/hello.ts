import type { Network } from '../bitcoin/network.ts';
import { BridgeError } from './bridge-error.ts';
import { hello as isHello } from './schema/validators.js';

/** Version of the bridge's own protocol. Both ends must speak the same. */
export const BRIDGE_VERSION = 1;

export type ServiceName = 'jm.Messages' | 'jm.Chain';

/** The first frame from each side. */
export interface Hello {
  readonly protocol: number;
  readonly service: ServiceName;
  readonly network: Network;
  /** Name and version of the program, for people. */
  readonly software: string;
}

/** Reads the other side's hello. @throws BridgeError `bridge-schema-violation`. */
export function parseHello(payload: Uint8Array): Hello {
  const value = parseJson(payload);
  if (!matchesHello(value)) throw violation('hello');
  return value;
}

/** Compares both hellos. @throws BridgeError with one sentence that both sides can show. */
export function checkHello(own: Hello, other: Hello): void {
  if (own.protocol !== other.protocol) {
    throw new BridgeError(
      'version-mismatch',
      `The VMs speak different versions of the bridge: ${own.protocol} here, ${other.protocol} there`,
      { cure: 'Install the same release in both VMs.' },
    );
  }
  if (own.service !== other.service) {
    throw new BridgeError('service-mismatch', `We called ${own.service} and ${other.service} answered`, {
      cure: "Check the service files in the net VM's /etc/qubes-rpc.",
    });
  }
  if (own.network !== other.network) {
    throw new BridgeError(
      'network-mismatch',
      `The VMs are set to different networks: ${own.network} here, ${other.network} there`,
      { cure: 'Set the same network in both copies of joinmarket.cfg.' },
    );
  }
}

/** Decodes JSON. @throws BridgeError `frame-malformed`. */
export function parseJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch (cause) {
    throw new BridgeError('frame-malformed', 'A frame that should hold JSON does not', { cause });
  }
}

/** The error for JSON that no schema allows. */
export function violation(what: string): BridgeError {
  return new BridgeError(
    'bridge-schema-violation',
    `The other VM sent ${what} that the bridge does not allow`,
    {
      cure: 'Install the same release in both VMs. If it is the same, do not trust the net VM.',
    },
  );
}

function matchesHello(value: unknown): value is Hello {
  return isHello(value);
}
