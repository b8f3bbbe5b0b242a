import type { Nick } from '../command.ts';
import { parseNick } from '../nick.ts';
import { NOT_SERVING, parseLocation } from './handshake.ts';

/** What a directory says about a peer (protocol/onion-channel.md §7). */
export interface PeerEntry {
  readonly nick: Nick;
  /** `host:port` or NOT-SERVING-ONION. */
  readonly location: string;
  readonly left: boolean;
  readonly features: readonly string[];
}

const MAX_ENTRIES = 20_000;
const FEATURE = /^[a-z0-9_]{1,64}$/u;

/** `nick;location`, with `;D` for a peer that left, and features only for receivers that asked for them. */
export function formatPeerEntry(
  entry: Pick<PeerEntry, 'location' | 'left' | 'features'> & { readonly nick: string },
  withFeatures: boolean,
): string {
  const base = `${entry.nick};${entry.location}`;
  if (entry.left) return `${base};D`;
  return withFeatures && entry.features.length > 0 ? `${base};F:${entry.features.join('+')}` : base;
}

/** Reads the line of a 789; entries of an unknown form are skipped. */
export function parsePeerlist(line: string): PeerEntry[] {
  if (line === '') return [];
  const entries: PeerEntry[] = [];
  for (const text of line.split(',', MAX_ENTRIES)) {
    const entry = parseEntry(text);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

function parseEntry(text: string): PeerEntry | null {
  const [nickText = '', location = '', ...marks] = text.split(';');
  const nick = parseNick(nickText);
  if (nick === null || marks.length > 2) return null;
  if (location !== NOT_SERVING && parseLocation(location) === null) return null;
  let left = false;
  let features: readonly string[] = [];
  for (const mark of marks) {
    if (mark === 'D') left = true;
    else if (mark.startsWith('F:'))
      features = mark
        .slice(2)
        .split('+')
        .filter((name) => FEATURE.test(name));
    else return null;
  }
  return { nick, location, left, features };
}
