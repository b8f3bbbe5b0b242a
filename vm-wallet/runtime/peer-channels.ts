import type { ChannelName } from '../../shared/bridge/messages.ts';
import type { Nick } from '../../shared/jm/command.ts';

const MAX_NICKS = 20_000;

/**
 * On which channels each peer was met. A channel that brought what the peer signed comes before one where somebody only spoke in
 * public under its nick: there anybody may (protocol/irc-channel.md §7).
 */
export class PeerChannels {
  /** The channel of the last line is the last in each set. */
  readonly #signed = new Map<Nick, Set<ChannelName>>();
  readonly #public = new Map<Nick, Set<ChannelName>>();

  /** Notes a line whose signature holds. */
  signed(nick: Nick, channel: ChannelName): void {
    note(this.#signed, nick, channel);
  }

  /** Notes a line that nothing proves. */
  spoke(nick: Nick, channel: ChannelName): void {
    note(this.#public, nick, channel);
  }

  /** Notes that the peer left a channel. True when it was met there, and is on no other. */
  left(nick: Nick, channel: ChannelName): boolean {
    const known = [this.#signed, this.#public].map((met) => {
      const channels = met.get(nick);
      const here = channels?.delete(channel) === true;
      if (channels?.size === 0) met.delete(nick);
      return here;
    });
    return known.includes(true) && !this.#signed.has(nick) && !this.#public.has(nick);
  }

  /** Where to speak to the peer, the best first. */
  of(nick: Nick): readonly ChannelName[] {
    return [...newestFirst(this.#signed.get(nick)), ...newestFirst(this.#public.get(nick))];
  }
}

/** Beyond the limit, whoever was silent longest is forgotten: invented nicks push out invented nicks first. */
function note(met: Map<Nick, Set<ChannelName>>, nick: Nick, channel: ChannelName): void {
  const channels = met.get(nick) ?? new Set();
  met.delete(nick);
  channels.delete(channel);
  channels.add(channel);
  const [oldest] = met.keys();
  if (met.size >= MAX_NICKS && oldest !== undefined) met.delete(oldest);
  met.set(nick, channels);
}

function newestFirst(channels: ReadonlySet<ChannelName> = new Set()): readonly ChannelName[] {
  return [...channels].reverse();
}
