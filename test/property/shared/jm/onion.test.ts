import test from 'ava';
import fc from 'fast-check';
import { accept, refuse } from '../../../../shared/errors.ts';
import { nickOf } from '../../../../shared/jm/nick.ts';
import {
  asciiJson,
  decodeEnvelope,
  encodeEnvelope,
  parseAddressed,
  privateLine,
  publicLine,
} from '../../../../shared/jm/onion/envelope.ts';
import {
  formatClientHandshake,
  formatDirectoryHandshake,
  NOT_SERVING,
  parseClientHandshake,
  parseDirectoryHandshake,
  parseLocation,
} from '../../../../shared/jm/onion/handshake.ts';
import { formatPeerEntry, parsePeerlist } from '../../../../shared/jm/onion/peerlist.ts';

const nick = fc.uint8Array({ minLength: 33, maxLength: 33 }).map((key) => nickOf(key));
const feature = fc.stringMatching(/^[a-z0-9_]{1,64}$/u);
/** Names that are also numbers would come back in another order: objects put those first. */
const features = fc.uniqueArray(
  feature.filter((name) => !/^[0-9]+$/u.test(name)),
  { maxLength: 32 },
);
const location = fc.oneof(
  fc.constant(NOT_SERVING),
  fc
    .tuple(fc.stringMatching(/^[a-z2-7]{56}\.onion$/u), fc.integer({ min: 1, max: 65_535 }))
    .map((parts) => parts.join(':')),
);
const network = fc.constantFrom('mainnet', 'testnet', 'signet');
const words = fc.string({ unit: 'binary', maxLength: 60 });

const CLIENT = { location: NOT_SERVING, features: [], nick: 'J5', network: 'testnet' };
const DIRECTORY = { accepted: true, features: [], nick: 'J5', network: 'testnet', motd: '' };

/** The line of a handshake with some of its fields replaced. */
function changed(line: string, fields: Record<string, unknown>): string {
  return JSON.stringify({ ...(JSON.parse(line) as Record<string, unknown>), ...fields });
}

test('what is not printable ASCII is escaped as json.dumps does: at both edges', (t) => {
  t.is(asciiJson(' ~\u007f\u0080\uffff'), String.raw`" ~\u007f\u0080\uffff"`);
});

test('an envelope is printable ASCII on one line, whatever is in it', (t) => {
  fc.assert(
    fc.property(fc.nat(), words, (type, line) => {
      const text = encodeEnvelope(type, line);
      t.regex(text, /^\{"type": [0-9]+, "line": "[\x20-\x7e]*"\}$/u);
      t.deepEqual(decodeEnvelope(text), { type, line });
      t.is(JSON.parse(asciiJson(line)), line);
    }),
  );
});

test('an envelope needs a whole number and a text, and nothing else matters', (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (type, line) => {
      const good = typeof type === 'number' && Number.isSafeInteger(type) && typeof line === 'string';
      const expected = good ? { type: Object.is(type, -0) ? 0 : type, line } : null;
      t.deepEqual(decodeEnvelope(JSON.stringify({ type, line, more: [] })), expected);
    }),
  );
  for (const text of ['', 'null', '[]', '{"type": 1}', '{"line": ""}', '{"type": 1, "line": ""} ,']) {
    t.is(decodeEnvelope(text), null);
  }
});

test('a line says again who speaks to whom, and what', (t) => {
  const message = fc.string({ maxLength: 60 }).map((text) => `!${text.replace(/^!+/u, '')}`);
  fc.assert(
    fc.property(nick, nick, message, (from, to, said) => {
      t.deepEqual(parseAddressed(privateLine(from, to, said)), { from, to, message: said });
      t.deepEqual(parseAddressed(publicLine(from, said)), { from, to: 'PUBLIC', message: said });
    }),
  );
  for (const text of ['', 'x', 'x!y', '!']) t.is(parseAddressed(text), null);
});

test('handshakes come back as they were said, in ASCII', (t) => {
  fc.assert(
    fc.property(
      nick,
      location,
      features,
      network,
      words,
      fc.boolean(),
      (own, where, can, net, motd, accepted) => {
        const client = { location: where, features: can, nick: own, network: net };
        const clientLine = formatClientHandshake(client);
        t.deepEqual(parseClientHandshake(clientLine, net), accept(client));
        const directory = { accepted, features: can, nick: own, network: net, motd };
        const directoryLine = formatDirectoryHandshake(directory);
        t.deepEqual(
          parseDirectoryHandshake(directoryLine, net),
          accepted ? accept(directory) : refuse('rejected'),
        );
        t.regex(clientLine + directoryLine, /^[\x20-\x7e]*$/u);
        t.deepEqual(parseClientHandshake(clientLine, 'regtest'), refuse('wrong-network'));
      },
    ),
  );
});

