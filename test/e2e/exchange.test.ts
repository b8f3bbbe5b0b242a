import test from 'ava';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { withoutChecksum } from '../../shared/bitcoin/descriptor.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import type { Bencoded } from '../../vm-wallet/import/bencode.ts';
import { openJmdat } from '../../vm-wallet/import/jmdat.ts';
import type { LabelRecord } from '../../vm-wallet/import/label-file.ts';
import type { WalletDescriptor } from '../../vm-wallet/import/wallet-descriptors.ts';
import { HdWallet } from '../../vm-wallet/keys/hd-wallet.ts';
import { entropyOf } from '../../vm-wallet/keys/mnemonic.ts';
import { bencoded, outpointKeyOf, plainFile, recordedWallets } from '../fixtures/old-wallet.ts';
import { failure, totalOf, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);
const VECTORS = path.resolve(import.meta.dirname, '../vectors/reference/wallet-files');
const NATIVE_WORDS = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const NESTED_WORDS = 'letter advice cage absurd amount doctor acoustic avoid letter advice cage above';

interface Balances {
  readonly available: number;
  readonly total: number;
}

/** A machine whose commands find a second secret on file descriptor 4. */
async function machineWithSecret(name: string, secret: string): Promise<Machine> {
  const file = path.join(pit().directory, `${name}.secret`);
  await writeFile(file, `${secret}\n`);
  return pit().addMachine(name, { tracer: ['sh', '-c', 'exec "$@" 4<"$0"', file] });
}

function recorded(name: string): ReturnType<typeof recordedWallets>[number] {
  const found = recordedWallets().find((wallet) => wallet.name === name);
  if (found === undefined) throw new Error(`no file ${name}`);
  return found;
}

/** Pays to an address, and returns the outpoint. */
async function pay(
  address: string,
  amount: bigint,
): Promise<{ readonly txid: string; readonly vout: number }> {
  const txid = await pit().node.pay(address, amount);
  const transaction = (await pit().node.rpc('getrawtransaction', [txid, true])) as {
    vout: { n: number; scriptPubKey: { address?: string } }[];
  };
  const output = transaction.vout.find(({ scriptPubKey }) => scriptPubKey.address === address);
  if (output === undefined) throw new Error('the payment has no such output');
  return { txid, vout: output.n };
}

test.serial('a wallet file comes over with its coins, its labels and its freezes', async (t) => {
  const old = recorded('segwit-ext-regtest.jmdat');
  const machine = await machineWithSecret('importer', old.password ?? '');
  const keys = new HdWallet({
    entropy: fromHex(old.entropy),
    extension: old.extension ?? '',
    network: 'regtest',
  });
  const free = await pay(old.external0, 30_000_000n);
  const frozen = await pay(keys.addressAt({ mixdepth: 2, branch: 0, index: 2 }), 7_000_000n);
  const onChange = await pay(keys.addressAt({ mixdepth: 4, branch: 1, index: 29 }), 100_000n);
  await pit().node.mine(1);

  const file = path.join(VECTORS, old.name);
  const shown = await machine.wallet('import', file, '--file-password-fd', '4', '--dry-run');
  t.is(shown.code, 0);
  t.regex(shown.stdout, /native segwit wallet, created 2026\/11\/21/u);
  t.regex(shown.stdout, /The file says testnet, joinmarket\.cfg says regtest/u);
  t.regex(shown.stdout, /frozen: 9dc42c0f[0-9a-f]+:0, 5000 sat in mixdepth 1/u);
  t.regex(shown.stdout, new RegExp(`label: ${old.external0} my label é`, 'u'));
  t.regex(shown.stderr, /1 imported keys do not come along/u);
  const shownAsJson = await machine.wallet('--json', 'import', file, '--file-password-fd', '4', '--dry-run');
  t.is(shownAsJson.code, 0);
  for (const secret of [old.entropy, old.extension ?? '', ...old.mnemonic.split(' ')]) {
    const said = `${shown.stdout}${shown.stderr}${shownAsJson.stdout}`;
    t.notRegex(said, new RegExp(`\\b${secret}\\b`, 'u'));
  }
  t.is((await failure(machine, 'display')).code, 'wallet-missing');
  const unasked = await failure(machine, 'import', file, '--file-password-fd', '4');
  t.is(unasked.code, 'declined');
  t.is((await failure(machine, 'display')).code, 'wallet-missing');

  await json(machine.wallet('--json', '--yes', 'import', file, '--file-password-fd', '4'));
  const asItWas = await json<Balances>(machine.wallet('--json', 'display'));
  t.is(asItWas.total, 37_100_000);
  t.is(asItWas.available, 37_100_000);

  const content = await openJmdat(await readFile(file), old.password);
  const meta = bencoded({ [outpointKeyOf(frozen.txid, frozen.vout)]: { disabled: 1 } });
  const changed = path.join(pit().directory, 'frozen.jmdat');
  await writeFile(changed, plainFile(new Map<string, Bencoded>([...content, ['meta', meta]])));
  await json(machine.wallet('--json', '--yes', '--wallet', 'frozen', 'import', changed));
  const after = await json<Balances>(machine.wallet('--json', '--wallet', 'frozen', 'display'));
  t.is(after.total, 37_100_000);
  t.is(after.available, 30_100_000);
  const labels = await json<LabelRecord[]>(
    machine.wallet('--json', '--wallet', 'frozen', 'labels', 'export'),
  );
  const spendable = new Map(labels.map((record) => [record.ref, record.spendable]));
  t.is(spendable.get(`${frozen.txid}:${frozen.vout}`), false);
  t.is(spendable.get(`${free.txid}:${free.vout}`), true);
  t.is(spendable.get(`${onChange.txid}:${onChange.vout}`), true);
  t.deepEqual(
    labels.filter(({ type }) => type === 'addr'),
    [{ type: 'addr', ref: old.external0, label: 'my label é' }],
  );

  // The old wallet had shown two addresses of mixdepth 1: the next one is the third.
  const { address } = await json<{ address: string }>(machine.wallet('--json', 'address', '--mixdepth', '1'));
  t.is(address, keys.addressAt({ mixdepth: 1, branch: 0, index: 2 }));

  const error = await failure(machine, '--yes', 'import', file, '--file-password-fd', '4');
  t.is(error.code, 'wallet-exists');
  t.is(error.exitCode, 3);
});

