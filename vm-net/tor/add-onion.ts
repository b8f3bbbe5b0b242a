import type { ControlReply } from './control-reply.ts';
import { TorError } from './tor-error.ts';
import type { Location } from '../channels/onion/location.ts';

/** The port under which every onion service of JoinMarket is reached. */
export const VIRTUAL_PORT = 5222;

/** Whoever calls in a flood has to work for it (Tor 0.4.8 and later, where it was built with it). */
const PROOF_OF_WORK = 'PoWDefensesEnabled=1 PoWQueueRate=25 PoWQueueBurst=250';

/**
 * The commands that make an onion service, the better one first (Tor control-spec §3.27). On Whonix they pass a filter, which the
 * Salt formula sets to exactly these.
 * @param key `ED25519-V3:` and the key in base64; null for a new one.
 */
export function addOnionCommands(key: string | null, { host, port }: Location): readonly [string, string] {
  const plain = `ADD_ONION ${key ?? 'NEW:ED25519-V3'} Port=${VIRTUAL_PORT},${host}:${port}`;
  return [`${plain} ${PROOF_OF_WORK}`, plain];
}

/** Why there is no onion service when Tor, or a filter before it, takes neither command. */
export function refusedOnion({ status, lines }: ControlReply): TorError {
  return new TorError('tor-refused', `Tor refused ADD_ONION: ${status} ${lines.join('; ')}`, {
    cure: `On Qubes, run "sudo qubesctl --skip-dom0 --targets=GATEWAY state.apply jm.gateway" in dom0; elsewhere, let the user of Tor's control port send ADD_ONION.`,
  });
}
