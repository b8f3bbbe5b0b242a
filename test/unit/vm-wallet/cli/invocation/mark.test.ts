import test from 'ava';
import { txid } from '../../../../../shared/bitcoin/outpoint.ts';
import { labelText } from '../../../../../vm-wallet/cli/invocation/mark.ts';
import { invocationOf } from '../../../../fixtures/wallet-commands.ts';

const ID = txid('ab'.repeat(32));
const INVALID = { code: 'commander.invalidArgument' };

test('coins to freeze are given as outpoints, or as all of a mixdepth', async (t) => {
  const coins = [
    { txid: ID, vout: 0 },
    { txid: ID, vout: 12 },
  ];
  t.deepEqual(await invocationOf('freeze', `${ID}:0`, `${ID.toUpperCase()}:12`), {
    command: 'freeze',
    coins,
    all: false,
  });
  t.deepEqual(await invocationOf('unfreeze', '--all', '--mixdepth', '3'), {
    command: 'unfreeze',
    coins: [],
    all: true,
    mixdepth: 3,
  });
  await t.throwsAsync(invocationOf('freeze', `${ID}:`), INVALID);
  await t.throwsAsync(invocationOf('freeze', 'bcrt1q'), INVALID);
});

test('an address, a coin and a transaction take labels', async (t) => {
  const labelled = (kind: string, ref: unknown): object => ({
    command: 'label',
    what: { kind, ref },
    text: 'rent',
  });
  t.deepEqual(await invocationOf('label', 'address', 'bcrt1q', 'rent'), labelled('address', 'bcrt1q'));
  t.deepEqual(
    await invocationOf('label', 'coin', `${ID}:1`, 'rent'),
    labelled('coin', { txid: ID, vout: 1 }),
  );
  t.deepEqual(await invocationOf('label', 'tx', ID, 'rent'), labelled('tx', ID));
  await t.throwsAsync(invocationOf('label', 'tx', `${ID}:1`, 'rent'), INVALID);
  await t.throwsAsync(invocationOf('label', 'coin', ID, 'rent'), INVALID);
  await t.throwsAsync(invocationOf('label', 'coin', `${ID}:1`, 'two\nlines'), INVALID);
});

test('a label has 255 characters at most', (t) => {
  t.is(labelText(''), '');
  t.is(labelText('x'.repeat(255)), 'x'.repeat(255));
  t.throws(() => labelText('x'.repeat(256)), INVALID);
});

for (const [name, character] of [
  ['a tab', '\t'],
  ['a new line', '\n'],
  ['an escape', '\u001b'],
  ['a C1 control', '\u009b'],
  ['a line separator', '\u2028'],
  ['a turn of the writing direction', '\u202e'],
  ['half a character', '\ud800'],
] as const) {
  test(`a label does not hold ${name}`, (t) => {
    t.throws(() => labelText(`a${character}b`), INVALID);
    t.is(labelText('Miete für Köln "=1+1"'), 'Miete für Köln "=1+1"');
  });
}

test('new addresses come one by one, or up to a thousand at once', async (t) => {
  const one = { command: 'address', mixdepth: 0, label: '', count: 1 };
  t.deepEqual(await invocationOf('address'), one as never);
  t.deepEqual(await invocationOf('address', '--count', '1000', '--mixdepth', '2'), {
    ...one,
    count: 1000,
    mixdepth: 2,
  } as never);
  t.deepEqual(await invocationOf('address', '--reserve', 'rent'), { ...one, label: 'rent' } as never);
  t.deepEqual(await invocationOf('address', '--label', 'rent'), { ...one, label: 'rent' } as never);
  await t.throwsAsync(invocationOf('address', '--count', '0'), INVALID);
  await t.throwsAsync(invocationOf('address', '--count', '1001'), INVALID);
  await t.throwsAsync(invocationOf('address', '--reserve', 'a', '--label', 'b'), {
    code: 'commander.conflictingOption',
  });
});

test('the book of addresses is listed, and an address released', async (t) => {
  t.deepEqual(await invocationOf('address', '--list'), { command: 'address list' });
  await t.throwsAsync(invocationOf('address', '--list', '--count', '2'), {
    code: 'commander.conflictingOption',
  });
  t.deepEqual(await invocationOf('address', 'release', 'bcrt1q'), {
    command: 'address release',
    address: 'bcrt1q',
  });
});
