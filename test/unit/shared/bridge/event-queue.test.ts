import test from 'ava';
import { EventQueue, MAX_QUEUED_EVENTS, MAX_QUEUED_NOTICES } from '../../../../shared/bridge/event-queue.ts';
import type { MessagesEvent } from '../../../../shared/bridge/messages.ts';
import type { Nick } from '../../../../shared/jm/command.ts';

const LOUD = 'J5loud' as Nick;
const QUIET = 'J5quiet' as Nick;

function line(event: 'public' | 'private', from: Nick, text: string): MessagesEvent {
  return { event, channel: 'onion', from, line: text };
}

function fill(queue: EventQueue, count: number, event: 'public' | 'private', from: Nick): void {
  for (let index = 0; index < count; index += 1) queue.push(line(event, from, String(index)));
}

/** Everything in the queue, up to its end. */
async function drain(queue: EventQueue): Promise<MessagesEvent[]> {
  const events: MessagesEvent[] = [];
  queue.end(new Error('over'));
  try {
    for await (const event of queue) events.push(event);
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'over') throw error;
  }
  return events;
}

test('events come in order, up to the limit all of them', async (t) => {
  const queue = new EventQueue();
  fill(queue, MAX_QUEUED_EVENTS, 'private', LOUD);
  const events = await drain(queue);
  t.is(events.length, MAX_QUEUED_EVENTS);
  t.deepEqual(events[4999], line('private', LOUD, '4999'));
});

test('over the limit the oldest public lines go first, and are counted', async (t) => {
  const queue = new EventQueue();
  fill(queue, 2, 'public', LOUD);
  fill(queue, MAX_QUEUED_EVENTS - 2, 'private', LOUD);
  queue.push(line('private', QUIET, 'kept'));
  const events = await drain(queue);
  t.deepEqual(events[0], { event: 'shed', publicLines: 1 });
  t.deepEqual(events[1], line('public', LOUD, '1'));
  t.deepEqual(events.at(-1), line('private', QUIET, 'kept'));
});

test('the flood of one peer costs that peer its own lines only', async (t) => {
  const queue = new EventQueue();
  queue.push(line('private', QUIET, 'first'));
  fill(queue, 2 * MAX_QUEUED_EVENTS, 'private', LOUD);
  queue.push(line('private', QUIET, 'last'));
  queue.push({ event: 'left', channel: 'onion', nick: QUIET });
  const events = await drain(queue);
  t.is(events.length, MAX_QUEUED_EVENTS + 1);
  t.deepEqual(events[0], { event: 'shed', publicLines: MAX_QUEUED_EVENTS + 3 });
  t.deepEqual(events[1], line('private', QUIET, 'first'));
  t.deepEqual(events.slice(-2), [
    line('private', QUIET, 'last'),
    { event: 'left', channel: 'onion', nick: QUIET },
  ]);
});

test('a queue full of what can not be dropped takes no more', async (t) => {
  const queue = new EventQueue();
  const left: MessagesEvent = { event: 'left', channel: 'onion', nick: QUIET };
  for (let index = 0; index <= MAX_QUEUED_EVENTS; index += 1) queue.push(left);
  t.is((await drain(queue)).filter(({ event }) => event === 'left').length, MAX_QUEUED_EVENTS);
});

test('what comes while somebody waits is delivered, and room that was made is used again', async (t) => {
  const queue = new EventQueue();
  const events = queue[Symbol.asyncIterator]();
  const waiting = events.next();
  queue.push(line('private', QUIET, 'hello'));
  t.deepEqual(await waiting, { value: line('private', QUIET, 'hello'), done: false });
  fill(queue, MAX_QUEUED_EVENTS, 'private', LOUD);
  t.deepEqual((await events.next()).value, line('private', LOUD, '0'));
  queue.push(line('private', LOUD, 'one more'));
  t.deepEqual((await drain(queue)).at(-1), line('private', LOUD, 'one more'));
});

test('notices of the watch take fifty places at most, and none from anybody else', async (t) => {
  const queue = new EventQueue();
  const notice: MessagesEvent = {
    event: 'watch',
    notice: { about: 'tip', finding: 'no-peers', height: 1, behind: 0 },
  };
  for (let index = 0; index < MAX_QUEUED_EVENTS; index += 1) queue.push(notice);
  queue.push(line('private', QUIET, 'kept'));
  const events = await drain(queue);
  t.is(events.length, MAX_QUEUED_NOTICES + 1);
  t.deepEqual(events.at(-1), line('private', QUIET, 'kept'));
  // What was read makes room again.
  const again = new EventQueue();
  for (let index = 0; index < MAX_QUEUED_NOTICES; index += 1) again.push(notice);
  for await (const first of again) {
    t.deepEqual(first, notice);
    break;
  }
  again.push(notice);
  t.is((await drain(again)).length, MAX_QUEUED_NOTICES);
});
