import test from 'ava';
import fc from 'fast-check';
import { ControlReplyReader, replyValue, type ControlReply } from '../../../vm-net/tor/control-reply.ts';
import { TorError } from '../../../vm-net/tor/tor-error.ts';

const text = fc.string({ maxLength: 60 }).map((any) => any.replace(/[\r\n]/gu, ' '));
const line = fc.record({ divider: fc.constantFrom('-', '+'), text, data: fc.array(text, { maxLength: 4 }) });
const reply = fc.record({
  status: fc.integer({ min: 100, max: 999 }),
  first: fc.array(line, { maxLength: 5 }),
  last: text,
});

/** As Tor writes a reply: data lines that begin with a dot get another. */
function written({
  status,
  first,
  last,
}: {
  status: number;
  first: { divider: string; text: string; data: string[] }[];
  last: string;
}): string {
  const before = first.map(({ divider, text: own, data }) => {
    const block =
      divider === '+' ? [...data.map((one) => one.replace(/^\./u, '..')), '.', ''].join('\r\n') : '';
    return `${status}${divider}${own}\r\n${block}`;
  });
  return `${before.join('')}${status} ${last}\r\n`;
}

test('every reply is read as it was written, however it is cut', (t) => {
  fc.assert(
    fc.property(
      fc.array(reply, { maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
      (replies, cuts) => {
        const reader = new ControlReplyReader();
        const all = replies.map(written).join('');
        const read: ControlReply[] = [];
        for (let at = 0, turn = 0; at < all.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1;
          read.push(...reader.push(all.slice(at, at + size)));
          at += size;
        }
        const expected = replies.map(({ status, first, last }) => ({
          status,
          lines: [
            ...first.map(({ divider, text: own, data }) =>
              divider === '+' ? [own, ...data].join('\n') : own,
            ),
            last,
          ],
        }));
        t.deepEqual(read, expected);
      },
    ),
  );
});

test('whatever comes, it is a reply or a named error', (t) => {
  fc.assert(
    fc.property(fc.string(), (any) => {
      try {
        new ControlReplyReader().push(`${any}\r\n`);
      } catch (error) {
        t.true(error instanceof TorError);
      }
    }),
  );
  t.pass();
});

for (const [what, over, under] of [
  ['a line', `250 ${'x'.repeat(16 * 1024 - 3)}\r\n`, `250 ${'x'.repeat(16 * 1024 - 4)}\r\n`],
  ['a line without its end', 'x'.repeat(16 * 1024 + 1), 'x'.repeat(16 * 1024)],
  ['a reply', `${'250-x\r\n'.repeat(1000)}250 x\r\n`, `${'250-x\r\n'.repeat(999)}250 x\r\n`],
  ['its data', `250+x\r\n${'y\r\n'.repeat(1001)}`, `250+x\r\n${'y\r\n'.repeat(1000)}`],
] as const) {
  test(`${what} is bounded`, (t) => {
    t.throws(() => new ControlReplyReader().push(over), { code: 'tor-not-control' });
    t.notThrows(() => new ControlReplyReader().push(under));
  });
}

test('values are found plain and quoted, with Tor’s escapes', (t) => {
  const offer = 'AUTH METHODS=COOKIE,SAFECOOKIE COOKIEFILE="/var/lib/tor \\"x\\" \\\\ \\303\\244/cookie"';
  t.is(replyValue(offer, 'METHODS'), 'COOKIE,SAFECOOKIE');
  t.is(replyValue(offer, 'COOKIEFILE'), '/var/lib/tor "x" \\ ä/cookie');
  t.is(replyValue(offer, 'FILE'), null, 'the end of another key is not the key');
  t.is(replyValue('ServiceID=abc', 'ServiceID'), 'abc');
  fc.assert(
    fc.property(fc.string(), (any) => {
      replyValue(any, 'METHODS');
      return true;
    }),
  );
});
