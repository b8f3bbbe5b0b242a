import test from 'ava';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sats } from '../../shared/bitcoin/amount.ts';
import type { Commitment, FillCommand } from '../../shared/jm/command.ts';
import { canonicalCommitment } from '../../shared/jm/commitment-blacklist.ts';
import { createPodle, type Podle } from '../../shared/jm/podle/create.ts';
import { verifyPodle } from '../../shared/jm/podle/verify.ts';
import { decodeCommand, encodeCommand } from '../../shared/jm/private-command.ts';
import { BlacklistFile } from '../../vm-wallet/maker/blacklist-file.ts';
import { BurntCommitments } from '../../vm-wallet/maker/burnt-commitments.ts';
import { HeardCommitments } from '../../vm-wallet/maker/heard-commitments.ts';
import { IDLE_MAKER } from '../../vm-wallet/maker/sessions.ts';
import { AMOUNT, makerParty, partyCoin, partyKey, partyScript } from '../fixtures/coinjoin-parties.ts';
import {
  auth,
  coin,
  deeds,
  ended,
  fill,
  makerTerms,
  NOW,
  playMaker,
  reach,
  roundOf,
  says,
  stageOf,
  takerParty,
} from '../fixtures/maker-session.ts';
import { FILL_OVER, message, play, pubkey, roundTerms, shows } from '../fixtures/taker-round.ts';
import { temporaryFolder } from '../fixtures/wallet-file.ts';

const TAKER = takerParty(2);
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const integer = (hex: string): bigint => BigInt(`0x${hex}`);
const commitmentOf = (number: number): Commitment => number.toString(16).padStart(64, '0') as Commitment;

test('A2, 2.8/0.26: a burnt commitment does not come to life in another case or spelling', (t) => {
  const burnt = TAKER.podle.commitment;
  const { fields } = encodeCommand({
    command: 'fill',
    oid: 0,
    amount: AMOUNT,
    takerKey: TAKER.boxKey.publicKey,
    commitment: burnt,
  });
  const mixed = burnt.replace(/[a-f]/u, (letter) => letter.toUpperCase());
  for (const spelling of [
    burnt.toUpperCase(),
    mixed,
    `0x${burnt}`,
    ` ${burnt}`,
    `${burnt} `,
    `${burnt}00`,
    `P${burnt}`,
  ]) {
    const read = decodeCommand('fill', fields.replace(burnt, spelling));
    // What is read at all is read as the very commitment that is on the list.
    if (read.ok) t.is((read.value as FillCommand).commitment, burnt, spelling);
  }
  t.is(canonicalCommitment(mixed), burnt);
  const terms = makerTerms({ isBlacklisted: (one) => one === burnt });
  t.is(stageOf(playMaker(IDLE_MAKER, terms, fill(TAKER)).state, TAKER), 'none');
});

test('A3, 2.8/0.34.1: a proof by a key that does not own the coin opens nothing', (t) => {
  const terms = makerTerms();
  const state = reach('proving', TAKER, terms);
  for (const scriptPubKey of [
    takerParty(3).coin.scriptPubKey,
    partyScript(2, 1),
    // The right hash in a script of another kind.
    Uint8Array.of(0x00, 0x20, ...TAKER.coin.scriptPubKey.subarray(2), ...new Uint8Array(12)),
  ]) {
    const step = playMaker(state, terms, coin(TAKER, roundOf(state, TAKER), { scriptPubKey }));
    t.is(ended(step), 'its key does not own the coin');
  }
});

test('A3: a proof for another coin, key or index does not open the commitment that was filled', (t) => {
  const other = takerParty(3).podle;
  const { commitment, revelation } = TAKER.podle;
  t.true(verifyPodle(revelation, commitment, 3).ok);
  t.false(verifyPodle(other.revelation, commitment, 3).ok);
  t.false(verifyPodle({ ...revelation, P: other.revelation.P }, commitment, 3).ok);
  t.false(verifyPodle({ ...revelation, P2: other.revelation.P2 }, commitment, 3).ok);
  t.false(verifyPodle({ ...revelation, e: '0'.repeat(64) }, commitment, 3).ok);
  const fourth = takerParty(2, 3).podle;
  t.false(verifyPodle(fourth.revelation, fourth.commitment, 3).ok);
});

test('A4, 2.8/0.31.1: a flood of hp2 leaves room for our own burns', (t) => {
  const blacklist = new BlacklistFile(temporaryFolder(t));
  const heard = new HeardCommitments(blacklist, NOW);
  for (let number = 0; number < 10_000; number += 1) {
    heard.learn(commitmentOf(number), NOW);
    heard.mayPublish(NOW);
  }
  t.true(heard.mayPassOn(NOW));
  t.true(blacklist.add(commitmentOf(123_456)));
  t.true(blacklist.has(commitmentOf(123_456)));
});

test('A5, 2.8/0.20: a maker never publishes what it burnt itself; another maker is asked to', (t) => {
  const terms = makerTerms({ isBlacklisted: () => true });
  const burnt = deeds(playMaker(IDLE_MAKER, terms, fill(TAKER)).effects).map(({ effect }) => effect);
  t.deepEqual(burnt, ['send', 'announce-commitment']);
  // And what others ask to have published is said without any sign of who asked.
  const relayed = deeds(
    playMaker(IDLE_MAKER, terms, says(TAKER.nick, { command: 'hp2', commitment: TAKER.podle.commitment }))
      .effects,
  );
  t.true(relayed.every((effect) => !('to' in effect) && !('taker' in effect)));
});

