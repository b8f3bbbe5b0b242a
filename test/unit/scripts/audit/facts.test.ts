import test from 'ava';
import { FactsError, parseFacts, type Facts } from '../../../../scripts/audit/facts.ts';
import { machineFacts } from '../../../fixtures/audited-machine.ts';

const FILE = { path: '/etc/qubes/policy.d', mode: '0755', owner: 'root:root' };
const read = (change: object): Facts => parseFacts(JSON.stringify({ ...machineFacts(), ...change }));

test('the parts that a collector may leave out are read where they are there', (t) => {
  const more = {
    files: [FILE, { ...FILE, sha256: 'ab'.repeat(32) }],
    host: { qubes_release: '4.3', clockvm: null, policy_daemon_errors: 0 },
    inside: { 'jm-net': { interfaces: ['lo'], qubes_ip: null, onion_port: 65_535 } },
    pairs: [{ wallet: 'jm-wallet', net: 'jm-net', wallet_uuid: 'x', ask: true }],
  };
  t.deepEqual(read(more), { ...machineFacts(), ...more });
  t.deepEqual(read({}), machineFacts());
});

for (const [title, change, place] of [
  ['a mode that is not octal', { files: [{ ...FILE, mode: '0788' }] }, '/files/0/mode'],
  ['a hash that is too short', { files: [{ ...FILE, sha256: 'ab' }] }, '/files/0/sha256'],
  ['a day in another notation', { host: { collected: '1.1.2026' } }, '/host/collected'],
  ['an unknown part of the host', { host: { kernel: '6' } }, '/host'],
  ['a port beyond the last', { inside: { a: { onion_port: 65_536 } } }, '/inside/a/onion_port'],
  ['a port before the first', { inside: { a: { onion_port: 0 } } }, '/inside/a/onion_port'],
  [
    'an answer that is neither yes nor no',
    { pairs: [{ wallet: 'jm-wallet', net: 'jm-net', ask: 1 }] },
    '/pairs/0/ask',
  ],
  ['an unknown part', { more: 1 }, ' must NOT'],
  ['a text over its limit', { host: { qubes_release: 'x'.repeat(201) } }, '/host/qubes_release'],
] as const) {
  test(`${title} is refused, and named`, (t) => {
    const error = t.throws(() => read(change), { instanceOf: FactsError });
    t.true(error.message.includes(place), error.message);
  });
}

test('a text at its limit is read', (t) => {
  t.is(read({ host: { qubes_release: 'x'.repeat(200) } }).host?.qubes_release?.length, 200);
});