test.serial('labels go out and come in again, and descriptors are those of the node', async (t) => {
  const machine = await pit().addMachine('labels');
  await json(machine.wallet('--json', 'create', '--words', '12'));
  const shop = await json<{ address: string }>(machine.wallet('--json', 'address', '--label', 'shop'));
  const { txid, vout } = await pay(shop.address, 5_000_000n);
  await pit().node.mine(1);
  await json(machine.wallet('--json', 'display'));

  const file = path.join(pit().directory, 'labels.jsonl');
  const lines = [
    { type: 'tx', ref: txid, label: 'salary' },
    { type: 'addr', ref: shop.address, label: 'the shop' },
    { type: 'output', ref: `${txid}:${vout}`, label: 'kept', spendable: false },
    { type: 'output', ref: `${'00'.repeat(32)}:0`, label: 'nobody' },
    { type: 'xpub', ref: 'xpub', label: 'ignored' },
  ];
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const result = await json<{ unknown: string[]; ignored: number; frozen: number }>(
    machine.wallet('--json', 'labels', 'import', file),
  );
  t.like(result, { transactions: 1, addresses: 1, outputs: 1, frozen: 1, unfrozen: 0, ignored: 1 });
  t.deepEqual(result.unknown, [`${'00'.repeat(32)}:0`]);
  t.like(await json<Balances>(machine.wallet('--json', 'display', '--offline')), { available: 0 });

  const exported = await machine.wallet('labels', 'export');
  t.is(exported.code, 0);
  const records = exported.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelRecord);
  t.deepEqual(records, lines.slice(0, 3));

  await writeFile(file, JSON.stringify({ type: 'output', ref: `${txid}:${vout}`, spendable: true }));
  t.is((await failure(machine, 'labels', 'import', file)).code, 'declined');
  t.like(await json(machine.wallet('--json', '--yes', 'labels', 'import', file)), { unfrozen: 1 });
  t.like(await json<Balances>(machine.wallet('--json', 'display', '--offline')), { available: 5_000_000 });
  await writeFile(file, '{"type":"tx"}\n');
  t.like(await failure(machine, 'labels', 'import', file), { code: 'file-bad-label', exitCode: 3 });

  const descriptors = await json<WalletDescriptor[]>(machine.wallet('--json', 'export', '--descriptors'));
  t.is(descriptors.length, 10);
  const [external] = descriptors;
  t.deepEqual(external?.range, [0, 30]);
  const addresses = await pit().node.rpc('deriveaddresses', [external?.descriptor, external?.range]);
  t.is((addresses as string[])[0], shop.address);
  for (const { descriptor } of descriptors) {
    const info = (await pit().node.rpc('getdescriptorinfo', [descriptor])) as Record<string, unknown>;
    t.is(info['checksum'], descriptor.slice(withoutChecksum(descriptor).length + 1));
    t.false(info['hasprivatekeys']);
  }
  const printed = await machine.wallet('export', '--descriptors');
  t.deepEqual(
    printed.stdout.trim().split('\n'),
    descriptors.map(({ descriptor }) => descriptor),
  );
  t.regex(printed.stderr, /sees every address/u);
  t.like(await failure(machine, 'export'), { code: 'usage', exitCode: 2 });
});

interface FoundWords {
  readonly family: string;
  readonly mixdepths: number;
  readonly birthday: number;
  readonly found: readonly {
    readonly family: string;
    readonly transactions: number;
    readonly total: number;
  }[];
}

