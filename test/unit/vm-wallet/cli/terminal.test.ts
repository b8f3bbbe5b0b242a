import test from 'ava';
import fc from 'fast-check';
import { createTerminal, toJson, type Terminal } from '../../../../vm-wallet/cli/terminal.ts';

interface Seen {
  readonly terminal: Terminal;
  /** What was written to stdout and stderr. */
  readonly out: () => string;
  readonly err: () => string;
}

function seen({ json = false, colour = false, isTTY = false } = {}): Seen {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = createTerminal(
    { out: { write: (text) => out.push(text) }, err: { write: (text) => err.push(text), isTTY } },
    { json, colour },
  );
  return { terminal, out: () => out.join(''), err: () => err.join('') };
}

/** Sets the title, clears the screen, turns the line around, hides a blank, and begins a line of its own. */
const EVIL = '\u001b]0;x\u0007\u001b[2J\u009b31m\u202e\u200b\r\nerror: \u001b[31mred';
const ESCAPED = '\\x1b]0;x\\x07\\x1b[2J\\x9b31m\\u202e\\u200b\\x0d\\x0aerror: \\x1b[31mred';

for (const colour of [false, true]) {
  test(`hostile text steers neither stream, ${colour ? 'with' : 'without'} colours`, (t) => {
    const { terminal, out, err } = seen({ colour, isTTY: true });
    terminal.line(EVIL);
    terminal.lines([EVIL, EVIL]);
    t.is(out(), `${ESCAPED}\n`.repeat(3));
    terminal.note(EVIL);
    t.is(err(), `${ESCAPED}\n`);
    terminal.progress(EVIL);
    t.is(err(), `${ESCAPED}\n\r\u001b[K${ESCAPED}`);
  });
}

test('tabs between cells stay, and so do letters, boxes and blocks', (t) => {
  const { terminal, out } = seen();
  terminal.line('mixdepth\t0\tZürich │ █▀ ✓');
  terminal.line();
  t.is(out(), 'mixdepth\t0\tZürich │ █▀ ✓\n\n');
});

test('colours come from paint alone, also around hostile text', (t) => {
  const { terminal, out } = seen({ colour: true });
  terminal.line(`${terminal.paint('red', EVIL)} ${EVIL} ${terminal.paint('bold', 'end')}`);
  t.is(out(), `\u001b[31m${ESCAPED}\u001b[0m ${ESCAPED} \u001b[1mend\u001b[0m\n`);
});

test('what one terminal painted is no colour on another, whose mark nobody else knows', (t) => {
  const [one, other] = [seen({ colour: true }), seen({ colour: true })];
  const painted = one.terminal.paint('green', 'ok');
  one.terminal.line(painted);
  other.terminal.line(painted);
  t.is(one.out(), '\u001b[32mok\u001b[0m\n');
  t.false(other.out().includes('\u001b'));
});

test('without colours paint adds nothing', (t) => {
  t.is(seen().terminal.paint('green', 'ok'), 'ok');
});

test('progress is overwritten, and silent where there is no terminal', (t) => {
  const { terminal, out, err } = seen({ isTTY: true });
  terminal.progress('one');
  terminal.progress('two');
  terminal.line('done');
  terminal.line('again');
  t.is(err(), '\r\u001b[Kone\r\u001b[Ktwo\r\u001b[K');
  t.is(out(), 'done\nagain\n');
  const pipe = seen();
  pipe.terminal.progress('one');
  pipe.terminal.line('done');
  t.is(pipe.err(), '');
});

test('a program gets the same value, escaped as JSON escapes', (t) => {
  const { terminal, out } = seen({ json: true });
  terminal.line('for people');
  terminal.lines(['for people']);
  terminal.data({ text: EVIL, amount: 5n });
  t.is(
    out(),
    '{"text":"\\u001b]0;x\\u0007\\u001b[2J\\u009b31m\\u202e\\u200b\\r\\nerror: \\u001b[31mred","amount":5}\n',
  );
  t.deepEqual(JSON.parse(out()), { text: EVIL, amount: 5 });
  const people = seen();
  people.terminal.data({ text: EVIL });
  t.is(people.out(), '');
});

test('whatever is printed, no character of it steers a terminal', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const { terminal, out, err } = seen();
      terminal.line(text);
      terminal.lines([text]);
      terminal.note(terminal.paint('red', text));
      for (const written of [out().replaceAll('\n', ''), err().slice(0, -1), toJson({ text })]) {
        t.notRegex(written.replaceAll('\t', ''), /[\p{C}\p{Zl}\p{Zp}]/u);
      }
      t.is(out().split('\n').length, 3);
    }),
  );
});
