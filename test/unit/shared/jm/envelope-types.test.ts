import test from 'ava';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ENVELOPE } from '../../../../shared/jm/onion/envelope.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
/** joinmarket-clientserver takes these for events of its own, or breaks over them (protocol/onion-channel.md §2.1). */
const NEVER_SENT = [785, 787, 797, 801];

test('the types that break others have no name here, and nothing is sent but by a name', async (t) => {
  t.false(Object.values(ENVELOPE).some((type) => NEVER_SENT.includes(type)));
  const calls: string[] = [];
  for (const folder of ['shared', 'vm-net']) {
    for (const file of await readdir(path.join(root, folder), { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const text = await readFile(path.join(root, folder, file), 'utf8');
      calls.push(...[...text.matchAll(/\bencodeEnvelope\(\s*([\w.]+)/gu)].map(([, type = '']) => type));
    }
  }
  // "type" is that of a line which is relayed: 685 or 687, as the relay has checked.
  const byName = Object.keys(ENVELOPE).map((name) => `ENVELOPE.${name}`);
  t.deepEqual([...new Set(calls)].filter((type) => !byName.includes(type)).sort(), ['method', 'type']);
  t.true(calls.length >= 15, String(calls.length));
});
