import test from 'ava';
import type { Command } from 'commander';
import { parseConfig } from '../../shared/config/joinmarket-cfg.ts';
import { buildProgram } from '../../vm-wallet/cli/program.ts';

const SECRET = /password|passphrase|words|mnemonic|seed|extension|key\b/iu;

function* commandsOf(command: Command): Generator<Command> {
  yield command;
  for (const below of command.commands) yield* commandsOf(below);
}

test('A43, 2.8/0.18: no command takes a secret as an argument or from the environment', (t) => {
  const program = buildProgram('0', () => Promise.resolve());
  const options = [...commandsOf(program)].flatMap((command) => [...command.options]);
  t.true(options.length > 50);
  const secret = options.filter(({ long, flags }) => SECRET.test(long ?? '') && /[<[]/u.test(flags));
  t.true(secret.length >= 5);
  for (const { flags, envVar } of options) t.is(envVar, undefined, flags);
  // A number is a file descriptor, or how many words there are.
  t.deepEqual(
    secret.map(({ flags }) => flags).filter((flags) => !/<n>$/u.test(flags)),
    [],
  );
});

test('A43: a secret that somebody puts into joinmarket.cfg of the wallet is not a key that we read', (t) => {
  for (const key of ['wallet_password', 'seed', 'mnemonic', 'password']) {
    for (const section of ['POLICY', 'BRIDGE', 'YIELDGENERATOR', 'TAKER', 'WATCH']) {
      const { warnings } = parseConfig(`[${section}]\n${key} = hunter2\n`);
      t.true(
        warnings.some((warning) => warning.includes(key)),
        `${section} ${key}`,
      );
      t.false(
        warnings.some((warning) => warning.includes('hunter2')),
        'nor is it repeated',
      );
    }
  }
});
