import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromHex, toHex } from '../../../shared/crypto/bytes.ts';
import type { Bencoded } from '../../../vm-wallet/import/bencode.ts';
import { jmdatKey, openJmdat } from '../../../vm-wallet/import/jmdat.ts';
import { FamilyKeys, type WalletFamily } from '../../../vm-wallet/keys/family.ts';
import { compare, listOf, textOf, type Recorded } from '../compare.ts';
import { isNetwork } from '../is-network.ts';
import type { CaseResult } from '../topic.ts';

const FAMILIES: Readonly<Record<string, WalletFamily>> = {
  LegacyWallet: 'legacy',
  SegwitLegacyWallet: 'nested',
  SegwitWallet: 'native',
  SegwitWalletFidelityBonds: 'native-bonds',
};
const DAMAGED = 'segwit-mainnet.jmdat';
const FLIPPED_OFFSET = 200;
const CUT_BYTES = 5;

export async function* check(file: unknown, directory: string): AsyncIterable<CaseResult> {
  for (const recorded of listOf(file, 'files')) yield* checkFile(recorded, directory);
  const original = await readFile(path.join(directory, 'wallet-files', DAMAGED));
  for (const recorded of listOf(file, 'open_outcomes')) {
    const name = textOf(recorded, 'name');
    const bytes = variant(original, name);
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (name !== 'magic changed') yield compare(`${name}: the file`, digest, recorded['file_sha256']);
    const password = recorded['password'] === null ? null : textOf(recorded, 'password');
    const opened = await openJmdat(bytes, password).then(
      (content) => [...content.keys()].sort(),
      () => null,
    );
    const result = recorded['result'] as { readonly keys?: readonly string[] };
    yield compare(name, opened, result.keys ?? null);
  }
}

async function* checkFile(recorded: Recorded, directory: string): AsyncIterable<CaseResult> {
  const name = textOf(recorded, 'file');
  const bytes = await readFile(path.join(directory, name));
  yield compare(`${name} size`, bytes.length, recorded['size']);
  const password = recorded['password'] === null ? null : textOf(recorded, 'password');
  if (password !== null) {
    const key = await jmdatKey(password, fromHex(textOf(recorded, 'salt')));
    yield compare(`${name} key`, toHex(key), recorded['argon2_key']);
  }
  const content = await openJmdat(bytes, password);
  // The largest file is recorded without its content, which is mostly a cache.
  const expected = (recorded['decoded'] ?? { ascii: '' }) as Shown;
  for (const [key, value] of 'dict' in expected ? expected.dict : []) {
    yield compare(`${name} ${JSON.stringify(key)}`, show(content.get(keyText(key)) ?? 0n), asWritten(value));
  }
  if ('dict' in expected) yield compare(`${name} keys`, content.size, expected.dict.length);
  const entropy = content.get('entropy');
  const family = FAMILIES[textOf(recorded, 'wallet_class')];
  const network = textOf(recorded, 'network');
  if (!(entropy instanceof Uint8Array) || family === undefined || !isNetwork(network)) {
    yield { name, ok: false, detail: 'an unknown kind of wallet' };
    return;
  }
  yield compare(`${name} entropy`, toHex(entropy), recorded['entropy']);
  const stored = content.get('seed_extension');
  const extension = stored instanceof Uint8Array ? new TextDecoder().decode(stored) : '';
  yield compare(`${name} extension`, extension === '' ? null : extension, recorded['extension']);
  const keys = new FamilyKeys(family, { entropy, extension, network });
  yield compare(
    `${name} first address`,
    keys.addressAt({ mixdepth: 0, branch: 0, index: 0 }),
    recorded['external0'],
  );
}

/** The damage that a name stands for, done to the undamaged file. */
function variant(original: Uint8Array, name: string): Uint8Array {
  const bytes = Uint8Array.from(original);
  const flip = (at: number): Uint8Array => {
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  switch (name) {
    case 'magic changed':
      return flip(0);
    case 'truncated':
      return bytes.slice(0, -CUT_BYTES);
    case 'last byte flipped':
      return flip(bytes.length - 1);
    case 'ciphertext byte flipped':
      return flip(FLIPPED_OFFSET);
    case 'empty file':
      return new Uint8Array(0);
    default:
      return bytes;
  }
}

type Shown =
  | { readonly dict: readonly (readonly [Shown, Shown])[] }
  | { readonly ascii: string }
  | { readonly hex: string };

function keyText(key: Shown): string {
  if ('ascii' in key) return key.ascii;
  return 'hex' in key ? Buffer.from(key.hex, 'hex').toString('latin1') : '';
}

/** Bencode has no booleans: Python writes them as 1 and 0. */
function asWritten(value: Shown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('true', '1').replaceAll('false', '0'));
}

/** A value in the form in which the recording shows it. */
function show(value: Bencoded): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint8Array) return showBytes(value);
  if (value instanceof Map) {
    return {
      dict: [...(value as ReadonlyMap<string, Bencoded>)].map(([key, item]) => [
        showBytes(Buffer.from(key, 'latin1')),
        show(item),
      ]),
    };
  }
  return { list: (value as readonly Bencoded[]).map(show) };
}

function showBytes(bytes: Uint8Array): unknown {
  const printable = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return printable ? { ascii: Buffer.from(bytes).toString('latin1') } : { hex: toHex(bytes) };
}
