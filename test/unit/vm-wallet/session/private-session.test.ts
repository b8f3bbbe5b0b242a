import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { accept, refuse } from '../../../../shared/errors.ts';
import type { BoxPublicKey, Commitment, FillCommand, TxCommand } from '../../../../shared/jm/command.ts';
import { ONION_HOSTID, signedLine } from '../../../../shared/jm/signed-line.ts';
import { createPrivatePair, createPrivatePeer, type PrivatePeer } from '../../../fixtures/private-peers.ts';

const NOW = 1_700_000_000;
const TX: TxCommand = { command: 'tx', transaction: Uint8Array.of(1, 2, 3) };

function fill(from: PrivatePeer): FillCommand {
  return {
    command: 'fill',
    oid: 0,
    amount: sats(1000),
    takerKey: from.boxKey.publicKey,
    commitment: 'ab'.repeat(32) as Commitment,
  };
}

/** The line in which one peer says a command to another. */
function lineOf(
  from: PrivatePeer,
  to: PrivatePeer,
  command: FillCommand | TxCommand,
  hostid = ONION_HOSTID,
): string {
  const line = from.session.say(to.nick, command);
  if (line === null) throw new Error('there is no box');
  return line(hostid);
}

test('what one says, the other hears: in the clear and in a box', (t) => {
  const [ann, bob] = createPrivatePair();
  for (const command of [fill(ann), TX]) {
    const line = lineOf(ann, bob, command);
    t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), accept(command));
  }
});

test('a peer whose box key is no key gets nothing encrypted, and is heard in the clear only', (t) => {
  const [ann, bob] = createPrivatePair();
  const sealed = lineOf(bob, ann, TX);
  ann.agree(bob.nick, '01'.padEnd(64, '0') as BoxPublicKey);
  t.is(ann.session.say(bob.nick, TX), null);
  t.deepEqual(ann.session.receive(bob.nick, sealed, ONION_HOSTID, NOW), refuse('no-box'));
  const plain = lineOf(bob, ann, fill(bob));
  t.deepEqual(ann.session.receive(bob.nick, plain, ONION_HOSTID, NOW), accept(fill(bob)));
});

test('an encrypted command shows nothing of its fields', (t) => {
  const [ann, bob] = createPrivatePair();
  const transaction = Buffer.from('plain to see');
  const line = lineOf(ann, bob, { command: 'tx', transaction });
  t.false(
    Buffer.from(line.split(' ')[1] ?? '', 'base64')
      .toString('latin1')
      .includes(transaction.toString('base64')),
  );
  t.not(lineOf(ann, bob, TX), lineOf(ann, bob, TX));
});

test('every route carries the same ciphertext under a signature of its own', (t) => {
  const [ann, bob] = createPrivatePair();
  const line = ann.session.say(bob.nick, TX);
  const [onion, irc] = [ONION_HOSTID, 'irc.example'].map((hostid) => line?.(hostid).split(' ') ?? []);
  t.is(onion?.[1], irc?.[1]);
  t.not(onion?.[3], irc?.[3]);
});

test('a command that needs a box is not said without one, and a plain one is', (t) => {
  const [ann, bob] = [createPrivatePeer(), createPrivatePeer()];
  t.is(ann.session.say(bob.nick, TX), null);
  t.regex(ann.session.say(bob.nick, fill(ann))?.(ONION_HOSTID) ?? '', /^!fill 0 1000 /u);
});

test('a forged signature is not believed', (t) => {
  const [ann, bob] = createPrivatePair();
  const line = lineOf(ann, bob, fill(ann));
  const other = lineOf(ann, bob, { ...fill(ann), amount: sats(1001) });
  const swapped = line.replace(/[^ ]+$/u, other.split(' ').pop() ?? '');
  t.deepEqual(bob.session.receive(ann.nick, swapped, ONION_HOSTID, NOW), refuse('bad-signature'));
  const raised = line.replace(' 1000 ', ' 9000 ');
  t.deepEqual(bob.session.receive(ann.nick, raised, ONION_HOSTID, NOW), refuse('bad-signature'));
});

