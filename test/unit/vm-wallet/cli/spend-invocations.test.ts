import test from 'ava';
import { parseOutpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { buildProgram, type Invocation } from '../../../../vm-wallet/cli/program.ts';

const ID = 'ab'.repeat(32);

/** What a command line asks for; null when it is refused. */
async function asked(...words: readonly string[]): Promise<Invocation | null> {
  const found: Invocation[] = [];
  const program = buildProgram('test', (invocation) => {
    found.push(invocation);
    return Promise.resolve();
  });
  const silent = { writeErr: () => undefined, writeOut: () => undefined };
  for (const command of [
    program,
    ...program.commands,
    ...program.commands.flatMap(({ commands }) => commands),
  ]) {
    command.exitOverride().configureOutput(silent);
  }
  await program.parseAsync(['node', 'jm-wallet', ...words]).catch(() => undefined);
  return found[0] ?? null;
}

test('send takes pairs, coins and fees', async (t) => {
  t.deepEqual(await asked('send', '1000', 'one', '2000', 'two'), {
    command: 'send',
    words: ['1000', 'one', '2000', 'two'],
    coin: [],
    rbf: true,
  });
  t.deepEqual(
    await asked(
      ...['send', '0', 'one', '--coin', `${ID}:0`, '--coin', `${ID}:1`, '--change', 'two', '--no-rbf'],
      ...['--mixdepth', '2', '--blocks', '6', '--fee-factor', '0', '--psbt', 'file'],
    ),
    {
      command: 'send',
      words: ['0', 'one'],
      coin: [parseOutpoint(`${ID}:0`), parseOutpoint(`${ID}:1`)],
      change: 'two',
      rbf: false,
      mixdepth: 2,
      blocks: 6,
      feeFactor: 0,
      psbt: 'file',
    },
  );
  t.is(await asked('send'), null);
  t.is(await asked('send', '1', 'one', '--coin', 'nonsense'), null);
});

test('fees have limits, and are said in one way', async (t) => {
  const fee = async (...words: readonly string[]) => (await asked('send', '1', 'one', ...words)) !== null;
  for (const good of ['1', '1008']) t.true(await fee('--blocks', good));
  for (const bad of ['0', '1009', '-1']) t.false(await fee('--blocks', bad));
  for (const good of ['0', '0.5', '1', '1.0']) t.true(await fee('--fee-factor', good));
  for (const bad of ['1.1', '-0.1', 'x']) t.false(await fee('--fee-factor', bad));
  t.true(await fee('--fee-rate', '1.5'));
  t.false(await fee('--fee-rate', '0'));
  t.false(await fee('--fee-rate', '2', '--blocks', '3'));
  t.false(await fee('--fee-rate', '2', '--fee-factor', '0.1'));
});

test('bump takes a transaction id', async (t) => {
  t.deepEqual(await asked('bump', ID), { command: 'bump', txid: ID as never, cpfp: false });
  t.like(await asked('bump', ID, '--cpfp', '--fee-rate', '5'), { cpfp: true, feeRate: 5 });
  t.is(await asked('bump', ID.toUpperCase()), null);
});

test('psbt and texts', async (t) => {
  t.deepEqual(await asked('psbt', 'sign', '-'), { command: 'psbt sign', file: '-' });
  t.deepEqual(await asked('psbt', 'combine', 'a', 'b', '--out', 'c'), {
    command: 'psbt combine',
    files: ['a', 'b'],
    out: 'c',
  });
  t.deepEqual(await asked('psbt', 'finalize', 'a'), { command: 'psbt finalize', file: 'a' });
  t.deepEqual(await asked('psbt', 'broadcast', 'a'), { command: 'psbt broadcast', file: 'a' });
  t.deepEqual(await asked('sign-message', '0/0/0', 'text'), {
    command: 'sign-message',
    key: '0/0/0',
    message: 'text',
  });
  t.deepEqual(await asked('verify-message', 'a', 's', 'text'), {
    command: 'verify-message',
    address: 'a',
    signature: 's',
    message: 'text',
  });
});
