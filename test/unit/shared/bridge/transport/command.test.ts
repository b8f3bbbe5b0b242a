import test from 'ava';
import path from 'node:path';
import { BridgeError } from '../../../../../shared/bridge/bridge-error.ts';
import { BridgeConnection } from '../../../../../shared/bridge/connection.ts';
import { commandTransport } from '../../../../../shared/bridge/transport/command.ts';
import { HELLO } from '../../../../fixtures/bridge-call.ts';
import { readToEnd } from '../../../../fixtures/stream-end.ts';
import { temporaryFolder } from '../../../../fixtures/wallet-file.ts';

test('the parameters reach the program as they are, past any shell', async (t) => {
  const odd = ['two words', '$HOME', '"', "'", ';exit 1', '*', ''];
  const { bytes } = await readToEnd(commandTransport('printf', ['<%s>', ...odd]));
  t.is(bytes.toString(), odd.map((text) => `<${text}>`).join(''));
});

test('a program that fails is named with its code and what it said', async (t) => {
  const { error } = await readToEnd(commandTransport('sh', ['-c', 'printf "no\\033\\nroute" >&2; exit 255']));
  t.true(error instanceof BridgeError);
  t.is((error as BridgeError).code, 'call-died');
  t.is((error as BridgeError).message, 'sh ended with code 255: no\\x1b\\x0aroute');
});

test('a program that fails silently is named with its code alone', async (t) => {
  const { error } = await readToEnd(commandTransport('false', []));
  t.is((error as BridgeError).message, 'false ended with code 1');
});

test('a program that is not there is named as missing', async (t) => {
  const program = path.join(temporaryFolder(t), 'no-such-program');
  const { error } = await readToEnd(commandTransport(program, []));
  t.is((error as BridgeError).code, 'service-missing');
  t.regex(String((error as BridgeError).cure), /\[BRIDGE\]/u);
});

for (const [name, script, code, message] of [
  ['ends well without a word', 'exit 0', 'call-died', /^The call to the other VM ended$/u],
  ['fails', 'echo no >&2; exit 4', 'call-died', /^sh ended with code 4: no$/u],
  ['is another program', 'echo "Last login: today"; cat', 'frame-unknown-kind', /unknown kind/u],
] as const) {
  test(`a call is refused by name when its program ${name}`, async (t) => {
    const opening = BridgeConnection.open(commandTransport('sh', ['-c', script]), { hello: HELLO });
    const error = await t.throwsAsync(opening, { instanceOf: BridgeError, code });
    t.regex(error.message, message);
  });
}

test('an echo is a valid hello, but what follows it is not an answer', async (t) => {
  const connection = await BridgeConnection.open(commandTransport('cat', []), { hello: HELLO });
  t.deepEqual(connection.peer, HELLO);
  const asked = connection.request('ask', { json: {} }, { timeoutMs: 60_000 });
  await t.throwsAsync(asked, { instanceOf: BridgeError, code: 'bridge-unexpected' });
});
