import test from 'ava';
import { log, say } from '../../../../vm-net/commands/process.ts';

const EVIL = '\u001b]0;owned\u0007\u202e';
const SHOWN = '\\x1b]0;owned\\x07\\u202e';

/** What a stream of the process was sent meanwhile. */
function written(stream: NodeJS.WriteStream, act: () => void): string {
  const write = stream.write.bind(stream);
  let all = '';
  stream.write = (text: string | Uint8Array) => {
    all += text.toString();
    return true;
  };
  try {
    act();
  } finally {
    stream.write = write;
  }
  return all;
}

test.serial('lines of the result steer no terminal', (t) => {
  const out = written(process.stdout, () => {
    say(`one é ${EVIL}\ntwo`);
  });
  t.is(out, `one é ${SHOWN}\ntwo\n`);
});

test.serial('a line of the log is one line of ASCII, and has an end', (t) => {
  const line = written(process.stderr, () => {
    log(`one é ${EVIL}\ntwo`);
  });
  t.is(line, `one \\xe9 ${SHOWN}\\x0atwo\n`);
  const lengths = [2000, 2001].map(
    (length) =>
      written(process.stderr, () => {
        log('x'.repeat(length));
      }).length,
  );
  t.deepEqual(lengths, [2001, 2001]);
});
