import test from 'ava';
import { parseHeader, type Header } from '../../../../shared/bitcoin/header.ts';
import { concat, fromHex } from '../../../../shared/crypto/bytes.ts';
import { ChainError, type ChainErrorCode } from '../../../../vm-wallet/chain/chain-error.ts';
import { HeaderChain } from '../../../../vm-wallet/chain/header-chain.ts';
import { mineBranch, mineHeader, regtestGenesis } from '../../../fixtures/mine-headers.ts';
import { signetBlocks } from '../../../fixtures/signet/signet-blocks.ts';

const GENESIS = regtestGenesis();
const LATER = GENESIS.time + 10_000_000;

/** A regtest chain of some blocks. */
function chainOf(count: number): HeaderChain {
  const chain = new HeaderChain('regtest');
  chain.extend(1, mineBranch(GENESIS, count), LATER);
  return chain;
}

function headerOf(chain: HeaderChain, height: number): Header {
  const header = chain.headerAt(height);
  if (header === null) throw new Error(`no header at ${height}`);
  return header;
}

function refusal(
  chain: HeaderChain,
  height: number,
  raws: readonly Uint8Array[],
  now = LATER,
): ChainErrorCode | null {
  const [tip, size, work] = [chain.tip.hash, chain.height, chain.work];
  try {
    chain.extend(height, raws, now);
    return null;
  } catch (error) {
    if (!(error instanceof ChainError)) throw error;
    // All or nothing: whatever was refused has left no trace.
    if (chain.tip.hash !== tip || chain.height !== size || chain.work !== work)
      throw new Error('state changed', { cause: error });
    return error.code;
  }
}

test('a new chain is its first block', (t) => {
  const chain = new HeaderChain('regtest');
  t.is(chain.height, 0);
  t.is(chain.tip.hash, GENESIS.hash);
  t.is(chain.work, 2n);
  t.is(chain.headerAt(1), null);
  t.is(chain.headerAt(-1), null);
  t.is(chain.headerAt(0.5), null);
});

test('grows by headers that follow the rules, and skips those that it has', (t) => {
  const chain = new HeaderChain('regtest');
  const branch = mineBranch(GENESIS, 30);
  t.deepEqual(chain.extend(1, branch.slice(0, 20), LATER), { fork: 0, height: 20 });
  t.deepEqual(chain.extend(11, branch.slice(10), LATER), { fork: 20, height: 30 });
  t.deepEqual(chain.extend(1, branch, LATER), { fork: 30, height: 30 });
  t.is(chain.work, 62n);
  t.is(chain.tip.hash, parseHeader(branch[29] ?? new Uint8Array()).hash);
  t.is(chain.medianTime(), headerOf(chain, 25).time);
  t.deepEqual(chain.rawFrom(30), branch[29]);
});

test('takes the first real blocks of mainnet', (t) => {
  const raws = [
    '010000006fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000982051fd1e4ba744bbbe680e1fee14677ba1a3c3540bf7b1cdb606e857233e0e61bc6649ffff001d01e36299',
    '010000004860eb18bf1b1620e37e9490fc8a427514416fd75159ab86688e9a8300000000d5fdcc541e25de1c7a5addedf24858b8bb665c9f36ef744ee42c316022c90f9bb0bc6649ffff001d08d2bd61',
  ].map(fromHex);
  const chain = new HeaderChain('mainnet');
  t.deepEqual(chain.extend(1, raws, LATER), { fork: 0, height: 2 });
  t.is<string, string>(chain.tip.hash, '000000006a625f06636b8bb6ac7b960a8d03705d1ace08b1a19da3fdcc99ddbd');
  t.is(chain.work, 3n * 0x100010001n);
});

test('takes the first real blocks of signet', (t) => {
  const raws = signetBlocks().map((raw) => raw.subarray(0, 80));
  const chain = new HeaderChain('signet');
  const time = parseHeader(raws[2] ?? new Uint8Array()).time;
  t.deepEqual(chain.extend(1, raws, time), { fork: 0, height: 3 });
  t.is(chain.tip.bits, 0x1e0377ae);
});

