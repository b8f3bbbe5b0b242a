import type { Nick } from '../../../shared/jm/command.ts';

const MAX_PEERS = 20_000;

interface KnownPeer<Directory> {
  /** `host:port`, or empty while unknown or not serving. */
  location: string;
  readonly directories: Set<Directory>;
}

/** Who was seen on which directory, and where each nick says that it serves (protocol/onion-channel.md §6.4). */
export class KnownPeers<Directory> {
  readonly #peers = new Map<Nick, KnownPeer<Directory>>();

  /** Notes that a directory shows the nick. Beyond the limit, who came first is forgotten. */
  seen(nick: Nick, directory: Directory): void {
    let peer = this.#peers.get(nick);
    if (peer === undefined) {
      const [oldest] = this.#peers.keys();
      if (this.#peers.size >= MAX_PEERS && oldest !== undefined) this.#peers.delete(oldest);
      peer = { location: '', directories: new Set() };
      this.#peers.set(nick, peer);
    }
    peer.directories.add(directory);
  }

  /** Notes where a nick that was seen accepts connections. */
  locate(nick: Nick, location: string): void {
    const peer = this.#peers.get(nick);
    if (peer !== undefined) peer.location = location;
  }

  /** Notes that the nick left a directory. True when no other shows it, and it is forgotten. */
  left(nick: Nick, directory: Directory): boolean {
    const peer = this.#peers.get(nick);
    if (peer === undefined) return false;
    peer.directories.delete(directory);
    return peer.directories.size === 0 && this.#peers.delete(nick);
  }

  /** A lost directory says nothing about the peers on it: they stay known, for direct connections. */
  lost(directory: Directory): void {
    for (const peer of this.#peers.values()) peer.directories.delete(directory);
  }

  locationOf(nick: Nick): string {
    return this.#peers.get(nick)?.location ?? '';
  }

  /** The directories that show the nick, in the order in which they did. */
  directoriesOf(nick: Nick): readonly Directory[] {
    return [...(this.#peers.get(nick)?.directories ?? [])];
  }
}