const clientRefusals: readonly [string, Record<string, unknown>, string][] = [
  ['another program', { 'app-name': 'joinmarket2' }, 'wrong-app'],
  ['a directory', { directory: true }, 'wrong-role'],
  ['an older version', { 'proto-ver': 4 }, 'wrong-version'],
  ['a newer version', { 'proto-ver': 6 }, 'wrong-version'],
  ['a location that is none', { 'location-string': 'example' }, 'bad-location'],
  ['a port over the limit', { 'location-string': 'a.onion:65536' }, 'bad-location'],
  ['no nick', { nick: '' }, 'malformed'],
  ['a nick over the limit', { nick: 'x'.repeat(65) }, 'malformed'],
  ['a location over the limit', { 'location-string': `${'x'.repeat(70)}:1x` }, 'malformed'],
  ['a version that is text', { 'proto-ver': '5' }, 'malformed'],
  ['a list of features', { features: [] }, 'malformed'],
  ['a role that is a number', { directory: 0 }, 'malformed'],
];

for (const [name, fields, reason] of clientRefusals) {
  test(`a peer is refused for ${name}`, (t) => {
    const line = changed(formatClientHandshake(CLIENT), fields);
    t.deepEqual(parseClientHandshake(line, 'testnet') as unknown, refuse(reason));
  });
}

const directoryRefusals: readonly [string, Record<string, unknown>, string][] = [
  ['another program', { 'app-name': 'joinmarket2' }, 'wrong-app'],
  ['being none', { directory: false }, 'wrong-role'],
  ['versions that end before ours', { 'proto-ver-min': 3, 'proto-ver-max': 4 }, 'wrong-version'],
  ['versions that begin behind ours', { 'proto-ver-min': 6, 'proto-ver-max': 9 }, 'wrong-version'],
  ['an answer that is no yes', { accepted: 1 }, 'malformed'],
  ['no features', { features: null }, 'malformed'],
  ['a nick over the limit', { nick: 'x'.repeat(65) }, 'malformed'],
];

for (const [name, fields, reason] of directoryRefusals) {
  test(`a directory is refused for ${name}`, (t) => {
    const line = changed(formatDirectoryHandshake(DIRECTORY), fields);
    t.deepEqual(parseDirectoryHandshake(line, 'testnet') as unknown, refuse(reason));
  });
}

test('what a peer says about itself: at the limits', (t) => {
  const many = Object.fromEntries(Array.from({ length: 33 }, (_unused, index) => [`f${index}`, true]));
  const [, ...most] = Object.keys(many).reverse();
  const parsed = parseClientHandshake(changed(formatClientHandshake(CLIENT), { features: many }), 'testnet');
  t.deepEqual(parsed.ok && parsed.value.features, most.reverse());
  const long = { nick: 'x'.repeat(64), 'location-string': `${'x'.repeat(66)}:65535` };
  t.true(parseClientHandshake(changed(formatClientHandshake(CLIENT), long), 'testnet').ok);
  const odd = {
    features: { good: true, off: false, 'Not a name': true, ['x'.repeat(65)]: true, text: 'true' },
  };
  const some = parseClientHandshake(changed(formatClientHandshake(CLIENT), odd), 'testnet');
  t.deepEqual(some.ok && some.value.features, ['good']);
});

test('a motd is cut: at the limit and over it', (t) => {
  for (const length of [4000, 4001]) {
    const line = formatDirectoryHandshake({ ...DIRECTORY, motd: 'x'.repeat(length) });
    const parsed = parseDirectoryHandshake(line, 'testnet');
    t.is(parsed.ok && parsed.value.motd.length, 4000);
  }
});

test('a location has a host and a port from 1 to 65535', (t) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9.-]{1,66}$/u), fc.nat(100_000), (host, port) => {
      const good = port >= 1 && port <= 65_535;
      t.deepEqual(parseLocation(`${host}:${port}`), good ? { host, port } : null);
    }),
  );
  for (const text of [':1', 'a:', 'a:01', 'a:1 ', 'a b:1', `${'x'.repeat(67)}:1`, 'a:1:2', '[::1]:5']) {
    t.is(parseLocation(text), null, text);
  }
});

test('a peerlist comes back as it was said, and strange entries between do no harm', (t) => {
  const entry = fc.record({ nick, location, left: fc.boolean(), features });
  const strange = fc.oneof(
    fc.constantFrom('', ';', 'J5', 'nick;host:1', ';;;;'),
    nick.map((one) => `${one};nowhere`),
    nick.map((one) => `${one};${NOT_SERVING};X`),
    nick.map((one) => `${one};${NOT_SERVING};D;D;D`),
  );
  const entries = fc.array(fc.tuple(entry, fc.option(strange)), { maxLength: 8 });
  fc.assert(
    fc.property(entries, fc.boolean(), (list, withFeatures) => {
      const texts = list.flatMap(([one, noise]) => [
        ...(noise === null ? [] : [noise]),
        formatPeerEntry(one, withFeatures),
      ]);
      const known = list.map(([one]) => ({
        ...one,
        features: withFeatures && !one.left ? one.features : [],
      }));
      t.deepEqual(parsePeerlist(texts.join(',')), known);
    }),
  );
  t.deepEqual(parsePeerlist(''), []);
});

test('so many peers are taken from one list: at the limit and over it', (t) => {
  const one = `${nickOf(new Uint8Array(33))};${NOT_SERVING}`;
  for (const count of [20_000, 20_001]) {
    t.is(parsePeerlist(new Array<string>(count).fill(one).join(',')).length, 20_000);
  }
});
