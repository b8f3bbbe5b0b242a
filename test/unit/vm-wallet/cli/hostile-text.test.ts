import test, { type ExecutionContext } from 'ava';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { Readable, Writable } from 'node:stream';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import type { OutpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { display } from '../../../../vm-wallet/cli/commands/display.ts';
import { history } from '../../../../vm-wallet/cli/commands/history.ts';
import { exportLabels } from '../../../../vm-wallet/cli/commands/labels.ts';
import { rounds } from '../../../../vm-wallet/cli/commands/rounds.ts';
import { tumbleStatus } from '../../../../vm-wallet/cli/commands/tumble-status.ts';
import { EXIT, exitCodeOf } from '../../../../vm-wallet/cli/failure.ts';
import { candidateTable, pickMakers } from '../../../../vm-wallet/cli/pick-makers.ts';
import { createTerminal } from '../../../../vm-wallet/cli/terminal.ts';
import { plainLabel } from '../../../../vm-wallet/import/label.ts';
import { warnOfRefused } from '../../../../vm-wallet/cli/warn-of-refused.ts';
import { jsonFrame } from '../../../fixtures/bridge-call.ts';
import { fakeDesk, sitAt } from '../../../fixtures/fake-desk.ts';
import { largeState } from '../../../fixtures/large-state.ts';
import { makerRecord } from '../../../fixtures/maker-session.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { bookOffer } from '../../../fixtures/offers.ts';
import { tumbleEntry, tumbleOf } from '../../../fixtures/tumble.ts';
import { walletForCommands } from '../../../fixtures/wallet-commands.ts';
import { PASSWORD, temporaryFolder } from '../../../fixtures/wallet-file.ts';

/** Sets the window's title, turns the line around, and begins a line of its own. */
const EVIL = 'no\u001b]0;owned\u0007 \u202eyenom\u2069\u009b2J\u200b\u00ad\nerror: paid';
const SHOWN = 'no\\x1b]0;owned\\x07 \\u202eyenom\\u2069\\x9b2J\\u200b\\xad\\x0aerror: paid';
/** What may be in no output, beside the line feeds and tabs of the program. */
const STEERING = /[^\P{C}\n\t]|[\p{Zl}\p{Zp}]/u;
const BOND = `${'ab'.repeat(32)}:1` as OutpointKey;
const MAIN = path.resolve(import.meta.dirname, '../../../../vm-wallet/main.ts');

interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly code: unknown;
}

/** Runs the program itself. @param first Node's own words. */
async function program(words: readonly string[], first: readonly string[] = []): Promise<Outcome> {
  const argv = [...first, '--import=tsx', MAIN, '--password-fd', '3', ...words];
  const child = spawn(process.execPath, argv, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, stdout, stderr, password] = child.stdio;
  if (!(password instanceof Writable) || !(stdout instanceof Readable) || !(stderr instanceof Readable)) {
    throw new Error('no pipes');
  }
  password.on('error', () => undefined);
  password.end(`${PASSWORD}\n`);
  const [out, err, closed] = await Promise.all([text(stdout), text(stderr), once(child, 'close')]);
  return { out, err, code: closed.at(0) };
}

/** What a wallet with this text everywhere shows. */
async function wallet(t: ExecutionContext) {
  const state = largeState({ coins: 2, history: 2 });
  const shown = Object.entries(state.shown).map(
    ([at, one]) => [at, { ...one, label: `${EVIL}\tcell` }] as const,
  );
  return walletForCommands(t, {
    ...state,
    shown: Object.fromEntries(shown),
    transactionLabels: Object.fromEntries(state.history.map(({ txid }) => [txid, EVIL])),
    rounds: { r1: makerRecord('r1', { role: 'taker', stage: 'fill', reason: EVIL }) },
    tumble: tumbleOf([tumbleEntry()], { status: 'paused', reason: EVIL }),
  });
}

test('rounds: why the node refused is shown, and steers nothing', async (t) => {
  const { run } = await wallet(t);
  const { out, err } = await run((command) => rounds(command, { command: 'rounds', all: true }));
  t.true(out.includes(`nothing was signed: ${SHOWN};`));
  t.notRegex(out + err, STEERING);
  const json = await run((command) => rounds(command, { command: 'rounds', all: true }), { json: true });
  t.notRegex(json.out, STEERING);
  const [view] = JSON.parse(json.out) as { means: string }[];
  t.true(view?.means.includes(EVIL));
});

test('tumble status: why it waits is shown, and steers nothing', async (t) => {
  const { out } = await (await wallet(t)).run(tumbleStatus);
  t.is(out.split('\n')[0], `paused: ${SHOWN}`);
  t.notRegex(out, STEERING);
});

