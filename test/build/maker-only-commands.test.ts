import test from 'ava';
import { Psbt } from 'bitcoinjs-lib';
import { execa } from 'execa';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle } from '../../scripts/build/bundle.ts';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { publicKeyOf, signDigest } from '../../shared/crypto/sign.ts';
import { HdWallet, parseKeyPath } from '../../vm-wallet/keys/hd-wallet.ts';
import { lendPrivateKey } from '../../vm-wallet/keys/lend-key.ts';
import { buildProgram } from '../../vm-wallet/cli/program.ts';
import { emptyState, testKeys } from '../fixtures/memory-store.ts';
import { paidTo } from '../fixtures/wallet-context.ts';
import { CHEAP_KDF, createTestStore } from '../fixtures/wallet-file.ts';

const MAKER = 'for the maker';
const folder = mkdtempSync(path.join(tmpdir(), 'jm-maker-only-'));
const file = (name: string): string => path.join(folder, name);
const others = new HdWallet({ entropy: new Uint8Array(16).fill(1), extension: '', network: 'regtest' });
const foreign = (index: number): string => others.addressAt({ mixdepth: 0, branch: 0, index });
const own = testKeys().addressAt({ mixdepth: 0, branch: 0, index: 0 });
const [coin, stored] = paidTo('0/0/0', 5_000_000);
const [txid = ''] = coin.split(':');

/** What the maker password opens the wallet for: each with words that need nobody else, and `maker`, which test/e2e has. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  display: ['--offline'],
  utxos: ['--offline'],
  history: [],
  check: [],
  earnings: [],
  rounds: [],
  rules: [],
  'audit-log': [],
};

/** What it does not open the wallet for, with words that would do for the owner. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  export: ['--descriptors'],
  'labels export': [],
  'labels import': [file('labels')],
  backup: [file('backup')],
  restore: [file('backup'), '--drill'],
  password: ['--new-password-fd', '4'],
  'maker-password': ['--remove'],
  rescan: [],
  scan: ['--utxo-set'],
  address: [],
  'address release': [own],
  freeze: [coin],
  unfreeze: [coin],
  'label address': [own, 'mine'],
  'label coin': [coin, 'mine'],
  'label tx': [txid, 'mine'],
  send: ['0.01btc', foreign(0)],
  bump: [txid],
  coinjoin: ['0.01btc', 'INTERNAL'],
  'rounds finish': ['abc'],
  'rounds free': ['abc'],
  'podle add': [coin, '--key-fd', '4'],
  'podle list': [],
  'podle remove': [coin],
  'tumble plan': [foreign(0), foreign(1), foreign(2)],
  'tumble run': [],
  'tumble status': [],
  'tumble pause': [],
  'tumble resume': [],
  'tumble cancel': [],
  'schedule run': [file('schedule')],
  'psbt sign': [file('psbt')],
  'psbt broadcast': [file('signed')],
  'sign-message': ['0/0/0', 'text'],
  'bond create': ['--until', '2090-01'],
  'bond fund': [own, '0.01btc'],
  'bond list': ['--offline'],
  'bond recover': [],
  'bond certify': [own],
  'bond redeem': [own],
  'bond watch': [`02${'11'.repeat(32)}`, '--until', '2090-01'],
  'rules accept': [],
  allow: ['--list'],
};

/** Commands that open no wallet with a password, or need nothing of it. */
const WITHOUT = [
  'create',
  'recover',
  'import',
  'doctor',
  'psbt combine',
  'psbt finalize',
  'verify-message',
  'schedule check',
  'rules check',
  'bond value',
];

const ELSEWHERE = ['maker'];
let program = '';

