import test from 'ava';
import { askedBack } from '../../../../vm-wallet/cli/asked-back.ts';
import { askLines } from '../../../../vm-wallet/cli/ask-lines.ts';
import { confirm } from '../../../../vm-wallet/cli/confirm.ts';
import { DeclinedError, EXIT, exitCodeOf } from '../../../../vm-wallet/cli/failure.ts';
import { passwordFromTerminal } from '../../../../vm-wallet/cli/password.ts';
import { pickMakers } from '../../../../vm-wallet/cli/pick-makers.ts';
import { createTerminal } from '../../../../vm-wallet/cli/terminal.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { fakeDesk, sitAt, type FakeDesk } from '../../../fixtures/fake-desk.ts';

const INTERRUPTED = { instanceOf: DeclinedError, code: 'interrupted' };

/** What may end a question. */
const ENDS: readonly (readonly [string, (desk: FakeDesk) => void])[] = [
  ['ctrl-C', ({ input }) => input.write('\u0003')],
  ['ctrl-C behind half an answer', ({ input }) => input.write('ye\u0003')],
  ['ctrl-D', ({ input }) => input.write('\u0004')],
  ['the end of the terminal', ({ input }) => input.end()],
];

for (const [what, end] of ENDS) {
  test(`${what} ends a question as interrupted, and gives the keyboard back`, async (t) => {
    const desk = fakeDesk();
    const asked = askLines((ask) => ask('Go on? '), { desk });
    t.true(desk.isRaw());
    end(desk);
    const error = await t.throwsAsync(asked, INTERRUPTED);
    t.is(exitCodeOf(error), EXIT.interrupted);
    t.false(desk.isRaw());
    t.true(desk.input.isPaused() || desk.input.readableEnded);
    t.is(desk.input.listenerCount('keypress'), 0);
    t.true(desk.shown().endsWith('\n'));
  });

  test(`${what} ends the second question, too`, async (t) => {
    const desk = fakeDesk();
    const answers: string[] = [];
    const asked = askLines(
      async (ask) => {
        answers.push(await ask('One? '));
        end(desk);
        answers.push(await ask('Two? '));
      },
      { desk },
    );
    desk.input.write('1\r');
    await t.throwsAsync(asked, INTERRUPTED);
    t.deepEqual(answers, ['1']);
  });
}

test('after ctrl-C the next conversation goes on as if nothing had been', async (t) => {
  const desk = fakeDesk();
  const first = askLines((ask) => ask('Go on? '), { desk });
  desk.input.write('\u0003');
  await t.throwsAsync(first, INTERRUPTED);
  const second = askLines((ask) => ask('And now? '), { desk });
  desk.input.write('yes\r');
  t.is(await second, 'yes');
  t.false(desk.isRaw());
});

test('a signal ends the question that stands, and one that came before ends the first', async (t) => {
  const desk = fakeDesk();
  const interrupt = new AbortController();
  const asked = askLines((ask) => ask('Go on? '), { desk, signal: interrupt.signal });
  interrupt.abort();
  await t.throwsAsync(asked, INTERRUPTED);
  t.false(desk.isRaw());
  await t.throwsAsync(
    askLines((ask) => ask('Go on? '), { desk, signal: interrupt.signal }),
    INTERRUPTED,
  );
});

test('where the terminal is gone already, nothing waits for it', async (t) => {
  const desk = fakeDesk();
  desk.input.destroy();
  await t.throwsAsync(
    askLines((ask) => ask('Go on? '), { desk }),
    INTERRUPTED,
  );
});

test('an answer stands although the terminal ends behind it', async (t) => {
  const desk = fakeDesk();
  const asked = askLines((ask) => ask('Go on? '), { desk });
  desk.input.end('y\r');
  t.is(await asked, 'y');
});

test('an error of the conversation comes out as it is', async (t) => {
  const desk = fakeDesk();
  const trouble = new Error('trouble');
  await t.throwsAsync(
    askLines(() => Promise.reject(trouble), { desk }),
    { is: trouble },
  );
  t.false(desk.isRaw());
});

test('a question can not steer the terminal', async (t) => {
  const desk = fakeDesk();
  const asked = askLines((ask) => ask('Pay \u001b]0;x\u0007\u202e? '), { desk });
  desk.input.write('n\r');
  await asked;
  t.true(desk.shown().includes('Pay \\x1b]0;x\\x07\\u202e? '));
  t.false(desk.shown().includes('\u202e') || desk.shown().includes('\u0007'));
});

const terminal = createTerminal(
  { out: process.stdout, err: fakeDesk().output },
  { json: false, colour: false },
);
const PROMPTS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['a confirmation', () => confirm('Go on?', { yes: false })],
  ['words that are asked back', () => askedBack(terminal, ['abandon', 'art', 'zoo'], systemRandom)],
  ['a choice of makers', () => pickMakers(terminal, [], [], new AbortController().signal)],
  ['a password', () => passwordFromTerminal().ask('Wallet password')],
];

for (const [prompt, ask] of PROMPTS) {
  for (const [what, end] of ENDS) {
    test.serial(`${prompt} ends with ${what} as every command that is interrupted`, async (t) => {
      const desk = fakeDesk();
      t.teardown(sitAt(desk));
      const asked = ask();
      t.true(desk.isRaw());
      end(desk);
      const error = await t.throwsAsync(asked, INTERRUPTED);
      t.is(exitCodeOf(error), EXIT.interrupted);
      t.false(desk.isRaw());
      t.is(desk.input.listenerCount('keypress'), 0);
    });
  }
}

test.serial('a confirmation ends with the signal of its command', async (t) => {
  const desk = fakeDesk();
  t.teardown(sitAt(desk));
  const interrupt = new AbortController();
  const asked = confirm('Go on?', { yes: false, signal: interrupt.signal });
  interrupt.abort();
  await t.throwsAsync(asked, INTERRUPTED);
  t.false(desk.isRaw());
});
