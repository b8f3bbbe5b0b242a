import path from 'node:path';
import type { PublishedAddress } from '../channels/onion/onion-channel.ts';
import type { Location } from '../channels/onion/location.ts';
import { keepHiddenService, readHiddenService } from '../tor/hidden-service-dir.ts';
import { VIRTUAL_PORT } from '../tor/add-onion.ts';
import { OnionService, type OnionServiceOptions } from '../tor/onion-service.ts';
import { startOwnTor } from '../tor/own-tor.ts';
import { TorError } from '../tor/tor-error.ts';

/** How a directory node is published under an address that stays. */
export interface HiddenServiceOptions {
  /** Tor's files of the service; made, with a new address, where there are none. */
  readonly directory: string;
  readonly target: Location;
  /** A Tor of our own, with a file of more torrc lines; null to use the one at `control`. */
  readonly ownTor: { readonly moreConfig: string | null } | null;
  readonly control: OnionServiceOptions['control'];
  readonly jitter: () => number;
  readonly log: (line: string) => void;
}

/** A directory node's address. */
export interface PublishedDirectory extends PublishedAddress {
  /** Resolves with the reason when the address is gone and nothing here brings it back. */
  readonly lost: Promise<TorError>;
}

/**
 * Publishes a directory node as an onion service. The first time the address is made, and kept before anybody is told.
 * @throws TorError
 */
export async function publishDirectory(
  options: HiddenServiceOptions,
  signal: AbortSignal,
): Promise<PublishedDirectory> {
  const { directory, target, ownTor, control, jitter, log } = options;
  if (ownTor !== null) {
    const dataDir = path.join(directory, 'tor');
    const tor = await startOwnTor({ hiddenServiceDir: directory, dataDir, target, ...ownTor, log }, signal);
    return { location: tor.location, lost: tor.ended, stop: () => tor.stop() };
  }
  const kept = readHiddenService(directory);
  const onChange = (trouble: string | null): void => {
    log(trouble === null ? 'the onion service is back' : `the onion service is gone: ${trouble}`);
  };
  const service = await OnionService.start(
    { control, target, key: kept?.key ?? null, jitter, onChange },
    signal,
  );
  if (kept === null) {
    const address = service.location.slice(0, -`.onion:${VIRTUAL_PORT}`.length);
    if (service.key === null) {
      throw new TorError('tor-key', 'Tor does not hand out the key of the onion service', {
        cure: 'Set own_tor = true in the section [DIRECTORY] of joinmarket.cfg.',
      });
    }
    keepHiddenService(directory, { key: service.key, address });
  }
  // It is made again as often as Tor comes back.
  return {
    location: service.location,
    lost: new Promise(() => undefined),
    stop: () => service.stop(),
  };
}
