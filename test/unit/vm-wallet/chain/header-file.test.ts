import test from 'ava';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { concat } from '../../../../shared/crypto/bytes.ts';
import { HeaderFile } from '../../../../vm-wallet/chain/header-file.ts';
import { mineBranch, regtestGenesis } from '../../../fixtures/mine-headers.ts';

const GENESIS = regtestGenesis();
const LATER = GENESIS.time + 10_000_000;

/** Runs a test with a fresh folder. */
function inFolder(run: (directory: string, file: string) => void): void {
  const directory = mkdtempSync(path.join(tmpdir(), 'jm-headers-'));
  try {
    run(directory, path.join(directory, 'headers-regtest.dat'));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test('headers outlive the process, in a file of their own that only the owner can read', (t) => {
  inFolder((directory, file) => {
    const first = new HeaderFile(directory, 'regtest');
    const branch = mineBranch(GENESIS, 2500);
    first.extend(1, branch.slice(0, 2000), LATER);
    first.extend(2001, branch.slice(2000), LATER);
    t.deepEqual(new Uint8Array(readFileSync(file)), concat(...branch));
    t.is(statSync(file).mode & 0o777, 0o600);
    const second = new HeaderFile(directory, 'regtest');
    t.is(second.chain.height, 2500);
    t.is(second.chain.tip.hash, first.chain.tip.hash);
    t.is(second.chain.work, first.chain.work);
  });
});

test('a reorganisation replaces the tail of the file', (t) => {
  inFolder((directory, file) => {
    const headers = new HeaderFile(directory, 'regtest');
    const branch = mineBranch(GENESIS, 10);
    headers.extend(1, branch, LATER);
    const fork = headers.chain.headerAt(6) ?? GENESIS;
    const better = mineBranch(fork, 6, 7);
    t.deepEqual(headers.extend(7, better, LATER), { fork: 6, height: 12 });
    t.deepEqual(new Uint8Array(readFileSync(file)), concat(...branch.slice(0, 6), ...better));
  });
});

test('what a reorganisation took out outlives the process, for the wallets that scanned it', (t) => {
  inFolder((directory) => {
    const headers = new HeaderFile(directory, 'regtest');
    headers.extend(1, mineBranch(GENESIS, 10), LATER);
    const lost = headers.chain.tip.hash;
    headers.extend(7, mineBranch(headers.chain.headerAt(6) ?? GENESIS, 6, 7), LATER);
    const file = path.join(directory, 'replaced-regtest');
    t.is(statSync(file).mode & 0o777, 0o600);
    t.is(new HeaderFile(directory, 'regtest').chain.sharedHeight(10, lost), 6);
    writeFileSync(file, 'damaged');
    t.is(new HeaderFile(directory, 'regtest').chain.sharedHeight(10, lost), null);
  });
});

test('what was refused is not written', (t) => {
  inFolder((directory, file) => {
    const headers = new HeaderFile(directory, 'regtest');
    const branch = mineBranch(GENESIS, 10);
    headers.extend(1, branch, LATER);
    t.throws(() => headers.extend(5, mineBranch(headers.chain.headerAt(4) ?? GENESIS, 3, 7), LATER), {
      code: 'chain-less-work',
    });
    t.deepEqual(new Uint8Array(readFileSync(file)), concat(...branch));
  });
});

test('a torn tail costs only the torn header, and the file goes on growing', (t) => {
  inFolder((directory, file) => {
    const branch = mineBranch(GENESIS, 10);
    writeFileSync(file, concat(...branch).subarray(0, -1));
    const headers = new HeaderFile(directory, 'regtest');
    t.is(headers.chain.height, 9);
    t.is(statSync(file).size, 9 * 80);
    headers.extend(10, branch.slice(9), LATER);
    t.is(new HeaderFile(directory, 'regtest').chain.height, 10);
  });
});

test('a damaged header costs itself and what lies behind it, never the start of the program', (t) => {
  inFolder((directory, file) => {
    const branch = mineBranch(GENESIS, 2100);
    const bytes = concat(...branch);
    bytes[2050 * 80 + 4] = (bytes[2050 * 80 + 4] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const headers = new HeaderFile(directory, 'regtest');
    t.is(headers.chain.height, 2050);
    t.is(statSync(file).size, 2050 * 80);
    t.is(headers.extend(2051, branch.slice(2050), LATER).height, 2100);
  });
});

test('a clock that was set back does not cost verified headers', (t) => {
  inFolder((directory) => {
    const now = Math.floor(Date.now() / 1000);
    const ahead = mineBranch({ ...GENESIS, time: now + 365 * 86_400 }, 3);
    new HeaderFile(directory, 'regtest').extend(1, ahead, now + 400 * 86_400);
    t.is(new HeaderFile(directory, 'regtest').chain.height, 3);
  });
});
