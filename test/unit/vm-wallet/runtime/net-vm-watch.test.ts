import test from 'ava';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import type { WatchNotice } from '../../../../shared/bridge/watch.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { namePending } from '../../../../vm-wallet/runtime/name-pending.ts';
import { NetVmWatch, watchedJoins } from '../../../../vm-wallet/runtime/net-vm-watch.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { hubThatHears } from '../../../fixtures/messages-client.ts';
import { spendingTransaction } from '../../../fixtures/spending-transaction.ts';

const ID = txid('ab'.repeat(32));
const OTHER = txid('cd'.repeat(32));
const join = (finding: 'conflict' | 'replaced', inBlock: boolean): WatchNotice => ({
  about: 'join',
  txid: ID,
  finding,
  inBlock,
  spender: null,
});

test('each notice becomes a sentence that says who says so', (t) => {
  const bond = { about: 'bond', txid: ID, vout: 1 } as const;
  const tip = { about: 'tip', height: 9, behind: 4 } as const;
  const directory = {
    about: 'directory',
    directory: 'a.onion:5222',
    latencyMs: 12,
    minutes: 3,
    detail: 'refused',
  } as const;
  const offers = { about: 'own-offers', directory: 'a.onion:5222', offers: 2 } as const;
  const said: readonly (readonly [WatchNotice, RegExp])[] = [
    [join('conflict', false), /another transaction in the mempool spends a coin of (ab)+$/u],
    [join('replaced', true), /was replaced: another transaction in a block spends one of its coins$/u],
    [
      { ...join('conflict', false), spender: OTHER } as WatchNotice,
      /: (cd)+ in the mempool spends a coin of (ab)+$/u,
    ],
    [
      { ...join('replaced', true), spender: OTHER } as WatchNotice,
      /(ab)+ was replaced: (cd)+ in a block spends one of its coins$/u,
    ],
    [{ ...join('conflict', false), finding: 'in-mempool' } as WatchNotice, /waits in the mempool$/u],
    [{ ...join('conflict', false), finding: 'dropped' } as WatchNotice, /not in the mempool any more/u],
    [{ ...join('conflict', false), finding: 'confirmed' } as WatchNotice, /is in a block$/u],
    [{ ...bond, finding: 'certificate-ends', left: 5 }, /certificate of the bond .*:1 ends in 5 blocks$/u],
    [{ ...bond, finding: 'certificate-ended', left: 0 }, /certificate .* has ended/u],
    [{ ...bond, finding: 'unlocks', left: 30 }, /can be spent in 30 days/u],
    [{ ...bond, finding: 'unlocked', left: 0 }, /can be spent now/u],
    [{ ...bond, finding: 'spent', left: 0 }, /is spent$/u],
    [{ ...tip, finding: 'well' }, /follows the chain again, at block 9$/u],
    [{ ...tip, finding: 'no-block' }, /no block for 4 minutes, the last is 9$/u],
    [{ ...tip, finding: 'behind-headers' }, /4 behind the headers/u],
    [{ ...tip, finding: 'behind-peers' }, /4 behind what most of its peers have$/u],
    [{ ...tip, finding: 'no-peers' }, /has no peers/u],
    [{ ...tip, finding: 'syncing' }, /4 blocks are left$/u],
    [{ ...tip, finding: 'unreachable' }, /does not answer$/u],
    [{ ...directory, finding: 'up' }, /is up, it answers in 12 ms$/u],
    [{ ...directory, latencyMs: null, finding: 'up' }, /a\.onion:5222 is up$/u],
    [{ ...directory, finding: 'silent' }, /said nothing for 3 minutes$/u],
    [{ ...directory, finding: 'down' }, /down for 3 minutes: refused$/u],
    [{ ...offers, finding: 'seen' }, /who asks on a\.onion:5222 gets 2 of our offers$/u],
    [{ ...offers, finding: 'unanswered' }, /gets none of our offers$/u],
    [{ ...offers, finding: 'unreachable' }, /is not known/u],
  ];
  for (const [notice, expected] of said) {
    const sentence = new NetVmWatch().sentence(notice, 0) ?? '';
    t.true(sentence.startsWith('the net VM says: '), sentence);
    t.regex(sentence, expected);
  }
});

