import Client from 'irc-framework/src/client.js';
import type { Socket } from 'node:net';
import { IrcTransport, type TransportHandlers } from './irc-transport.ts';

/**
 * The library's client on a connected socket, with the registration that the reference sends (protocol/irc-channel.md §1) and
 * nothing that it would send by itself: no capabilities, no answer to CTCP VERSION, no pings, no second connection.
 */
export class IrcClient extends Client {
  constructor(nick: string, socket: Socket, handlers: TransportHandlers) {
    super({
      nick,
      username: nick,
      gecos: 'None',
      version: '',
      auto_reconnect: false,
      ping_interval: 0,
      ping_timeout: 0,
      transport: class extends IrcTransport {
        constructor() {
          super(socket, handlers);
        }
      },
    });
  }

  /** Ends the connection; what was sent before still leaves. */
  end(): void {
    this.connection.transport?.close();
  }

  protected override registerToNetwork(): void {
    const { nick } = this.options;
    this.raw(`NICK ${nick}`);
    this.raw(`USER ${nick} foo bar :None`);
  }
}
