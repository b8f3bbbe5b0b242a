import type { Nick } from '../../shared/jm/command.ts';
import { BridgeError } from '../../shared/bridge/bridge-error.ts';
import { EventQueue } from '../../shared/bridge/event-queue.ts';
import type { ChannelStatus, MessagesClient } from '../../shared/bridge/messages.ts';
import { ONION_HOSTID } from '../../shared/jm/signed-line.ts';

const ONION: ChannelStatus = { channel: 'onion', hostid: ONION_HOSTID, state: 'up', detail: 'in memory' };

/** Message channels between wallets of one process: what one says, the others hear. */
export class MemoryPit {
  readonly #queues = new Map<Nick, EventQueue>();

  /** A wallet's call to the channels. @param loses True for a line that is to be lost on its way. */
  connect(loses: (line: string) => boolean = () => false): MessagesClient {
    const queue = new EventQueue();
    let own: Nick | null = null;
    return {
      open: ({ nick }) => {
        own = nick;
        this.#queues.set(nick, queue);
        return Promise.resolve([ONION]);
      },
      publish: (line) => {
        for (const [nick, other] of this.#queues) {
          if (own !== null && nick !== own)
            other.push({ event: 'public', channel: 'onion', from: own, line });
        }
        return Promise.resolve();
      },
      send: (_channel, to, line) => {
        if (own !== null && !loses(line)) {
          this.#queues.get(to)?.push({ event: 'private', channel: 'onion', from: own, line });
        }
        return Promise.resolve();
      },
      close: () => {
        if (own !== null) this.#queues.delete(own);
        for (const other of this.#queues.values()) {
          if (own !== null) other.push({ event: 'left', channel: 'onion', nick: own });
        }
        queue.end(new BridgeError('call-closed', 'closed'));
        return Promise.resolve();
      },
      events: () => queue,
    };
  }
}