test('labels of a file steer nothing, and are one cell each', async (t) => {
  const { run } = await wallet(t);
  const displaying = { command: 'display', all: true, summary: false, offline: true } as const;
  const shown = await run((command) => display(command, displaying));
  t.notRegex(shown.out, STEERING);
  t.true(shown.out.includes(`\t${SHOWN}\\x09cell\t\n`));
  for (const csv of [false, true]) {
    const { out } = await run((command) => history(command, { command: 'history', csv }));
    t.notRegex(out, STEERING);
    t.is(out.split('\n').length, 1 + 2 + 1);
    t.true(out.includes(SHOWN));
  }
});

test('labels are exported as they are kept, in JSON that steers nothing', async (t) => {
  const { run } = await wallet(t);
  const { out } = await run(exportLabels);
  t.notRegex(out, STEERING);
  const labels = out
    .trimEnd()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as { label?: string }).label ?? []);
  t.true(labels.length > 0 && labels.every((label) => label.startsWith(plainLabel(EVIL))));
});

test('the warning of a refused transaction repeats the words of the node', (t) => {
  const err: string[] = [];
  const terminal = createTerminal(
    { out: { write: () => undefined }, err: { write: (line) => err.push(line) } },
    { json: false, colour: true },
  );
  const txid = 'cd'.repeat(32);
  warnOfRefused(terminal, emptyState({ refused: { [txid]: { coins: [], at: 0, reason: EVIL } } }), []);
  const [line = ''] = err;
  t.true(
    line.startsWith(`\u001b[33mwarning:\u001b[0m ${txid} was signed and refused by the node (${SHOWN}).`),
  );
  t.notRegex(line.replaceAll('\u001b[33m', '').replaceAll('\u001b[0m', ''), STEERING);
});

test.serial("makers to pick from: a maker's words stay in their cell", async (t) => {
  const record = { declined: 0, failed: 9, joined: 0, at: 0, nick: 'J5x', reason: EVIL };
  const candidate = { ...bookOffer(1), bond: BOND, fee: sats(5n), netFee: 5n };
  const lines = candidateTable([candidate, { ...candidate, ...bookOffer(2) }], 0n, { [BOND]: record }, 0);
  t.is(lines.length, 3);
  t.true(lines[1]?.endsWith(`bad: ${SHOWN}`));
  const desk = fakeDesk();
  t.teardown(sitAt(desk));
  const terminal = createTerminal({ out: desk.output, err: desk.output }, { json: false, colour: true });
  const picked = pickMakers(terminal, lines, [candidate], new AbortController().signal);
  t.true(desk.shown().startsWith(lines.map((line) => `${line}\n`).join('')));
  desk.input.write('1\r');
  t.deepEqual(await picked, [candidate.maker]);
});

test('an error of the net VM is shown, with its cure, and steers nothing', async (t) => {
  const { datadir } = await wallet(t);
  const answer = path.join(datadir, 'answer');
  writeFileSync(answer, jsonFrame('failure', 0, { code: 'daemon-down', message: EVIL, cure: EVIL }));
  appendFileSync(
    path.join(datadir, 'joinmarket.cfg'),
    `[BRIDGE]\ntransport = command\nchain_command = cat ${answer}\nmessages_command = false\n`,
  );
  const { out, err, code } = await program(['--datadir', datadir, 'display']);
  t.is(out, '');
  t.true(err.endsWith(`error: ${SHOWN.replace('\\x0a', '\n  ')}\ncure:  ${SHOWN}\n`), err);
  t.notRegex(err, STEERING);
  t.is(code, EXIT.netVm);
  const json = await program(['--datadir', datadir, '--json', 'display']);
  t.notRegex(json.out, STEERING);
  t.like(JSON.parse(json.out), { error: { code: 'daemon-down', cure: SHOWN } });
});

test('whatever code the net VM gives its failure, the command ends as failed there', (t) => {
  for (const code of [
    'node-unreachable',
    'interrupted',
    'declined',
    'rule-fee',
    'usage',
    'wallet-x',
    'internal',
  ]) {
    t.is(exitCodeOf(new PeerFailure(code, EVIL)), EXIT.netVm, code);
  }
});

test('an error that nobody waited for is no exception', async (t) => {
  const trouble = `setImmediate(() => Promise.reject(new Error(${JSON.stringify(EVIL)})))`;
  const first = `process.on('newListener', (name) => name === 'uncaughtException' && ${trouble})`;
  const { out, err, code } = await program(
    ['--datadir', temporaryFolder(t), '--json', 'maker'],
    [`--import=data:text/javascript,${encodeURIComponent(first)}`],
  );
  t.is(code, EXIT.failed);
  t.is(err, `error: ${SHOWN.replace('\\x0a', '\n  ')}\n`);
  t.like(JSON.parse(out), { error: { code: 'internal' } });
  t.notRegex(out, STEERING);
});

test('a wrong word of the command line is repeated, and steers nothing', async (t) => {
  const { err, code } = await program(['--datadir', temporaryFolder(t), 'freeze', EVIL]);
  t.is(code, EXIT.usage);
  t.true(err.includes(SHOWN.replace('\\x0a', '\n')), err);
  t.notRegex(err, STEERING);
});