test.before(async () => {
  program = (await bundle({ name: 'jm-wallet', entry: 'vm-wallet/main.ts' }, folder)).file;
  mkdirSync(file('wallets'));
  writeFileSync(file('joinmarket.cfg'), '[BLOCKCHAIN]\nblockchain_source = regtest\n');
  writeFileSync(file('labels'), '');
  writeFileSync(file('schedule'), '0,0.5,2,INTERNAL,0.1,16,0\n');
  const script = Uint8Array.from(Buffer.from(stored.scriptPubKey, 'hex'));
  const psbt = new Psbt()
    .addInput({ hash: txid, index: 0, witnessUtxo: { script, value: 5_000_000n } })
    .addOutput({ script, value: 4_990_000n });
  writeFileSync(file('psbt'), psbt.toBase64());
  lendPrivateKey(testKeys(), parseKeyPath(stored.path), (key) => {
    psbt.signInput(0, { publicKey: publicKeyOf(key), sign: (digest) => signDigest(digest, key) });
  });
  writeFileSync(file('signed'), psbt.finalizeAllInputs().toBase64());
  const coins = { [coin]: stored };
  const state = emptyState({ coins, scanned: { height: 3, block: '00'.repeat(32) }, birthday: 1 });
  const store = await createTestStore(file('wallets/wallet.jmw'), state);
  await store.allowMaker(MAKER, CHEAP_KDF);
  store.close();
});

test.after.always(() => {
  rmSync(folder, { recursive: true });
});

/** Every command that does something, as it is typed. */
function commandsOf(command = buildProgram('test', () => Promise.resolve()), typed: string[] = []): string[] {
  const below = command.commands.flatMap((one) => commandsOf(one, [...typed, one.name()]));
  // Commander tells nobody whether a command with others below it does something itself.
  const acts = below.length === 0 || ['address', 'rounds', 'rules'].includes(typed.join(' '));
  return acts ? [...below, typed.join(' ')] : below;
}

interface Ran {
  readonly exitCode: number | undefined;
  readonly code: string | null;
  readonly stdout: string;
}

/** Runs the program with the maker password. */
async function run(words: readonly string[]): Promise<Ran> {
  const { exitCode, stdout } = await execa(
    process.execPath,
    [program, '--json', '--yes', '--datadir', folder, '--password-fd', '3', ...words],
    { reject: false, stdio: ['ignore', 'pipe', 'pipe', utf8(`${MAKER}\n`), utf8('another\n')] },
  );
  const [line = ''] = stdout.trim().split('\n').reverse();
  const value: unknown = line.startsWith('{') ? JSON.parse(line) : null;
  const { error } = (value ?? {}) as { error?: { code: string } };
  return { exitCode, code: error?.code ?? null, stdout };
}

function contentOfWallets(): Record<string, string> {
  const names = readdirSync(file('wallets')).filter((name) => !name.endsWith('.lock'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(file(`wallets/${name}`), 'base64')]));
}

test('every command has decided about the maker password', (t) => {
  const decided = [...Object.keys(ALLOWED), ...Object.keys(REFUSED), ...WITHOUT, ...ELSEWHERE];
  t.deepEqual(commandsOf().sort(), decided.sort());
});

for (const [command, words] of Object.entries(ALLOWED)) {
  test.serial(`the maker password is enough for: ${command}`, async (t) => {
    const { exitCode, code, stdout } = await run([...command.split(' '), ...words]);
    // What "check" finds is not the question here.
    t.true(exitCode === 0 || code === 'doctor-found', `${code ?? ''}: ${stdout.slice(0, 300)}`);
    t.false(stdout.includes(testKeys().accountXpub(0)));
  });
}

for (const [command, words] of Object.entries(REFUSED)) {
  test.serial(`the maker password is not enough for: ${command}`, async (t) => {
    const before = contentOfWallets();
    const { exitCode, code, stdout } = await run([...command.split(' '), ...words]);
    t.is(code, 'wallet-maker-only', stdout.slice(0, 300));
    t.is(exitCode, 3);
    t.deepEqual(contentOfWallets(), before);
  });
}

test.serial('a log is not begun anew with the maker password', async (t) => {
  t.is((await run(['audit-log', '--restart'])).code, 'wallet-maker-only');
});
