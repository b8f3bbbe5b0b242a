import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import {
  approvedFor,
  checkChoice,
  checkJoin,
  type Approved,
  type ChosenMakers,
  type JoinToSign,
} from '../../../../vm-wallet/tumbler/approval.ts';
import { TumblerError } from '../../../../vm-wallet/tumbler/tumbler-error.ts';
import { DESTINATIONS, tumbleEntry, tumbleLimits, tumbleOf } from '../../../fixtures/tumble.ts';

const AMOUNT = sats(1_000_000n);
const OWN = { txid: txid('11'.repeat(32)), vout: 0, value: sats(1_100_000n), owner: null };
const PEER = { txid: txid('22'.repeat(32)), vout: 0, value: sats(9_000_000n), owner: 'maker' };
const JOIN: JoinToSign = { inputs: [OWN, PEER], amount: AMOUNT, makers: [1, 2, 3, 4], change: sats(97_000n) };
const CHOICE: ChosenMakers = {
  amount: AMOUNT,
  makers: [1, 2, 3, 4].map((number) => ({ maker: `J5${number}`, netFee: 1000n })),
  coinjoinFees: 4000n,
  estimatedMinerFee: 1000n,
};

function approved(destination: string = DESTINATIONS[0], amount = AMOUNT, limits = tumbleLimits()): Approved {
  const entry = tumbleEntry({ destination, mixdepth: 4 });
  const before = tumbleEntry({ status: 'done', cost: '7000' });
  return approvedFor(tumbleOf([before, entry], { limits, current: 1 }), entry, amount);
}

function signs(join: JoinToSign, destination: string, by = approved()): ReturnType<typeof checkJoin> {
  return checkJoin(by, join, destination, {
    mixdepthOfCoin: (coin) => (coin === outpointKey(OWN) ? 4 : coin === outpointKey(PEER) ? 3 : null),
    mixdepthOfAddress: (address) => (address === 'inside' ? 0 : address === 'same' ? 4 : null),
    mixdepths: 5,
  });
}

const REFUSED = { instanceOf: TumblerError, code: 'tumble-beyond-plan' } as const;

test('what was agreed to is signed: coins and cost are told', (t) => {
  t.deepEqual(signs(JOIN, DESTINATIONS[0]), { coins: [outpointKey(OWN)], cost: sats(3000n) });
  t.deepEqual(signs(JOIN, 'inside', approved('INTERNAL')), { coins: [outpointKey(OWN)], cost: sats(3000n) });
  t.is(
    signs(
      { ...JOIN, amount: sats(1_097_000n), change: sats(0n) },
      DESTINATIONS[0],
      approved(DESTINATIONS[0], sats(0n)),
    ).cost,
    sats(3000n),
  );
});

test('another address, amount or mixdepth is not', (t) => {
  t.throws(() => signs(JOIN, DESTINATIONS[1]), REFUSED);
  t.throws(() => signs(JOIN, 'inside'), REFUSED);
  t.throws(() => signs(JOIN, 'same', approved('INTERNAL')), REFUSED);
  t.throws(() => signs(JOIN, DESTINATIONS[0], approved('INTERNAL')), REFUSED);
  t.throws(() => signs({ ...JOIN, amount: sats(999_999n) }, DESTINATIONS[0]), REFUSED);
  t.throws(() => signs({ ...JOIN, inputs: [OWN, { ...PEER, owner: null }] }, DESTINATIONS[0]), REFUSED);
});

test('fewer makers than the least, or more cost than the rest, are not', (t) => {
  t.throws(() => signs({ ...JOIN, makers: [1, 2, 3] }, DESTINATIONS[0]), REFUSED);
  const most = (cost: string): Approved => approved(DESTINATIONS[0], AMOUNT, tumbleLimits({ cost }));
  t.notThrows(() => signs(JOIN, DESTINATIONS[0], most('10000')));
  t.throws(() => signs(JOIN, DESTINATIONS[0], most('9999')), REFUSED);
});

test('makers are not asked when they cost too much', (t) => {
  const choose = (changes: Partial<ChosenMakers>, by = approved()): void => {
    checkChoice(by, { ...CHOICE, ...changes });
  };
  const cost = (most: string): Approved => approved(DESTINATIONS[0], AMOUNT, tumbleLimits({ cost: most }));
  t.notThrows(() => {
    choose({});
    choose({}, cost('12000'));
    choose({ amount: sats(5n) }, approved(DESTINATIONS[0], sats(0n)));
  });
  for (const refused of [
    (): void => {
      choose({}, cost('11999'));
    },
    (): void => {
      choose({ amount: sats(999_999n) });
    },
    (): void => {
      choose({ makers: [...CHOICE.makers.slice(1), { maker: 'J5', netFee: 1001n }] });
    },
    (): void => {
      choose({ makers: CHOICE.makers.slice(1) });
    },
  ]) {
    t.throws(refused, REFUSED);
  }
});