test('refuses a header that does not follow the one before it', (t) => {
  const chain = chainOf(12);
  const { time } = chain.tip;
  const stranger = mineHeader({ previous: headerOf(chain, 5).hash, time: time + 600 });
  t.is(refusal(chain, 13, [stranger]), 'chain-bad-link');
  t.is(refusal(chain, 14, mineBranch(chain.tip, 1)), 'chain-bad-link');
  const [first, , third] = mineBranch(chain.tip, 3);
  t.is(refusal(chain, 13, [first ?? stranger, third ?? stranger]), 'chain-bad-link');
});

test('refuses another first block', (t) => {
  t.is(refusal(chainOf(2), 0, mineBranch(GENESIS, 1)), 'chain-wrong-genesis');
});

test('refuses a header without the work that it claims', (t) => {
  const chain = chainOf(12);
  const lazy = mineHeader({ previous: chain.tip.hash, time: chain.tip.time + 600 }, true);
  t.is(refusal(chain, 13, [lazy]), 'chain-no-work');
});

test('refuses another difficulty than the rules ask for, easier or harder', (t) => {
  const chain = chainOf(12);
  for (const bits of [0x207ffffe, 0x1d00ffff, 0x20800000]) {
    const header = mineHeader({ previous: chain.tip.hash, time: chain.tip.time + 600, bits });
    t.is(refusal(chain, 13, [header]), 'chain-bad-difficulty', bits.toString(16));
  }
});

test('refuses a time that is not above the median of the last eleven', (t) => {
  const chain = chainOf(12);
  const median = chain.medianTime();
  t.is(median, headerOf(chain, 7).time);
  t.is(refusal(chain, 13, [mineHeader({ previous: chain.tip.hash, time: median })]), 'chain-bad-time');
  t.is(refusal(chain, 13, [mineHeader({ previous: chain.tip.hash, time: median + 1 })]), null);
});

test('refuses a time more than two hours ahead of our clock', (t) => {
  const chain = chainOf(12);
  const time = chain.tip.time + 600;
  const header = mineHeader({ previous: chain.tip.hash, time });
  t.is(refusal(chain, 13, [header], time - 7201), 'chain-bad-time');
  t.is(refusal(chain, 13, [header], time - 7200), null);
});

test('a branch with more work replaces ours, however deep it forks off', (t) => {
  for (const fork of [0, 5, 11]) {
    const chain = chainOf(12);
    const branch = mineBranch(headerOf(chain, fork), 13 - fork, 7);
    t.deepEqual(chain.extend(fork + 1, branch, LATER), { fork, height: 13 });
    t.deepEqual(chain.tip.raw, branch.at(-1));
    t.is(chain.work, 28n);
    t.is(chain.headerAt(14), null);
  }
});

test('the chain remembers what it once held, and up to where that is still true', (t) => {
  const chain = chainOf(12);
  const [tenth, ninth] = [headerOf(chain, 10).hash, headerOf(chain, 9).hash];
  t.is(chain.sharedHeight(10, tenth), 10);
  t.is(chain.sharedHeight(10, GENESIS.hash), null);
  t.deepEqual(chain.replaced, []);
  chain.extend(10, mineBranch(headerOf(chain, 9), 4, 7), LATER);
  const second = headerOf(chain, 10).hash;
  t.is(chain.sharedHeight(10, tenth), 9);
  t.is(chain.sharedHeight(9, ninth), 9);
  chain.extend(6, mineBranch(headerOf(chain, 5), 9, 8), LATER);
  chain.extend(14, mineBranch(headerOf(chain, 13), 2, 9), LATER);
  // The first branch left at 9, but 6 to 9 are gone since then too.
  t.is(chain.sharedHeight(10, tenth), 5);
  t.is(chain.sharedHeight(10, second), 5);
  t.is(chain.sharedHeight(9, ninth), 5);
  t.is(chain.sharedHeight(11, tenth), null);
  const restored = new HeaderChain('regtest');
  restored.restore(chain.rawFrom(1), chain.replaced);
  t.is(restored.sharedHeight(10, tenth), 5);
});

