import test from 'ava';
import { json } from '../../scripts/regtest/pit.ts';
import { fundedMachine, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);

interface Listed {
  readonly announced: string | null;
  readonly bonds: readonly {
    readonly address: string;
    readonly coins: readonly { readonly value: number }[];
  }[];
}

interface Reckoned {
  readonly makers: number;
  readonly bonded: number;
  readonly rank: number;
  readonly picked: number;
  readonly pickedWithout: number;
}

test.serial('a maker announces its bond, and others believe it as far as the chain proves it', async (t) => {
  const maker = await fundedMachine(pit(), 'bonded', [50_000_000n, 30_000_000n]);
  const until = `${new Date().getUTCFullYear() + 4}-01`;
  const { address } = await json<{ address: string }>(
    maker.wallet('--json', '--yes', 'bond', 'create', '--until', until),
  );
  await json(maker.wallet('--json', '--yes', 'bond', 'fund', address, '0.2btc', '--fee-rate', '3'));
  await pit().node.mine(6);
  const list = await json<Listed>(maker.wallet('--json', 'bond', 'list'));
  t.is(list.announced?.length, 66);
  t.true((list.bonds[0]?.coins[0]?.value ?? 0) > 0);
  const running = maker.startWallet(['--json', 'maker']);
  await running.waitForLine((line) => line.includes('"ready"'), 'its offers stood');

  const taker = await fundedMachine(pit(), 'curious', [20_000_000n]);
  const ask = (amount: string): Promise<Reckoned> =>
    json<Reckoned>(
      taker.wallet('--json', 'bond', 'value', amount, '--until', until, '--orderbook', '--makers', '1'),
    );
  const less = await ask('0.1btc');
  t.like(less, { makers: 1, bonded: 1, rank: 2 });
  const more = await ask('0.4btc');
  t.like(more, { makers: 1, bonded: 1, rank: 1 });
  t.true(more.picked > less.picked && less.picked > less.pickedWithout);
  await running.stop();
});
