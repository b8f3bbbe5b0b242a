import type { Duplex } from 'node:stream';
import type { Nick } from '../jm/command.ts';
import { BridgeConnection } from './connection.ts';
import { EventQueue } from './event-queue.ts';
import { violation, type Hello } from './hello.ts';
import type { ChannelName, ChannelStatus, MessagesClient, MessagesEvent, OpenRequest } from './messages.ts';
import { messagesEvent, openAnswer } from './schema/validators.js';
import type { WatchedJoin } from './watch.ts';

const OPEN_TIMEOUT_MS = 120_000;
const SEND_TIMEOUT_MS = 30_000;

/** A call to `jm.Messages`, with the watch that goes with it. */
export interface MessagesCall extends MessagesClient {
  /** Names the transactions to watch, instead of those that were named before. */
  watch(joins: readonly WatchedJoin[]): Promise<void>;
  readonly closed: Promise<Error>;
  readonly software: string;
}

/** Calls `jm.Messages` over a byte stream. @throws BridgeError */
export async function connectMessages(stream: Duplex, hello: Omit<Hello, 'service'>): Promise<MessagesCall> {
  const queue = new EventQueue();
  const connection = await BridgeConnection.open(stream, {
    hello: { ...hello, service: 'jm.Messages' },
    onEvent: (event) => {
      if (!isEvent(event)) throw violation('an event');
      queue.push(event);
    },
  });
  void connection.closed.then((reason) => {
    queue.end(reason);
  });
  const ask = async (method: string, json: unknown, timeoutMs: number): Promise<unknown> =>
    (await connection.request(method, { json }, { timeoutMs })).json;
  return {
    closed: connection.closed,
    software: connection.peer?.software ?? '',
    open: async (request: OpenRequest) => {
      const answer = await ask('open', request, OPEN_TIMEOUT_MS);
      if (!isOpenAnswer(answer)) throw violation('an answer to "open"');
      return answer.channels;
    },
    publish: async (line) => {
      await ask('publish', { line }, SEND_TIMEOUT_MS);
    },
    send: async (channel: ChannelName, to: Nick, line: string) => {
      await ask('send', { channel, to, line }, SEND_TIMEOUT_MS);
    },
    watch: async (joins) => {
      await ask('watch', { joins }, SEND_TIMEOUT_MS);
    },
    close: () => {
      connection.close();
      return Promise.resolve();
    },
    events: () => queue,
  };
}

function isEvent(value: unknown): value is MessagesEvent {
  return messagesEvent(value);
}

function isOpenAnswer(value: unknown): value is { readonly channels: readonly ChannelStatus[] } {
  return openAnswer(value);
}