test('A5: a burnt commitment waits for a random time before anybody hears of it from us', (t) => {
  const burnt = new BurntCommitments();
  burnt.add(commitmentOf(1), NOW + 7);
  burnt.add(commitmentOf(2), NOW + 8);
  burnt.add(commitmentOf(3), NOW + 9);
  t.deepEqual(burnt.takeDue(NOW + 6), []);
  t.deepEqual(burnt.takeDue(NOW + 8), [commitmentOf(1), commitmentOf(2)]);
  t.deepEqual(burnt.takeDue(NOW + 8), []);
  t.deepEqual(burnt.takeDue(NOW + 100), [commitmentOf(3)]);
});

test('A6: a flood of hp2 fills neither the disk nor the list', (t) => {
  const folder = temporaryFolder(t);
  const heard = new HeardCommitments(new BlacklistFile(folder), NOW);
  for (let number = 0; number < 5000; number += 1) heard.learn(commitmentOf(number), NOW + 1);
  const lines = readFileSync(path.join(folder, 'cmtdata/commitmentlist'), 'utf8').split('\n').length - 1;
  t.is(lines, 200);
});

test('A7, 2.8/0.36: no two proofs share a nonce, so that none gives the key away', (t) => {
  const secret = integer(Buffer.from(partyKey(2, 0)).toString('hex'));
  const utxo = { txid: TAKER.coin.txid, vout: 0 };
  const proofOf = (index: number, vout = 0): Podle =>
    createPodle({ privateKey: partyKey(2, 0), utxo: { ...utxo, vout }, index });
  const proofs = [proofOf(0), proofOf(1), proofOf(2), proofOf(0, 1)];
  for (const one of proofs) {
    for (const other of proofs.filter((candidate) => candidate !== one)) {
      const challenge = (integer(one.revelation.e) - integer(other.revelation.e)) % ORDER;
      const difference = (integer(one.revelation.s) - integer(other.revelation.s)) % ORDER;
      // s = k + x·e: with one k, x would solve this.
      t.not((difference - secret * challenge) % ORDER, 0n);
    }
  }
  t.deepEqual(proofOf(1), proofOf(1), 'and a broken generator changes nothing');
});

test('A8: one maker that stalls, or cries "blacklisted", does not cost the taker another commitment', (t) => {
  const makers = [makerParty(1), makerParty(2), makerParty(3)] as const;
  const terms = roundTerms(makers, { minimumMakers: 2 });
  const [first, second, third] = makers;
  for (const attack of [null, message(third.nick, { command: 'error', text: 'Commitment is blacklisted' })]) {
    const { state, effects } = play(
      terms,
      pubkey(first),
      pubkey(second),
      ...(attack === null ? [] : [attack]),
      FILL_OVER,
      ...shows(first),
      ...shows(second),
    );
    t.is(state.phase, 'building');
    const shown = effects.flatMap((effect) =>
      effect.effect === 'send' && effect.command.command === 'fill' ? [effect.command.commitment] : [],
    );
    t.deepEqual([...new Set(shown)], [terms.podle.commitment]);
  }
});

test('A8: a maker that never answers gets no proof, and so nothing to burn', (t) => {
  const makers = [makerParty(1), makerParty(2)] as const;
  const { effects } = play(roundTerms(makers, { minimumMakers: 1 }), pubkey(makers[0]), FILL_OVER);
  const proven = effects.flatMap((effect) =>
    effect.effect === 'send' && effect.command.command === 'auth' ? [effect.to] : [],
  );
  t.deepEqual(proven, [makers[0].nick]);
});

test('A1: a coin that is too young or too small opens nothing, at the limits', (t) => {
  const terms = makerTerms();
  const state = reach('proving', TAKER, terms);
  const found = (changes: Parameters<typeof coin>[2]): string =>
    stageOf(playMaker(state, terms, coin(TAKER, roundOf(state, TAKER), changes)).state, TAKER);
  t.is(found({}), 'selecting');
  t.is(found({ confirmations: 4 }), 'none');
  t.is(found({ value: sats(AMOUNT / 5n - 1n) }), 'none');
});

test('A1: a prober with one coin gets as many looks as there are indices, and not one more', (t) => {
  const used = new Set<string>();
  const terms = makerTerms({ isBlacklisted: (commitment) => used.has(commitment) });
  const looks = [0, 1, 2, 3, 0, 1, 2].filter((index) => {
    const taker = takerParty(2, index);
    const { state } = playMaker(IDLE_MAKER, terms, fill(taker), auth(taker));
    const round = roundOf(state, taker);
    const seen = stageOf(playMaker(state, terms, coin(taker, round)).state, taker) === 'selecting';
    if (seen) used.add(taker.podle.commitment);
    return seen;
  });
  t.deepEqual(looks, [0, 1, 2]);
  t.is(partyCoin(2, 0, 1n).txid, TAKER.coin.txid);
});
