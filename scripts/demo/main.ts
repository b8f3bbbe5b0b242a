import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { json, Pit } from '../regtest/pit.ts';

/*
 * A whole market on this machine: a regtest node, a directory, three makers and a taker. Each wallet is a process without network, paired
 * with a net VM process of its own; all calls between them pass the qrexec stand-in and the policy files that ship.
 */
const MAKERS = 3;
const MAKER_COINS = [60_000_000n, 40_000_000n];
const TAKER_COINS = [30_000_000n];
const AMOUNT = '10000000sat';
const MIXING_CONFIG = ['[POLICY]', `minimum_makers = ${MAKERS}`, 'tx_fees = 3000'].join('\n');

const asJson = process.argv.includes('--json');
const say = (text: string): void => {
  if (asJson) process.stderr.write(`${text}\n`);
  else process.stdout.write(`${text}\n`);
};
const bold = (text: string): string => (process.stdout.isTTY && !asJson ? `\u001b[1m${text}\u001b[0m` : text);

interface JoinResult {
  readonly txid: string;
  readonly makers: readonly string[];
  readonly amount: number;
  readonly equalOutputs: number;
  readonly minerFee: number;
  readonly coinjoinFees: number;
  readonly secondsFillToBroadcast: number;
}

async function demo(pit: Pit): Promise<void> {
  say(`  node: ${pit.node.version}, directory: ${pit.directoryAddress}`);
  const interfaces = await pit.walletInterfaces();
  const walletNetwork = pit.isolation.isolated && interfaces.length === 0 ? 'none' : 'host';
  say(`  wallets: ${pit.isolation.detail}`);

  say(bold('\nWallets'));
  const names = ['taker', ...Array.from({ length: MAKERS }, (_unused, index) => `maker${index + 1}`)];
  const machines = await Promise.all(names.map((name) => pit.addMachine(name, { config: MIXING_CONFIG })));
  const [taker, ...makers] = machines;
  if (taker === undefined) throw new Error('no taker');
  await Promise.all(machines.map((machine) => json(machine.wallet('--json', 'create', '--words', '12'))));
  await Promise.all([
    pit.fund(taker, 0, TAKER_COINS),
    ...makers.map((maker) => pit.fund(maker, 0, MAKER_COINS)),
  ]);
  const height = await pit.node.mine(6);
  say(`  ${names.length} wallets created and funded; block ${height}`);

  say(bold('\nMakers'));
  const running = makers.map((maker, index) =>
    maker.startWallet(
      ['--json', 'maker', '--ordertype', index === 2 ? 'absoffer' : 'reloffer'],
      note(maker.name),
    ),
  );
  await Promise.all(
    running.map((maker) => maker.waitForLine((line) => line.includes('"ready"'), 'its offers stood')),
  );

  say(bold('\nCoinJoin'));
  const result = await json<JoinResult>(
    taker.walletWithNotes(
      ['--json', '--yes', 'coinjoin', AMOUNT, 'INTERNAL', '--makers', String(MAKERS)],
      note('taker'),
    ),
  );
  await pit.node.mine(1);

  say(bold('\nVerified from the taker'));
  const balances = await json<{ mixdepths: { mixdepth: number; total: number }[] }>(
    taker.wallet('--json', 'display'),
  );
  const entries = await json<{ txid: string; height: number | null }[]>(taker.wallet('--json', 'history'));
  const confirmed = entries.some((entry) => entry.txid === result.txid && entry.height !== null);
  const received = balances.mixdepths.find(({ mixdepth }) => mixdepth === 1)?.total ?? 0;
  await Promise.all(
    running.map((maker) => {
      maker.signal('SIGTERM');
      return maker.exited;
    }),
  );
  const summary = {
    txid: result.txid,
    confirmed: confirmed && received === result.amount,
    makers: result.makers.length,
    amount: result.amount,
    equalOutputs: result.equalOutputs,
    minerFee: result.minerFee,
    coinjoinFees: result.coinjoinFees,
    secondsFillToBroadcast: result.secondsFillToBroadcast,
    walletNetwork,
  };
  say(`  ${result.txid}`);
  say(`  ${summary.confirmed ? 'in a verified block' : 'NOT CONFIRMED'}; mixdepth 1 holds ${received} sat`);
  say(
    `  ${summary.equalOutputs} equal outputs of ${summary.amount} sat, ${summary.makers} makers earned ${summary.coinjoinFees} sat`,
  );
  say(`  miner fee ${summary.minerFee} sat; fill to broadcast took ${summary.secondsFillToBroadcast} s`);
  say(`  network of the wallet processes: ${walletNetwork}`);
  if (asJson) process.stdout.write(`${JSON.stringify(summary)}\n`);
  if (!summary.confirmed) process.exitCode = 1;
}

function note(name: string): (line: string) => void {
  return (line) => {
    say(`  ${name.padEnd(6)} ${line}`);
  };
}

const directory = path.resolve(import.meta.dirname, '../../.cache/demo', String(process.pid));
await mkdir(directory, { recursive: true });
say(bold('Starting the market'));
const pit = await Pit.open(directory);
let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await pit.close();
  await rm(directory, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(130));
  });
}
try {
  await demo(pit);
} finally {
  await stop();
}