test.serial('words are looked for as a nested and as a native wallet', async (t) => {
  const keysOf = (words: string, family: 'native' | 'nested'): HdWallet =>
    new HdWallet({ entropy: entropyOf(words), extension: '', network: 'regtest', family });
  const nestedKeys = keysOf(NESTED_WORDS, 'nested');
  await pay(nestedKeys.addressAt({ mixdepth: 6, branch: 1, index: 29 }), 1_000_000n);
  await pay(nestedKeys.addressAt({ mixdepth: 0, branch: 0, index: 0 }), 20_000n);
  await pay(keysOf(NATIVE_WORDS, 'native').addressAt({ mixdepth: 0, branch: 0, index: 5 }), 3_000_000n);
  await pit().node.mine(1);

  const nested = await machineWithSecret('nested', NESTED_WORDS);
  const found = await json<FoundWords>(nested.wallet('--json', '--yes', 'import', '--words-fd', '4'));
  t.like(found, { family: 'nested', mixdepths: 7, birthday: 1 });
  t.deepEqual(
    found.found.map(({ family, transactions, total }) => [family, transactions, total]),
    [
      ['native', 0, 0],
      ['nested', 2, 1_020_000],
    ],
  );
  t.is(await totalOf(nested), 1_020_000);
  const [descriptor] = await json<WalletDescriptor[]>(nested.wallet('--json', 'export', '--descriptors'));
  const addresses = await pit().node.rpc('deriveaddresses', [descriptor?.descriptor, [0, 0]]);
  t.deepEqual(addresses, [nestedKeys.addressAt({ mixdepth: 0, branch: 0, index: 0 })]);
  t.like(await json<Balances>(nested.wallet('--json', 'display')), { available: 1_020_000 });
  for (const command of [['coinjoin', '0.001btc', 'INTERNAL'], ['maker']]) {
    t.like(await failure(nested, ...command), { code: 'wallet-nested', exitCode: 3 });
  }
  // A part with change, and then the rest: what comes back is nested, and can be spent as well.
  const payee = String(await pit().node.rpc('getnewaddress', []));
  const spend = (amount: string, mixdepth: string): Promise<{ readonly txid: string }> =>
    json(nested.wallet('--json', '--yes', 'send', amount, payee, '--mixdepth', mixdepth));
  await spend('400000sat', '6');
  await pit().node.mine(1);
  for (const mixdepth of ['6', '0']) await spend('0', mixdepth);
  await pit().node.mine(1);
  t.is(await totalOf(nested), 0);

  const native = await machineWithSecret('native', NATIVE_WORDS);
  const shown = await native.wallet('import', '--words-fd', '4', '--dry-run');
  t.regex(shown.stdout, /As a native wallet: 1 transactions since block \d+, 0\.03000000 BTC/u);
  t.regex(shown.stdout, /As a nested wallet: no transaction/u);
  t.notRegex(`${shown.stdout}${shown.stderr}`, /winner|sausage/u);
  t.is((await failure(native, 'display')).code, 'wallet-missing');

  await pay(keysOf(NATIVE_WORDS, 'nested').addressAt({ mixdepth: 0, branch: 0, index: 0 }), 4_000n);
  await pit().node.mine(1);
  const both = await failure(native, '--yes', 'import', '--words-fd', '4');
  t.is(both.code, 'usage');
  t.regex(both.cure ?? '', /--family/u);
  const chosen = await json<FoundWords>(
    native.wallet('--json', '--yes', 'import', '--words-fd', '4', '--family', 'native'),
  );
  t.like(chosen, { family: 'native', mixdepths: 5 });
  t.is((await json<Balances>(native.wallet('--json', 'display'))).total, 3_000_000);
});

test.serial('files that can not be taken over say why', async (t) => {
  const machine = await machineWithSecret('refused', 'pw');
  const importing = (file: string, ...more: readonly string[]): readonly string[] => [
    '--yes',
    'import',
    file,
    '--file-password-fd',
    '4',
    ...more,
  ];
  const inVectors = (name: string): string => path.join(VECTORS, name);
  t.like(await failure(machine, ...importing(inVectors('segwit-mainnet.jmdat'))), {
    code: 'password-wrong',
    exitCode: 3,
  });
  t.like(await failure(machine, ...importing(inVectors('nopadding-mainnet.jmdat'))), {
    code: 'wallet-other-network',
    exitCode: 3,
  });
  t.like(await failure(machine, ...importing(inVectors('missing.jmdat'))), { code: 'file-unreadable' });
  t.is((await failure(machine, 'import')).code, 'usage');
  t.is((await failure(machine, 'import', 'x', '--words')).code, 'usage');
  const strange = path.join(pit().directory, 'strange.jmdat');
  await writeFile(strange, 'hello');
  t.is((await failure(machine, ...importing(strange))).code, 'jmdat-not-a-wallet');

  const legacy = await machineWithSecret('legacy', '');
  const file = inVectors('legacy-mainnet.jmdat');
  const shown = await json<{ kind: string; refused: { code: string } }>(
    legacy.wallet('--json', ...importing(file, '--dry-run')),
  );
  t.is(shown.kind, 'legacy');
  t.is(shown.refused.code, 'wallet-kind-unsupported');
  const refusal = await legacy.wallet(...importing(file));
  t.is(refusal.code, 3);
  t.regex(refusal.stdout, /oldest kind/u);
  t.regex(refusal.stderr, /joinmarket-clientserver/u);
});