test('a branch with less work is refused, and so is one with equal work', (t) => {
  const chain = chainOf(12);
  t.is(refusal(chain, 6, mineBranch(headerOf(chain, 5), 6, 7)), 'chain-less-work');
  t.is(refusal(chain, 6, mineBranch(headerOf(chain, 5), 7, 7)), 'chain-less-work');
  t.is(refusal(chain, 6, mineBranch(headerOf(chain, 5), 8, 7)), null);
});

test('a branch without more work is named with both heights and the fork', (t) => {
  const chain = chainOf(12);
  const error = t.throws(() => chain.extend(6, mineBranch(headerOf(chain, 5), 6, 7), LATER));
  t.regex(error.message, /up to block 12, at height 5 for a branch up to block 11 with less/u);
  const even = t.throws(() => chain.extend(6, mineBranch(headerOf(chain, 5), 7, 7), LATER));
  t.regex(even.message, /up to block 12, at height 5 for a branch up to block 12 that has no more/u);
});

test('a longer branch with one bad header changes nothing', (t) => {
  const chain = chainOf(12);
  const branch = mineBranch(headerOf(chain, 5), 9, 7);
  const before = parseHeader(branch[7] ?? new Uint8Array());
  branch[8] = mineHeader({ previous: before.hash, time: before.time + 600 }, true);
  t.is(refusal(chain, 6, branch), 'chain-no-work');
});

test('a chain must pass through its checkpoints, however much work it has', (t) => {
  const branch = mineBranch(GENESIS, 12);
  const fifth = parseHeader(branch[4] ?? new Uint8Array()).hash;
  t.is(refusal(new HeaderChain('regtest', { 5: GENESIS.hash }), 1, branch), 'chain-checkpoint');
  const chain = new HeaderChain('regtest', { 5: fifth });
  t.is(refusal(chain, 1, branch), null);
  t.is(refusal(chain, 5, mineBranch(headerOf(chain, 4), 20, 7)), 'chain-checkpoint');
  t.is(refusal(chain, 6, mineBranch(headerOf(chain, 5), 20, 7)), null);
});

test('verified headers are restored, and the chain goes on as if it had never stopped', (t) => {
  const chain = chainOf(2020);
  const restored = new HeaderChain('regtest');
  t.is(restored.restore(chain.rawFrom(1)), 2020);
  t.is(restored.work, chain.work);
  t.is(restored.tip.hash, chain.tip.hash);
  t.is(restored.extend(2021, mineBranch(restored.tip, 1), LATER).height, 2021);
});

test('restoring stops before the first header that is not right', (t) => {
  const branch = mineBranch(GENESIS, 12);
  const before = parseHeader(branch[6] ?? new Uint8Array());
  const fields = { previous: before.hash, time: before.time + 600 };
  const wrong: Record<string, Uint8Array> = {
    'no work': mineHeader(fields, true),
    'wrong difficulty': mineHeader({ ...fields, bits: 0x207ffffe }),
    'impossible difficulty': mineHeader({ ...fields, bits: 0 }),
    'wrong link': mineHeader({ ...fields, previous: GENESIS.hash }),
    'cut short': mineHeader(fields).subarray(0, 79),
  };
  for (const [name, header] of Object.entries(wrong)) {
    const chain = new HeaderChain('regtest');
    t.is(chain.restore(concat(...branch.slice(0, 7), header)), 7, name);
    t.is(chain.work, 16n, name);
    t.is(chain.tip.hash, before.hash, name);
    t.is(chain.headerAt(8), null, name);
    t.is(chain.extend(8, branch.slice(7), LATER).height, 12, name);
  }
  t.is(new HeaderChain('regtest', { 5: GENESIS.hash }).restore(concat(...branch)), 4);
});

test('refuses bytes that are no header', (t) => {
  t.throws(() => chainOf(1).extend(2, [new Uint8Array(79)], LATER), { code: 'header-bad-length' });
});
