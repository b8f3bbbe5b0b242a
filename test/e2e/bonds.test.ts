import test from 'ava';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { equalBytes, fromHex, toHex } from '../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../shared/crypto/sign.ts';
import { bondScript } from '../../shared/jm/bond/script.ts';
import { locktimeOf, timeNumberOfMonth } from '../../shared/jm/bond/time-number.ts';
import { signUserMessage } from '../../vm-wallet/keys/message-signature.ts';
import { fundedMachine, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);
const UNTIL = `${new Date().getUTCFullYear() + 4}-01`;
/** Blocks for which a certificate is made. */
const PERIOD = 2016;
/** Of a bond that no wallet here can spend. */
const COLD = fromHex('0c'.repeat(32));

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

let opening: Promise<{ readonly maker: Machine; readonly taker: Machine }> | null = null;

function machines(): Promise<{ readonly maker: Machine; readonly taker: Machine }> {
  opening ??= (async () => ({
    maker: await fundedMachine(pit(), 'bonded', [50_000_000n, 30_000_000n]),
    taker: await fundedMachine(pit(), 'curious', [20_000_000n]),
  }))();
  return opening;
}

/** What a bond would weigh in the live order book, as the taker sees it. */
function ask(taker: Machine, amount: string): Promise<Reckoned> {
  const wish = ['bond', 'value', amount, '--until', UNTIL, '--orderbook', '--makers', '1'];
  return json<Reckoned>(taker.wallet('--json', ...wish));
}

function coldScript(): Uint8Array {
  return bondScript(publicKeyOf(COLD), locktimeOf(timeNumberOfMonth(UNTIL)));
}

test.serial('a maker announces its bond, and others believe it as far as the chain proves it', async (t) => {
  const { maker, taker } = await machines();
  const { address } = await json<{ address: string }>(
    maker.wallet('--json', '--yes', 'bond', 'create', '--until', UNTIL),
  );
  await json(maker.wallet('--json', '--yes', 'bond', 'fund', address, '0.2btc', '--fee-rate', '3'));
  await pit().node.mine(6);
  const list = await json<Listed>(maker.wallet('--json', 'bond', 'list'));
  t.is(list.announced?.length, 66);
  t.true((list.bonds[0]?.coins[0]?.value ?? 0) > 0);
  const running = maker.startWallet(['--json', 'maker']);
  await running.waitForLine((line) => line.includes('"ready"'), 'its offers stood');
  const less = await ask(taker, '0.1btc');
  t.like(less, { makers: 1, bonded: 1, rank: 2 });
  const more = await ask(taker, '0.4btc');
  t.like(more, { makers: 1, bonded: 1, rank: 1 });
  t.true(more.picked > less.picked && less.picked > less.pickedWithout);
  await running.stop();
});

test.serial('a bond whose key is elsewhere is announced by its certificate, and believed', async (t) => {
  const { maker, taker } = await machines();
  const script = coldScript();
  const address = addressOfScript(script, 'regtest');
  const txid = await pit().node.pay(address, 100_000_000n);
  const raw = (await pit().node.rpc('getrawtransaction', [txid])) as string;
  const vout = parseTransaction(fromHex(raw)).outputs.findIndex((output) =>
    equalBytes(output.script, script),
  );
  await pit().node.mine(6);
  const watch = ['bond', 'watch', toHex(publicKeyOf(COLD)), '--until', UNTIL, '--coin', `${txid}:${vout}`];
  t.like(await json(maker.wallet('--json', ...watch)), { address });
  const certify = ['--json', 'bond', 'certify', address];
  const { message } = await json<{ message: string }>(maker.wallet(...certify));
  await json(maker.wallet(...certify, '--signature', signUserMessage(message, COLD)));

  const running = maker.startWallet(['--json', 'maker']);
  await running.waitForLine((line) => line.includes('"ready"'), 'its offers stood');
  // Its own bond would leave the first place to as much: see the test above.
  t.like(await ask(taker, '0.4btc'), { makers: 1, bonded: 1, rank: 2 });
  await running.stop();
});

test.serial('a maker withdraws its offers and stops with the block after its certificate', async (t) => {
  const { maker, taker } = await machines();
  const certify = ['--json', 'bond', 'certify', addressOfScript(coldScript(), 'regtest')];
  const { message } = await json<{ message: string }>(maker.wallet(...certify, '--periods', '1'));
  await json(maker.wallet(...certify, '--signature', signUserMessage(message, COLD)));
  const running = maker.startWallet(['--json', 'maker']);
  await running.waitForLine((line) => line.includes('"ready"'), 'its offers stood');

  const height = (await pit().node.rpc('getblockcount')) as number;
  await pit().node.mine(PERIOD - height);
  await running.waitForNote((note) => note.endsWith(`block ${PERIOD}`), 'it saw the last good block');
  t.like(await ask(taker, '0.4btc'), { makers: 1, bonded: 1 });
  await pit().node.mine(1);
  t.is(await running.exited, 1);
  const [last = ''] = running.lines.slice(-1);
  t.like(JSON.parse(last), { error: { code: 'maker-bond-trouble' } });
  t.regex(last, new RegExp(`expired with block ${PERIOD}`, 'u'));
  t.like(await ask(taker, '0.4btc'), { makers: 0 });
});
