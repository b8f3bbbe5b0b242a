import type { MessagesClient, MessagesEvent } from '../../shared/bridge/messages.ts';

/** The message channels without some peers: what they say is not heard, so that their offers are not in the book. */
export function leaveOutPeers(messages: MessagesClient, leftOut: ReadonlySet<string>): MessagesClient {
  if (leftOut.size === 0) return messages;
  return {
    open: (request) => messages.open(request),
    publish: (line) => messages.publish(line),
    send: (channel, to, line) => messages.send(channel, to, line),
    close: () => messages.close(),
    events: () => heard(messages.events(), leftOut),
  };
}

async function* heard(
  events: AsyncIterable<MessagesEvent>,
  leftOut: ReadonlySet<string>,
): AsyncGenerator<MessagesEvent> {
  for await (const event of events) {
    const from = event.event === 'public' || event.event === 'private' ? event.from : null;
    if (from === null || !leftOut.has(from)) yield event;
  }
}
