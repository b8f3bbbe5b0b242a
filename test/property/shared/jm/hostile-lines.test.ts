import test from 'ava';
import fc from 'fast-check';
import { fromBytes } from '../../../../shared/crypto/random.ts';
import { boxKeyPairFrom, createBox } from '../../../../shared/jm/box.ts';
import type { PrivateCommand } from '../../../../shared/jm/command.ts';
import { ChunkAssembler, chunkPrivate } from '../../../../shared/jm/irc-chunks.ts';
import { nickKeyFrom } from '../../../../shared/jm/nick-key.ts';
import { parseNick } from '../../../../shared/jm/nick.ts';
import { parseOffer } from '../../../../shared/jm/offer.ts';
import { decodeEnvelope, encodeEnvelope, parseAddressed } from '../../../../shared/jm/onion/envelope.ts';
import { parseClientHandshake, parseDirectoryHandshake } from '../../../../shared/jm/onion/handshake.ts';
import { parsePeerlist } from '../../../../shared/jm/onion/peerlist.ts';
import { decodeCommand, encodeCommand } from '../../../../shared/jm/private-command.ts';
import { parsePublicLine } from '../../../../shared/jm/public-line.ts';
import { MAX_LINE_LENGTH, signedLine, verifyLine } from '../../../../shared/jm/signed-line.ts';
import { parseBondProof } from '../../../../shared/jm/bond/proof.ts';

const key = nickKeyFrom(new Uint8Array(32).fill(7));
const text = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 100 }));
const word = fc.constantFrom(
  'fill',
  'pubkey',
  'auth',
  'ioauth',
  'tx',
  'sig',
  'push',
  'error',
  'hp2',
  'sw0reloffer',
  'nothing',
);
const fields = fc.array(
  fc.oneof(
    fc.nat().map(String),
    fc.string({ maxLength: 80 }),
    fc.uint8Array({ minLength: 32, maxLength: 33 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  ),
  { maxLength: 8 },
);

test('no text from a peer makes a parser throw', (t) => {
  fc.assert(
    fc.property(text, word, fields, (noise, command, parts) => {
      const line = `!${command} ${parts.join(' ')}`;
      t.notThrows(() => {
        verifyLine(key.nick, noise, 'onion-network');
        verifyLine(key.nick, line, 'onion-network');
        decodeCommand(command, parts.join(' '));
        decodeCommand(noise, noise);
        parsePublicLine(noise);
        parsePublicLine(line);
        decodeEnvelope(noise);
        parseAddressed(noise);
        parseClientHandshake(noise, 'testnet');
        parseDirectoryHandshake(noise, 'testnet');
        parsePeerlist(noise);
        parseNick(noise);
        parseBondProof(noise);
        parseOffer('sw0reloffer', parts);
      });
    }),
    { numRuns: 300 },
  );
});

test('JSON of any shape is no reason to throw', (t) => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      t.notThrows(() => {
        decodeEnvelope(json);
        parseClientHandshake(json, 'testnet');
        parseDirectoryHandshake(json, 'testnet');
      });
    }),
  );
});

test('what is understood is said again in the same words', (t) => {
  fc.assert(
    fc.property(word, fields, (command, parts) => {
      const read = decodeCommand(command, parts.join(' '));
      // That old terms are void is never said, only understood.
      if (!read.ok || (read.value.command === 'offers' && read.value.withdrawn !== undefined)) return;
      const again = encodeCommand(read.value);
      // An error is text for people, and never said in a form that could hold a command.
      const text = (of: PrivateCommand): PrivateCommand =>
        of.command === 'error' ? { ...of, text: of.text.replace(/[^\x20-\x7e]|!/gu, ' ') } : of;
      t.deepEqual(decodeCommand(again.word, again.fields), { ok: true, value: text(read.value) });
    }),
  );
  t.pass();
});

test('a signed line verifies, and with any one character changed it does not', (t) => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z0-9]{1,40}( [a-z0-9]{1,20}){0,3}$/u),
      fc.nat(),
      (payload, position) => {
        const line = signedLine('fill', payload, key, 'onion-network');
        const verified = verifyLine(key.nick, line, 'onion-network');
        t.deepEqual(verified, { ok: true, value: { word: 'fill', payload } });
        const at = '!fill '.length + (position % (line.length - '!fill '.length));
        const changed = `${line.slice(0, at)}${line[at] === 'b' ? 'c' : 'b'}${line.slice(at + 1)}`;
        t.false(verifyLine(key.nick, changed, 'onion-network').ok, changed);
        t.false(verifyLine(key.nick, line, 'another').ok);
      },
    ),
    { numRuns: 60 },
  );
});

test('the limit on a line: at and over', (t) => {
  const overhead = signedLine('push', 'x', key, 'onion-network').length - 1;
  for (const [length, fits] of [
    [MAX_LINE_LENGTH, true],
    [MAX_LINE_LENGTH + 1, false],
  ] as const) {
    // Signatures have one of two lengths, so the payload is fitted to the line that comes out.
    const payload = 'x'.repeat(length - overhead);
    const line = signedLine('push', payload, key, 'onion-network');
    const fitted = signedLine(
      'push',
      'x'.repeat(payload.length + length - line.length),
      key,
      'onion-network',
    );
    if (fitted.length === length) t.is(verifyLine(key.nick, fitted, 'onion-network').ok, fits);
  }
  t.is(verifyLine(key.nick, `!push ${'x'.repeat(MAX_LINE_LENGTH)}`, 'onion-network').ok, false);
});

test('envelopes and boxes give back what went in', (t) => {
  const alice = boxKeyPairFrom(new Uint8Array(32).fill(1));
  const bob = boxKeyPairFrom(new Uint8Array(32).fill(2));
  fc.assert(
    fc.property(
      fc.nat(1000),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 200 }),
      (type, line, ascii) => {
        t.deepEqual(decodeEnvelope(encodeEnvelope(type, line)), { type, line });
        const random = fromBytes((length) => new Uint8Array(length).fill(type % 256));
        const sealed = createBox(alice, bob.publicKey)?.seal(ascii, random) ?? '';
        t.is(createBox(bob, alice.publicKey)?.open(sealed), ascii);
        t.is(createBox(bob, bob.publicKey)?.open(sealed), null);
      },
    ),
  );
});

test('IRC chunks come together again, and noise between them does no harm', (t) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9+/= ]{1,3000}$/u), (message) => {
      const assembler = new ChunkAssembler();
      const lines = chunkPrivate('J5A6CZS7U46WNQWU', 'tx', message).map((line) =>
        line.slice(line.indexOf(':') + 1),
      );
      const results = lines.map((line) => {
        assembler.push('other', 'noise', 0);
        return assembler.push('peer', line, 0);
      });
      t.is(results[results.length - 1], `!tx ${message}`);
      t.true(results.slice(0, -1).every((result) => result === null));
    }),
    { numRuns: 60 },
  );
});
