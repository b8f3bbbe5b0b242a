import test from 'ava';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import type { Running } from '../../scripts/regtest/processes.ts';
import type { RoundView } from '../../vm-wallet/runtime/round-standing.ts';
import { UNSEEN } from '../../vm-wallet/store/leases.ts';
import type { ReadonlyState } from '../../vm-wallet/store/wallet-store.ts';
import { WalletStore } from '../../vm-wallet/store/wallet-store.ts';
import { startEvilNetVm, type Attack } from '../fixtures/evil-net-vm.ts';
import { fundedMachine, POLICY, startMakers, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);
const SHORT_WAIT = `${POLICY}\n[TIMEOUT]\nmaker_timeout_sec = 20`;
const JOIN = ['--json', '--yes', 'coinjoin', '0.01btc', 'INTERNAL', '--makers', '2'] as const;

/** What is on disk, read as the wallet itself would read it. */
async function stateOf(machine: Machine): Promise<ReadonlyState> {
  const store = await WalletStore.open({
    file: path.join(machine.dataDir, 'wallets/wallet.jmw'),
    password: machine.password,
  });
  try {
    return structuredClone(store.state);
  } finally {
    store.close();
  }
}

/** Everything that was promised before is still known, and no address stands twice. */
function keepsEverything(before: ReadonlyState, after: ReadonlyState): string[] {
  // A taker's addresses are first seen in `tx`; those of a round that was killed before that are free again.
  const unseen = Object.values(before.rounds)
    .filter(({ stage, outcome }) => stage === UNSEEN && outcome === 'open')
    .flatMap(({ addresses }) => addresses);
  const seen = Object.keys(before.shown).filter((key) => !unseen.includes(key));
  const lost = [
    ...seen.filter((key) => after.shown[key]?.address !== before.shown[key]?.address),
    ...Object.keys(before.commitments).filter((key) => after.commitments[key] === undefined),
    ...Object.keys(before.rounds).filter((key) => after.rounds[key] === undefined),
    ...before.history
      .map(({ txid }) => txid)
      .filter((txid) => !after.history.some((entry) => entry.txid === txid)),
  ];
  const addresses = Object.values(after.shown).map(({ address }) => address);
  return [...lost, ...addresses.filter((address, index) => addresses.indexOf(address) !== index)];
}

/** Where `rounds` must say that a taker stands that was killed at a moment. */
const STANDINGS: Readonly<Record<string, Partial<RoundView>>> = {
  fill: { role: 'taker', standing: 'unsigned', txid: null, cure: '', open: false },
  auth: { role: 'taker', standing: 'unsigned', txid: null, cure: '', open: false },
  tx: { role: 'taker', standing: 'unsigned', txid: null, cure: '', open: false },
  broadcast: { role: 'taker', standing: 'waiting', open: true },
};

/** Runs a taker that is killed when its net VM sees the given line leave, or is asked to broadcast. */
async function killTakerAt(
  taker: Machine,
  moment: string,
): Promise<{ readonly commitments: readonly string[] }> {
  let kill: () => void = () => undefined;
  const attack: Attack = {
    send: (_to, line) => {
      if (line.startsWith(`!${moment} `)) kill();
      return true;
    },
    chain: (honest) => ({
      broadcast: async (transaction) => {
        if (moment === 'broadcast') kill();
        return honest.broadcast(transaction);
      },
    }),
  };
  const net = await startEvilNetVm(taker, attack);
  const running = taker.startWallet(JOIN);
  const killed = new Promise<void>((resolve) => {
    kill = () => {
      running.signal('SIGKILL');
      resolve();
    };
  });
  await Promise.race([killed, endedEarly(running, moment)]);
  await running.exited;
  await net.close();
  return {
    commitments: net.sent
      .map(({ line }) => / P([0-9a-f]{64}) /u.exec(line)?.[1] ?? '')
      .filter((text) => text !== ''),
  };
}

