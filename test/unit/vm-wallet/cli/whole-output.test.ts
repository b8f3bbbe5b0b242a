import test from 'ava';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { Readable, Writable } from 'node:stream';
import { largeState } from '../../../fixtures/large-state.ts';
import { walletForCommands } from '../../../fixtures/wallet-commands.ts';
import { PASSWORD } from '../../../fixtures/wallet-file.ts';

const MAIN = path.resolve(import.meta.dirname, '../../../../vm-wallet/main.ts');
const ROWS = 5000;

test('all of a long result reaches the pipe before the program ends', async (t) => {
  const { datadir } = await walletForCommands(t, largeState({ coins: 0, history: ROWS }));
  const argv = ['--import=tsx', MAIN, '--datadir', datadir, '--password-fd', '3', 'history', '--csv'];
  // A pipe of the shell; those that node makes for its children are sockets, which take more at once.
  const child = spawn('sh', ['-c', '"$@" | cat', 'sh', process.execPath, ...argv], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const [, stdout, , password] = child.stdio;
  if (!(password instanceof Writable) || !(stdout instanceof Readable)) throw new Error('no pipes');
  password.end(`${PASSWORD}\n`);
  const [written, ended] = await Promise.all([text(stdout), once(child, 'close')]);
  t.deepEqual(ended, [0, null]);
  t.is(written.split('\n').length, 1 + ROWS + 1);
});