test('a line signed by somebody else is not taken for the nick it came with', (t) => {
  const [ann, bob] = createPrivatePair();
  const eve = createPrivatePeer();
  const line = signedLine(
    'fill',
    `0 1000 ${eve.boxKey.publicKey} P${'ab'.repeat(32)}`,
    eve.key,
    ONION_HOSTID,
  );
  t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), refuse('foreign-nick'));
  t.true(bob.session.receive(eve.nick, line, ONION_HOSTID, NOW).ok);
});

test('a line for another channel is not taken on this one', (t) => {
  const [ann, bob] = createPrivatePair();
  const line = lineOf(ann, bob, fill(ann), 'irc.example');
  t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), refuse('bad-signature'));
  t.true(bob.session.receive(ann.nick, line, 'irc.example', NOW).ok);
});

test('an encrypted line that was meant for another peer does not open', (t) => {
  const [ann, bob] = createPrivatePair();
  const carol = createPrivatePeer();
  carol.agree(ann.nick, ann.boxKey.publicKey);
  const line = lineOf(ann, bob, TX);
  t.deepEqual(carol.session.receive(ann.nick, line, ONION_HOSTID, NOW), refuse('cannot-decrypt'));
});

test('an encrypted line in another box of the same peer does not open', (t) => {
  const [ann, bob] = createPrivatePair();
  t.true(bob.session.receive(ann.nick, lineOf(ann, bob, TX), ONION_HOSTID, NOW).ok);
  const line = lineOf(ann, bob, TX);
  bob.agree(ann.nick, createPrivatePeer().boxKey.publicKey);
  t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), refuse('cannot-decrypt'));
});

test('an encrypted line without a session leads to nothing, and may come again when there is one', (t) => {
  const [ann, bob] = createPrivatePair();
  const line = lineOf(ann, bob, TX);
  bob.agree(ann.nick, null);
  t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), refuse('no-box'));
  bob.agree(ann.nick, ann.boxKey.publicKey);
  t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), accept(TX));
});

test('an encrypted line is taken once, whenever it comes again', (t) => {
  const [ann, bob] = createPrivatePair();
  const line = lineOf(ann, bob, TX);
  t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), accept(TX));
  for (const later of [0, 1, 86_400]) {
    t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW + later), refuse('replayed'));
  }
  // The same words in a new box are no replay.
  t.deepEqual(bob.session.receive(ann.nick, lineOf(ann, bob, TX), ONION_HOSTID, NOW), accept(TX));
});

test('a box is taken once, however the line around it is varied', (t) => {
  const [ann, bob] = createPrivatePair();
  const line = lineOf(ann, bob, TX);
  const sealed = line.split(' ')[1] ?? '';
  t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), accept(TX));
  const varied = {
    'one more mark': `!${line}`,
    'another word': signedLine('sig', sealed, ann.key, ONION_HOSTID),
    'something behind it': signedLine('tx', `${sealed} extra`, ann.key, ONION_HOSTID),
  };
  for (const [name, again] of Object.entries(varied)) {
    t.deepEqual(bob.session.receive(ann.nick, again, ONION_HOSTID, NOW), refuse('replayed'), name);
  }
  const elsewhere = signedLine('tx', sealed, ann.key, 'irc.example');
  t.deepEqual(bob.session.receive(ann.nick, elsewhere, 'irc.example', NOW), refuse('replayed'));
});

test('a plain line may be said again', (t) => {
  const [ann, bob] = createPrivatePair();
  const line = lineOf(ann, bob, fill(ann));
  for (let time = 0; time < 3; time += 1) {
    t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), accept(fill(ann)));
  }
});

test('a box that opens may still hold nothing of use', (t) => {
  const [ann, bob] = createPrivatePair();
  const payload = lineOf(ann, bob, TX).split(' ')[1] ?? '';
  const line = signedLine('ioauth', payload, ann.key, ONION_HOSTID);
  t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), refuse('missing-fields'));
});

test('text that is no signed line is refused by what is wrong with it', (t) => {
  const [ann, bob] = createPrivatePair();
  for (const [line, reason] of [
    ['', 'not-a-command'],
    ['fill', 'not-a-command'],
    ['!tbond x', 'unknown-command'],
    ['!fill a b', 'missing-fields'],
    ['!fill a b c', 'bad-key'],
    [`!fill ${'x'.repeat(40_000)}`, 'too-long'],
  ] as const) {
    t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), refuse(reason));
  }
});
