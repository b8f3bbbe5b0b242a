import test from 'ava';
import { nickOf } from '../../../../../shared/jm/nick.ts';
import { privateLines, publicLines } from '../../../../../vm-net/channels/irc/outgoing.ts';

const TO = nickOf(new Uint8Array(33).fill(1));
const HEADER = 'PRIVMSG #c :';

test('what is not an offer is said as it is, and offers with their trailer', (t) => {
  const offer = '!sw0reloffer 0 27300 500000 0 0.0002';
  t.deepEqual(publicLines('#c', '!orderbook'), [`${HEADER}!orderbook`]);
  t.deepEqual(publicLines('#c', '!cancel 0!cancel 1'), [`${HEADER}!cancel 0!cancel 1`]);
  t.deepEqual(publicLines('#c', offer + offer), [`${HEADER}${offer}${offer} ~`]);
  t.deepEqual(publicLines('#c', `!cancel 0${offer}!hp2 x`), [
    `${HEADER}!cancel 0`,
    `${HEADER}${offer} ~`,
    `${HEADER}!hp2 x`,
  ]);
});

for (const [length, fits] of [
  [449, true],
  [450, true],
  [451, false],
] as const) {
  test(`a public line of ${length} characters ${fits ? 'fits' : 'does not fit'}`, (t) => {
    const plain = `!hp2 ${'x'.repeat(length - HEADER.length - 5)}`;
    const offer = `!absoffer ${'x'.repeat(length - HEADER.length - 12)}`;
    for (const line of [plain, offer]) {
      if (fits)
        t.deepEqual(
          publicLines('#c', line).map((sent) => sent.length),
          [length],
        );
      else t.throws(() => publicLines('#c', line), { code: 'channel-line-too-long' });
    }
  });
}

test('a private line is cut where the protocol says', (t) => {
  const line = `!fill ${'x'.repeat(417)}`;
  const [first = '', second = ''] = privateLines(TO, line);
  t.is(first, `PRIVMSG ${TO} :!fill ${'x'.repeat(416)} ;`);
  t.is(first.length, 450);
  t.is(second, `PRIVMSG ${TO} :x ~`);
});

test('private lines of 40,000 characters are the longest', (t) => {
  t.is(privateLines(TO, `!tx ${'x'.repeat(39_996)}`).length, 96);
  t.throws(() => privateLines(TO, `!tx ${'x'.repeat(39_997)}`), { code: 'channel-line-too-long' });
});

test('nothing that could be another command is said', (t) => {
  for (const line of ['', 'x y', '!', '!a\r\nQUIT', '!a b\nQUIT', '!a \0', '!a \u00e9', '!a \u007f']) {
    t.throws(() => publicLines('#c', line), { code: 'channel-bad-line' }, JSON.stringify(line));
    t.throws(() => privateLines(TO, line), { code: 'channel-bad-line' }, JSON.stringify(line));
  }
  t.throws(() => privateLines(TO, '!fill'), { code: 'channel-bad-line' });
  t.throws(() => privateLines(TO, '! fill x'), { code: 'channel-bad-line' });
});
