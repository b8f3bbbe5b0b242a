import test from 'ava';
import { parseOutpoint } from '../../../../../shared/bitcoin/outpoint.ts';
import { buildProgram, type Invocation } from '../../../../../vm-wallet/cli/program.ts';

const COIN = `${'ab'.repeat(32)}:1`;

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

const PLAIN = { command: 'coinjoin', mixdepth: 0, maker: [], pick: false, check: false } as const;

test('coinjoin takes an amount and a destination, or neither with --check', async (t) => {
  t.deepEqual(await asked('coinjoin', '0', 'INTERNAL'), { ...PLAIN, amount: '0', destination: 'INTERNAL' });
  t.deepEqual(await asked('coinjoin', '--check'), { ...PLAIN, check: true });
});

test('makers are picked, named or counted, and only one of these', async (t) => {
  const join = ['coinjoin', '1', 'INTERNAL'] as const;
  t.like(await asked(...join, '--pick'), { pick: true });
  t.like(await asked(...join, '--maker', 'a', '--maker', 'b'), { maker: ['a', 'b'] });
  t.like(await asked(...join, '--makers', '5'), { makers: 5 });
  for (const both of [
    ['--pick', '--maker', 'a'],
    ['--pick', '--makers', '5'],
    ['--pick', '--choose', 'cheapest_order_choose'],
    ['--maker', 'a', '--makers', '5'],
    ['--maker', 'a', '--choose', 'cheapest_order_choose'],
  ]) {
    t.is(await asked(...join, ...both), null, both.join(' '));
  }
});

test('the four policies and three sources are known, and nothing else', async (t) => {
  const join = ['coinjoin', '1', 'INTERNAL'] as const;
  for (const broadcast of ['self', 'random-peer', 'not-self', 'multiple-peers'] as const) {
    t.like(await asked(...join, '--broadcast', broadcast), { broadcast });
  }
  for (const podle of ['any', 'own', 'external'] as const)
    t.like(await asked(...join, '--podle', podle), { podle });
  t.is(await asked(...join, '--broadcast', 'all'), null);
  t.is(await asked(...join, '--podle', 'none'), null);
});

test('podle and rounds have their commands; a key is no argument', async (t) => {
  const outpoint = parseOutpoint(COIN);
  t.deepEqual(await asked('podle', 'add', COIN), { command: 'podle add', outpoint });
  t.deepEqual(await asked('podle', 'add', COIN.toUpperCase(), '--key-fd', '3'), {
    command: 'podle add',
    outpoint,
    keyFd: 3,
  });
  t.is(await asked('podle', 'add', COIN, 'cKey'), null);
  t.is(await asked('podle', 'add', 'x'), null);
  t.deepEqual(await asked('podle', 'list'), { command: 'podle list' });
  t.deepEqual(await asked('podle', 'remove', COIN), { command: 'podle remove', outpoint });
  t.deepEqual(await asked('rounds'), { command: 'rounds', all: false });
  t.deepEqual(await asked('rounds', '--all'), { command: 'rounds', all: true });
  t.deepEqual(await asked('rounds', 'finish', 'ab'), { command: 'rounds finish', id: 'ab' });
  t.deepEqual(await asked('rounds', 'free', 'ab'), { command: 'rounds free', id: 'ab' });
});