test('twenty sentences at once, then one a minute; the rest is counted, and nothing reaches the terminal raw', (t) => {
  const watch = new NetVmWatch();
  const at = (now: number): string | null => watch.sentence(join('conflict', false), now);
  const shown = Array.from({ length: 100 }, () => at(1000)).filter((sentence) => sentence !== null);
  t.is(shown.length, 20);
  t.is(at(1059), null);
  t.regex(at(1060) ?? '', /\(81 more were too many to show\)$/u);
  t.is(at(1061), null);
  const raw = new NetVmWatch().sentence(
    {
      about: 'directory',
      directory: 'a',
      finding: 'down',
      latencyMs: null,
      minutes: 1,
      detail: 'x\u001b[2J\n',
    },
    0,
  );
  t.regex(raw ?? '', /^[\x20-\x7e]*$/u);
});

test('the hub shows what the watch says, and does nothing else about it', async (t) => {
  const heard: string[] = [];
  const other: unknown[] = [];
  const hub = hubThatHears([{ event: 'watch', notice: join('conflict', true) }], {
    onWatch: (sentence) => heard.push(sentence),
    onLeft: (nick) => other.push(nick),
    onStatus: (status) => other.push(status),
  });
  await t.throwsAsync(hub.run(), { code: 'channel-none-up' });
  t.is(heard.length, 1);
  t.deepEqual(other, []);
  const quiet = hubThatHears([{ event: 'watch', notice: join('conflict', true) }], {});
  await t.throwsAsync(quiet.run(), { code: 'channel-none-up' });
});

const transaction = (input: number) =>
  spendingTransaction([{ txid: txid(input.toString(16).padStart(64, '0')), vout: 3 }]).raw;

test('the net VM is told of transactions that wait for a block, the latest first, and of nothing else', (t) => {
  const state = emptyState();
  t.deepEqual(watchedJoins(state), []);
  for (let index = 1; index <= 51; index += 1) {
    const raw = transaction(index);
    const { txid: id } = parseTransaction(raw);
    state.pending[id] = { raw: toHex(raw), at: index, round: null, byOwnNode: true };
  }
  const joins = watchedJoins(state);
  t.is(joins.length, 50);
  const [latest] = joins;
  const parsed = parseTransaction(transaction(51));
  t.deepEqual(latest, {
    txid: parsed.txid,
    inputs: parsed.inputs.map(({ txid: id, vout }) => ({ txid: id, vout })),
    outputs: parsed.outputs.length,
  });
  t.false(
    joins.some(({ inputs }) => inputs.some((coin) => outpointKey(coin).startsWith('0'.repeat(63) + '1:'))),
  );
});

test('transactions that the bridge would not carry are left out', (t) => {
  const state = emptyState();
  const add = (at: number, inputs: number): void => {
    const { raw } = spendingTransaction(
      Array.from({ length: inputs }, (_unused, vout) => ({
        txid: txid(at.toString(16).padStart(64, 'a')),
        vout,
      })),
    );
    state.pending[parseTransaction(raw).txid] = { raw: toHex(raw), at, round: null, byOwnNode: true };
  };
  add(5, 401);
  add(4, 400);
  add(3, 400);
  add(2, 201);
  add(1, 200);
  t.deepEqual(
    watchedJoins(state).map(({ inputs }) => inputs.length),
    [400, 400, 200],
  );
});

test('pending transactions are named when the call begins and when others are, and not between', async (t) => {
  const state = emptyState();
  const named: number[] = [];
  let wake: () => void = () => undefined;
  let close: (error: Error) => void = () => undefined;
  const call = {
    watch: (joins: readonly unknown[]) => {
      named.push(joins.length);
      wake();
      return Promise.reject(new Error('the net VM does not watch'));
    },
    closed: new Promise<Error>((resolve) => {
      close = resolve;
    }),
  };
  const raw = transaction(1);
  const add = (): void => {
    state.pending[parseTransaction(raw).txid] = { raw: toHex(raw), at: 1, round: null, byOwnNode: true };
  };
  namePending({ state }, call, 1);
  t.deepEqual(named, []);
  const first = new Promise<void>((resolve) => {
    wake = resolve;
  });
  add();
  // The timer does not keep the process; the test does meanwhile.
  const alive = setInterval(() => undefined, 1000);
  await first;
  clearInterval(alive);
  t.deepEqual(named, [1]);
  close(new Error('over'));
});
