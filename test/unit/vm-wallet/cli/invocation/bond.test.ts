import test from 'ava';
import { parseOutpoint } from '../../../../../shared/bitcoin/outpoint.ts';
import { invocationOf } from '../../../../fixtures/wallet-commands.ts';

const KEY = `02${'ab'.repeat(32)}`;
const COIN = `${'cd'.repeat(32)}:1`;

test('each bond command reads its words', async (t) => {
  t.deepEqual(await invocationOf('bond', 'create', '--until', '2031-01'), {
    command: 'bond create',
    until: '2031-01',
  });
  t.deepEqual(await invocationOf('bond', 'fund', 'address', '0.1btc', '--mixdepth', '2', '--fee-rate', '3'), {
    command: 'bond fund',
    address: 'address',
    amount: '0.1btc',
    mixdepth: 2,
    feeRate: 3,
  });
  t.deepEqual(await invocationOf('bond', 'list'), { command: 'bond list', offline: false });
  t.deepEqual(await invocationOf('bond', 'recover'), { command: 'bond recover' });
  t.deepEqual(await invocationOf('bond', 'watch', KEY, '--until', '2031-01', '--coin', COIN.toUpperCase()), {
    command: 'bond watch',
    publicKey: KEY,
    until: '2031-01',
    coin: parseOutpoint(COIN),
  });
  t.deepEqual(await invocationOf('bond', 'certify', 'address', '--signature', 'H+/='), {
    command: 'bond certify',
    address: 'address',
    signature: 'H+/=',
  });
  t.deepEqual(await invocationOf('bond', 'redeem', COIN), {
    command: 'bond redeem',
    bond: COIN,
    destination: 'INTERNAL',
  });
  t.deepEqual(await invocationOf('bond', 'redeem', 'address', 'elsewhere', '--psbt', 'file'), {
    command: 'bond redeem',
    bond: 'address',
    destination: 'elsewhere',
    psbt: 'file',
  });
  t.deepEqual(await invocationOf('bond', 'value', '1btc', '--until', '2031-01', '--interest', '0.02'), {
    command: 'bond value',
    amount: '1btc',
    until: '2031-01',
    interest: 0.02,
    orderbook: false,
    makers: 9,
  });
});

test('what is missing or out of bounds is refused', async (t) => {
  for (const words of [
    ['create'],
    ['fund', 'address'],
    ['watch', KEY],
    ['watch', KEY, '--until', '2031-01', '--coin', 'abc'],
    ['certify', 'address', '--periods', '0'],
    ['certify', 'address', '--periods', '105'],
    ['value', '1btc'],
    ['value', '1btc', '--until', '2031-01', '--makers', '0'],
    ['value', '1btc', '--until', '2031-01', '--makers', '101'],
    ['value', '1btc', '--until', '2031-01', '--interest', '0'],
    ['redeem'],
  ]) {
    await t.throwsAsync(invocationOf('bond', ...words), undefined, words.join(' '));
  }
  for (const periods of ['1', '104']) {
    t.like(await invocationOf('bond', 'certify', 'address', '--periods', periods), {
      periods: Number(periods),
    });
  }
});
