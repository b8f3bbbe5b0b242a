import test from 'ava';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseConfig } from '../../../shared/config/joinmarket-cfg.ts';

const PAGE = readFileSync(path.resolve(import.meta.dirname, '../../../docs/maker.md'), 'utf8');

test('the keys that maker.md names have these defaults', (t) => {
  const [keys = ''] = PAGE.split('**Both kinds.**');
  const rows = [...keys.matchAll(/^\| `(?<key>[a-z_]+)` \| `?(?<value>[0-9a-z]+)`? \|/gmu)];
  t.is(rows.length, 6);
  for (const { groups } of rows) {
    const key = groups?.['key'] ?? '';
    const changed = parseConfig(`[YIELDGENERATOR]\n${key} = ${groups?.['value'] ?? ''}\n`);
    t.deepEqual(changed.warnings, [], key);
    t.deepEqual(changed.maker, parseConfig('').maker, key);
  }
});

test('every event for scripts is named', (t) => {
  const source = readFileSync(
    path.resolve(import.meta.dirname, '../../../vm-wallet/runtime/maker-notice.ts'),
    'utf8',
  );
  const events = [...source.matchAll(/event: '(?<event>[a-z]+)'/gu)].map(({ groups }) => groups?.['event']);
  t.true(events.length >= 7);
  for (const event of events) t.true(event === 'note' || PAGE.includes(`| \`${event}\` |`), event);
});
