import test, { type ExecutionContext } from 'ava';
import type { Commitment } from '../../../../shared/jm/command.ts';
import { BlacklistFile } from '../../../../vm-wallet/maker/blacklist-file.ts';
import { HeardCommitments } from '../../../../vm-wallet/maker/heard-commitments.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const NOW = 1_000_000;
const LEARN_BURST = 200;
const PUBLISH_BURST = 20;
const PASS_ON_BURST = 60;

function commitment(number: number): Commitment {
  return number.toString(16).padStart(64, '0') as Commitment;
}

/** A list that has heard so many commitments in one second. */
function flooded(t: ExecutionContext, count: number) {
  const blacklist = new BlacklistFile(temporaryFolder(t));
  const heard = new HeardCommitments(blacklist, NOW);
  for (let number = 0; number < count; number += 1) heard.learn(commitment(number), NOW);
  return { blacklist, heard };
}

test('what is heard is written down', (t) => {
  const dataDir = temporaryFolder(t);
  const blacklist = new BlacklistFile(dataDir);
  new HeardCommitments(blacklist, NOW).learn(commitment(1), NOW);
  t.true(blacklist.has(commitment(1)));
  t.true(new BlacklistFile(dataDir).has(commitment(1)));
});

test('a flood is heard up to its burst: under, at and over it', (t) => {
  const { blacklist } = flooded(t, LEARN_BURST + 1);
  t.true(blacklist.has(commitment(LEARN_BURST - 2)));
  t.true(blacklist.has(commitment(LEARN_BURST - 1)));
  t.false(blacklist.has(commitment(LEARN_BURST)));
});

test('behind a flood, one commitment a second is heard', (t) => {
  const { blacklist, heard } = flooded(t, LEARN_BURST);
  heard.learn(commitment(1000), NOW + 1);
  heard.learn(commitment(1001), NOW + 1);
  t.true(blacklist.has(commitment(1000)));
  t.false(blacklist.has(commitment(1001)));
  heard.learn(commitment(1001), NOW + 2);
  t.true(blacklist.has(commitment(1001)));
});

test('a commitment that is known costs nothing', (t) => {
  const { blacklist, heard } = flooded(t, LEARN_BURST - 1);
  for (let again = 0; again < 10; again += 1) heard.learn(commitment(0), NOW);
  heard.learn(commitment(1000), NOW);
  t.true(blacklist.has(commitment(1000)));
});

test('for others no more than a burst is published, then one in ten seconds', (t) => {
  const { heard } = flooded(t, 0);
  for (let time = 0; time < PUBLISH_BURST; time += 1) t.true(heard.mayPublish(NOW), `${time}`);
  t.false(heard.mayPublish(NOW));
  t.false(heard.mayPublish(NOW + 9));
  t.true(heard.mayPublish(NOW + 10));
  t.false(heard.mayPublish(NOW + 10));
});

test('to another maker no more than a burst is passed on, then one in five seconds', (t) => {
  const { heard } = flooded(t, 0);
  for (let time = 0; time < PASS_ON_BURST; time += 1) t.true(heard.mayPassOn(NOW), `${time}`);
  t.false(heard.mayPassOn(NOW));
  t.false(heard.mayPassOn(NOW + 4));
  t.true(heard.mayPassOn(NOW + 5));
  t.false(heard.mayPassOn(NOW + 5));
});

test('hearing and publishing have budgets of their own', (t) => {
  const { blacklist, heard } = flooded(t, LEARN_BURST + 1);
  t.true(heard.mayPublish(NOW));
  for (let time = 1; time < PUBLISH_BURST; time += 1) heard.mayPublish(NOW + 1);
  heard.learn(commitment(1000), NOW + 1);
  t.true(blacklist.has(commitment(1000)));
});
