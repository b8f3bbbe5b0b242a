import { encodeEnvelope, ENVELOPE } from '../../shared/jm/onion/envelope.ts';
import { formatPeerEntry } from '../../shared/jm/onion/peerlist.ts';
import type { Peer } from './peer.ts';

const ENTRIES = 20;
/** Well below the longest line, whatever an envelope adds: features may be long, and nicks need not be ASCII. */
const CHARACTERS = 6000;

/** The peerlists that say where all peers but one are. At least one, which may be empty. */
export function* peerlists(peers: Iterable<Peer>, asking: Peer): Generator<string> {
  const others = presentEntries(peers, asking);
  let empty = true;
  for (const list of lists(others)) {
    empty = false;
    yield list;
  }
  if (empty) yield encodeEnvelope(ENVELOPE.peerlist, '');
}

/** The peerlists that say who left. None when nobody did. */
export function* departures(gone: Iterable<Peer>): Generator<string> {
  yield* lists(departedEntries(gone));
}

function* presentEntries(peers: Iterable<Peer>, asking: Peer): Generator<string> {
  const withFeatures = asking.wantsFeatures;
  for (const peer of peers) if (peer !== asking) yield entryOf(peer, false, withFeatures);
}

function* departedEntries(gone: Iterable<Peer>): Generator<string> {
  for (const peer of gone) yield entryOf(peer, true, false);
}

function entryOf({ nick, location, features }: Peer, left: boolean, withFeatures: boolean): string {
  return formatPeerEntry({ nick, location, features, left }, withFeatures);
}

function* lists(entries: Iterable<string>): Generator<string> {
  let list: string[] = [];
  let characters = 0;
  for (const entry of entries) {
    if (list.length === ENTRIES || (list.length > 0 && characters + entry.length > CHARACTERS)) {
      yield encodeEnvelope(ENVELOPE.peerlist, list.join(','));
      list = [];
      characters = 0;
    }
    list.push(entry);
    characters += entry.length + 1;
  }
  if (list.length > 0) yield encodeEnvelope(ENVELOPE.peerlist, list.join(','));
}
