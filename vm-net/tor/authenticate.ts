import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { replyValue } from './control-reply.ts';
import type { ControlConnection } from './control-connection.ts';
import { TorError } from './tor-error.ts';

const COOKIE_BYTES = 32;
const SERVER_KEY = 'Tor safe cookie authentication server-to-controller hash';
const CONTROLLER_KEY = 'Tor safe cookie authentication controller-to-server hash';

/**
 * Authenticates by the best way that Tor offers and that we have the means for: nothing, a password, a cookie without showing it,
 * a cookie (Tor control-spec §3.5, §3.24).
 * @throws TorError `tor-authentication`
 */
export async function authenticate(control: ControlConnection, password: string | null): Promise<void> {
  const { lines } = await control.command('PROTOCOLINFO 1');
  const offer = lines.find((line) => line.startsWith('AUTH ')) ?? '';
  const methods = (replyValue(offer, 'METHODS') ?? '').split(',');
  const cookieFile = replyValue(offer, 'COOKIEFILE');
  if (methods.includes('NULL')) await prove(control, '');
  else if (methods.includes('HASHEDPASSWORD') && password !== null) await prove(control, quoted(password));
  else if (methods.includes('SAFECOOKIE') && cookieFile !== null)
    await proveSafely(control, readCookie(cookieFile));
  else if (methods.includes('COOKIE') && cookieFile !== null)
    await prove(control, readCookie(cookieFile).toString('hex'));
  else {
    throw new TorError('tor-authentication', `Tor wants to be shown one of: ${methods.join(', ')}`, {
      cure: 'Set tor_control_password in joinmarket.cfg, or add "CookieAuthentication 1" to torrc.',
    });
  }
}

async function prove(control: ControlConnection, proof: string): Promise<void> {
  const reply = await control.ask(proof === '' ? 'AUTHENTICATE' : `AUTHENTICATE ${proof}`);
  if (reply.status === 250) return;
  throw new TorError(
    'tor-authentication',
    `Tor does not let us in: ${reply.status} ${reply.lines.join('; ')}`,
    {
      cure: 'Check tor_control_password in joinmarket.cfg, or the cookie file that torrc names.',
    },
  );
}

/** Both sides show that they know the cookie, and neither sends it: what listens there may not be Tor. */
async function proveSafely(control: ControlConnection, cookie: Buffer): Promise<void> {
  const ours = randomBytes(COOKIE_BYTES);
  const { lines } = await control.command(`AUTHCHALLENGE SAFECOOKIE ${ours.toString('hex')}`);
  const theirs = Buffer.from(replyValue(lines[0] ?? '', 'SERVERNONCE') ?? '', 'hex');
  const shown = Buffer.from(replyValue(lines[0] ?? '', 'SERVERHASH') ?? '', 'hex');
  const message = Buffer.concat([cookie, ours, theirs]);
  const expected = createHmac('sha256', SERVER_KEY).update(message).digest();
  if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) {
    throw new TorError('tor-authentication', "What answers on Tor's control port does not know the cookie", {
      cure: 'Check tor_control_host and tor_control_port in joinmarket.cfg: another program may listen there.',
    });
  }
  await prove(control, createHmac('sha256', CONTROLLER_KEY).update(message).digest('hex'));
}

/** The file is named by the other side, so nothing but a cookie may leave us: exactly 32 bytes. */
function readCookie(file: string): Buffer {
  let cookie: Buffer;
  try {
    cookie = readFileSync(file);
  } catch (cause) {
    throw new TorError('tor-authentication', `Tor's cookie ${file} can't be read`, {
      cure: 'Put the user of joinmarketd into the group of that file (on Debian: debian-tor), and set "CookieAuthFileGroupReadable 1" in torrc.',
      cause,
    });
  }
  if (cookie.length === COOKIE_BYTES) return cookie;
  throw new TorError('tor-authentication', `${file} is not a cookie of Tor's: it has ${cookie.length} bytes`);
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/gu, (character) => `\\${character}`)}"`;
}
