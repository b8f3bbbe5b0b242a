import type { Duplex } from 'node:stream';
import type { Nick } from '../jm/command.ts';
import type { Call } from './answering.ts';
import { BridgeConnection } from './connection.ts';
import { violation, type Hello } from './hello.ts';
import type { Message } from './message.ts';
import type { ChannelName, ChannelStatus, MessagesEvent, OpenRequest } from './messages.ts';
import { openRequest, publishRequest, sendRequest, watchJoinsRequest } from './schema/validators.js';
import type { WatchedJoin } from './watch.ts';

/** What the net VM does for one wallet. */
export interface MessagesHandler {
  open(request: OpenRequest, emit: (event: MessagesEvent) => void): Promise<readonly ChannelStatus[]>;
  publish(line: string): Promise<void>;
  send(channel: ChannelName, to: Nick, line: string): Promise<void>;
  /** Watches these transactions, and no others any more. */
  watch(joins: readonly WatchedJoin[]): Promise<void>;
  /** The wallet is gone: leave all channels. */
  close(): Promise<void>;
}

/** Public lines are dropped, and counted, while this much is still on its way to the wallet. */
const SHED_ABOVE_BYTES = 1024 * 1024;
const NOTHING = { json: {}, bytes: new Uint8Array(0) };

/** Serves `jm.Messages` on a byte stream until it ends. @throws BridgeError when hello fails. */
export async function serveMessages(
  stream: Duplex,
  hello: Omit<Hello, 'service'>,
  handler: MessagesHandler,
): Promise<BridgeConnection> {
  const connection = await BridgeConnection.open(stream, {
    hello: { ...hello, service: 'jm.Messages' },
    handler: {
      requestLimit: () => 0,
      handle: async (method, { json }, call): Promise<Message> => {
        switch (method) {
          case 'open':
            if (!isOpenRequest(json)) throw violation('a request "open"');
            return { json: { channels: await handler.open(json, emitterFor(call)) }, bytes: NOTHING.bytes };
          case 'publish':
            if (!isPublishRequest(json)) throw violation('a request "publish"');
            await handler.publish(json.line);
            return NOTHING;
          case 'send':
            if (!isSendRequest(json)) throw violation('a request "send"');
            await handler.send(json.channel, json.to, json.line);
            return NOTHING;
          case 'watch':
            if (!isWatchRequest(json)) throw violation('a request "watch"');
            await handler.watch(json.joins);
            return NOTHING;
          default:
            throw violation('an unknown request');
        }
      },
    },
  });
  void connection.closed.then(() => handler.close());
  return connection;
}

/** Passes events on; public lines only while the wallet keeps up. */
function emitterFor(call: Call): (event: MessagesEvent) => void {
  let shed = 0;
  return (event) => {
    if (event.event === 'public' && call.isBehind(SHED_ABOVE_BYTES)) {
      shed += 1;
      return;
    }
    if (shed > 0) {
      call.event({ event: 'shed', publicLines: shed } satisfies MessagesEvent);
      shed = 0;
    }
    call.event(event);
  };
}

function isOpenRequest(value: unknown): value is OpenRequest {
  return openRequest(value);
}

function isPublishRequest(value: unknown): value is { readonly line: string } {
  return publishRequest(value);
}

function isSendRequest(
  value: unknown,
): value is { readonly channel: ChannelName; readonly to: Nick; readonly line: string } {
  return sendRequest(value);
}

function isWatchRequest(value: unknown): value is { readonly joins: readonly WatchedJoin[] } {
  return watchJoinsRequest(value);
}