/** Rejects when a process ends before the moment that a test waits for. */
async function endedEarly(running: Running, moment: string): Promise<never> {
  const code = await running.exited;
  // A kill ends it as well; the promise that tells of it has won the race then.
  throw new Error(`it ended with ${code ?? 'a signal'} before ${moment}:\n${running.notes.join('\n')}`);
}

test.serial('a taker that is killed at any stage loses nothing and reuses nothing', async (t) => {
  const makers = await startMakers(pit(), 2, 'maker-for-taker');
  const taker = await fundedMachine(
    pit(),
    'killed-taker',
    Array.from({ length: 6 }, () => 5_000_000n),
    {
      config: SHORT_WAIT,
      netVm: false,
    },
  );
  const used = new Set<string>();
  for (const moment of ['fill', 'auth', 'tx', 'broadcast']) {
    const before = await stateOf(taker);
    const { commitments } = await killTakerAt(taker, moment);
    const after = await stateOf(taker);
    t.deepEqual(keepsEverything(before, after), [], moment);
    const [latest] = await json<RoundView[]>(taker.wallet('--json', 'rounds'));
    t.like(latest, STANDINGS[moment] ?? {}, moment);
    // What left the wallet was on disk before, and had never left before.
    for (const commitment of new Set(commitments)) {
      t.false(used.has(commitment), moment);
      t.true(after.commitments[commitment] !== undefined, moment);
      used.add(commitment);
    }
    t.true(used.size > 0);
  }
  await pit().node.mine(1);
  const net = await startEvilNetVm(taker, {});
  t.teardown(() => net.close());
  const { total } = await json<{ total: number }>(taker.wallet('--json', 'display'));
  const state = await stateOf(taker);
  const joined = state.history.find(({ kind }) => kind === 'coinjoin-taker');
  t.true(joined !== undefined && joined.height !== null);
  t.is(total, 30_000_000 - Number(joined?.minerFee) - Number(joined?.coinjoinFee));
  await Promise.all(makers.map((maker) => maker.stop()));
});

test.serial('a maker that is killed at any stage loses nothing and reuses nothing', async (t) => {
  await startMakers(pit(), 1, 'maker-beside');
  const maker = await fundedMachine(
    pit(),
    'killed-maker',
    Array.from({ length: 4 }, () => 8_000_000n),
    {
      config: POLICY,
      netVm: false,
    },
  );
  for (const moment of ['pubkey', 'ioauth', 'sig']) {
    const before = await stateOf(maker);
    let kill: () => void = () => undefined;
    const net = await startEvilNetVm(maker, {
      send: (_to, line) => {
        if (line.startsWith(`!${moment} `)) kill();
        return true;
      },
    });
    t.teardown(() => net.close());
    const running = maker.startWallet(['--json', 'maker']);
    await running.waitForLine((line) => line.includes('"ready"'), 'its offers stood');
    const killed = new Promise<void>((resolve) => {
      kill = () => {
        running.signal('SIGKILL');
        resolve();
      };
    });
    const taker = await fundedMachine(
      pit(),
      `taker-${moment}-${randomBytes(2).toString('hex')}`,
      [5_000_000n],
      {
        config: SHORT_WAIT,
      },
    );
    const attempt = taker.startWallet(JOIN);
    await Promise.race([killed, endedEarly(attempt, moment)]);
    attempt.signal('SIGTERM');
    await Promise.all([running.exited, attempt.exited]);
    await net.close();
    const after = await stateOf(maker);
    t.deepEqual(keepsEverything(before, after), [], moment);
    const fresh = Object.keys(after.shown).length - Object.keys(before.shown).length;
    t.is(fresh, moment === 'pubkey' ? 0 : 2, `${moment}: addresses are on disk before ioauth leaves`);
    if (moment === 'sig') {
      const signed = Object.values(after.rounds).filter(({ stage }) => stage === 'signed');
      t.is(signed.length, 1);
      t.true(signed.every(({ coins }) => coins.every((coin) => after.leases[coin] !== undefined)));
    }
  }
});
