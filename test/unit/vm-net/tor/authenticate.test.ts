import test, { type ExecutionContext } from 'ava';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { authenticate } from '../../../../vm-net/tor/authenticate.ts';
import { ControlConnection } from '../../../../vm-net/tor/control-connection.ts';
import { fakeTorControl } from '../../../fixtures/fake-tor-control.ts';

/** What pretends to be Tor, and what it was told. */
async function pretender(
  t: ExecutionContext,
  answer: (command: string) => string,
): Promise<{ readonly control: ControlConnection; readonly heard: readonly string[] }> {
  const { port, heard } = await fakeTorControl(t, answer);
  const control = await ControlConnection.open({ host: '127.0.0.1', port });
  t.teardown(() => {
    control.close();
  });
  return { control, heard };
}

/** A file of the test's own. */
function file(t: ExecutionContext, content: Uint8Array): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'jm-cookie-'));
  t.teardown(() => {
    rmSync(directory, { recursive: true });
  });
  writeFileSync(path.join(directory, 'cookie'), content);
  return path.join(directory, 'cookie');
}

const offering =
  (methods: string, cookieFile: string) =>
  (command: string): string => {
    if (command.startsWith('PROTOCOLINFO')) {
      return `250-PROTOCOLINFO 1\r\n250-AUTH METHODS=${methods} COOKIEFILE="${cookieFile}"\r\n250 OK`;
    }
    const proof = `SERVERHASH=${'ab'.repeat(32)} SERVERNONCE=${'cd'.repeat(32)}`;
    return command.startsWith('AUTHCHALLENGE') ? `250 AUTHCHALLENGE ${proof}` : '250 OK';
  };

test('who does not know the cookie is not told it, and learns nothing to replay', async (t) => {
  const cookie = randomBytes(32);
  const { control, heard } = await pretender(t, offering('SAFECOOKIE', file(t, cookie)));
  const error = await t.throwsAsync(authenticate(control, null), { message: /does not know the cookie/u });
  t.like(error, { code: 'tor-authentication' });
  t.is(heard.length, 2);
  t.false(heard.some((command) => command.startsWith('AUTHENTICATE')));
  t.false(heard.join().includes(cookie.toString('hex')));
});

for (const length of [0, 31, 33, 4096]) {
  test(`a file of ${length} bytes is no cookie, whatever the other side calls it`, async (t) => {
    const { control, heard } = await pretender(t, offering('COOKIE', file(t, randomBytes(length))));
    await t.throwsAsync(authenticate(control, null), { message: new RegExp(`it has ${length} bytes`, 'u') });
    t.is(heard.length, 1);
  });
}

test('a cookie that may not be read is named, with the cure', async (t) => {
  const { control } = await pretender(t, offering('COOKIE,SAFECOOKIE', '/nowhere/cookie'));
  const error = await t.throwsAsync(authenticate(control, null), {
    message: /\/nowhere\/cookie can't be read/u,
  });
  t.regex(String(Reflect.get(error, 'cure')), /debian-tor/u);
});

test('the cookie itself goes only to who offers nothing better', async (t) => {
  const cookie = randomBytes(32);
  const { control, heard } = await pretender(t, offering('COOKIE', file(t, cookie)));
  await authenticate(control, 'a password that nobody asked for');
  t.is(heard[1], `AUTHENTICATE ${cookie.toString('hex')}`);
});

test('a password is quoted', async (t) => {
  const { control, heard } = await pretender(t, offering('HASHEDPASSWORD', ''));
  await authenticate(control, 'a"b\\c');
  t.is(heard[1], 'AUTHENTICATE "a\\"b\\\\c"');
});

test('what is no control port is said to be none', async (t) => {
  const { control } = await pretender(t, () => 'HTTP/1.1 400 Bad Request');
  await t.throwsAsync(authenticate(control, null), { message: /sent no reply/u });
  t.like(await control.closed, { code: 'tor-closed' });
});

test('a lost connection ends what waits, and what comes after', async (t) => {
  const { control } = await pretender(t, () => '250-never finished');
  const waiting = control.ask('GETINFO version');
  control.close();
  await t.throwsAsync(waiting, { message: /closed by us/u });
  await t.throwsAsync(control.ask('GETINFO version'), { message: /closed by us/u });
  t.throws(() => control.ask('GETINFO version\r\nQUIT'), { instanceOf: RangeError });
});
