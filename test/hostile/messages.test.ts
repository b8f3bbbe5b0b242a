import test from 'ava';
import type { MessagesEvent } from '../../shared/bridge/messages.ts';
import { fromBytes } from '../../shared/crypto/random.ts';
import { createBoxKeyPair } from '../../shared/jm/box.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { nickKeyFrom } from '../../shared/jm/nick-key.ts';
import { signedLine } from '../../shared/jm/signed-line.ts';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { startEvilNetVm, type Attack, type EvilNetVm } from '../fixtures/evil-net-vm.ts';
import { failure, fundedMachine, POLICY, startMakers, usePit, type Failure } from '../fixtures/pit.ts';

const pit = usePit(test);
const SHORT_WAIT = `${POLICY}\n[TIMEOUT]\nmaker_timeout_sec = 2`;
const JOIN = ['--yes', 'coinjoin', '0.01btc', 'INTERNAL', '--makers', '2'] as const;
const attackerKey = nickKeyFrom(new Uint8Array(32).fill(9));
let victim: Machine;

test.serial.before(async () => {
  await startMakers(pit(), 2);
  victim = await fundedMachine(
    pit(),
    'victim',
    Array.from({ length: 8 }, () => 20_000_000n),
    {
      config: SHORT_WAIT,
      netVm: false,
    },
  );
});

/** Runs one attacked CoinJoin that must fail; gives back the error and what the wallet had sent. */
async function attacked(attack: Attack): Promise<{ readonly error: Failure; readonly net: EvilNetVm }> {
  const net = await startEvilNetVm(victim, attack);
  try {
    return { error: await failure(victim, ...JOIN), net };
  } finally {
    await net.close();
  }
}

/** Spendable again, nothing spent: what an honest net VM finds afterwards. */
async function intact(): Promise<number> {
  const net = await startEvilNetVm(victim, {});
  try {
    const { available } = await json<{ available: number }>(victim.wallet('--json', 'display'));
    return available;
  } finally {
    await net.close();
  }
}

function lines(net: EvilNetVm, word: string): number {
  return net.sent.filter(({ line }) => line.startsWith(`!${word} `)).length;
}

function rewrite(word: string, change: (from: Nick, line: string) => string): NonNullable<Attack['tell']> {
  return (event: MessagesEvent) =>
    event.event === 'private' && event.line.startsWith(`!${word} `)
      ? [{ ...event, line: change(event.from, event.line) }]
      : [event];
}

test.serial('a forged nick signature on pubkey is no answer', async (t) => {
  const { error, net } = await attacked({
    tell: rewrite('pubkey', (_from, line) =>
      line.replace(
        / [^ ]+$/u,
        ' MEUCIQDoYd1elFb74RAdF3yDgWsow4TeY4QBYNLKSGxX8pIvcgIgRWkmhmTInQLR/g7dgzitWXjsaa+2TdyNmmpFqeBb308=',
      ),
    ),
  });
  t.is(error.code, 'coinjoin-makers-failed');
  t.regex(error.message, /J5\w{14}: no answer to fill/u);
  t.is(lines(net, 'auth'), 0);
  t.is(await intact(), 160_000_000);
});

test.serial('a swapped DH key is signed by nobody, and nothing is revealed', async (t) => {
  const swapped = createBoxKeyPair(fromBytes((length) => new Uint8Array(length).fill(5)));
  const { error, net } = await attacked({
    tell: rewrite('pubkey', () => signedLine('pubkey', swapped.publicKey, attackerKey, 'onion-network')),
  });
  t.is(error.code, 'coinjoin-makers-failed');
  t.regex(error.message, /J5\w{14}: no answer to fill/u);
  t.is(lines(net, 'auth'), 0);
  t.is(await intact(), 160_000_000);
});

test.serial('a damaged ioauth is not opened', async (t) => {
  const { error, net } = await attacked({
    tell: rewrite('ioauth', (_from, line) =>
      line.replace(/^!ioauth (.)/u, (_all, first) => `!ioauth ${first === 'A' ? 'B' : 'A'}`),
    ),
  });
  t.is(error.code, 'coinjoin-makers-failed');
  t.regex(error.message, /J5\w{14}: no answer to auth/u);
  t.true(lines(net, 'auth') >= 2);
  t.is(lines(net, 'tx'), 0);
  t.is(await intact(), 160_000_000);
});

test.serial('coins that the chain does not prove are not accepted', async (t) => {
  const { error, net } = await attacked({
    chain: (honest) => ({
      coin: async (outpoint) => {
        const evidence = await honest.coin(outpoint);
        if (evidence?.confirmation == null) return evidence;
        const proof = Uint8Array.from(evidence.confirmation.proof);
        proof[proof.length - 10] = (proof[proof.length - 10] ?? 0) ^ 1;
        return { ...evidence, confirmation: { ...evidence.confirmation, proof } };
      },
    }),
  });
  t.is(error.code, 'coinjoin-makers-failed');
  t.regex(error.message, /J5\w{14}: coin-not-found/u);
  t.is(lines(net, 'tx'), 0);
  t.is(await intact(), 160_000_000);
});

test.serial('a wrong amount in the evidence for a coin is noticed', async (t) => {
  const { error, net } = await attacked({
    chain: (honest) => ({
      coin: async (outpoint) => {
        const evidence = await honest.coin(outpoint);
        if (evidence === null) return null;
        const transaction = Uint8Array.from(evidence.transaction);
        // Somewhere in the outputs: the txid is another one then.
        const at = transaction.length - 140;
        transaction[at] = (transaction[at] ?? 0) ^ 1;
        return { ...evidence, transaction };
      },
    }),
  });
  t.is(error.code, 'coinjoin-makers-failed');
  t.regex(error.message, /J5\w{14}: coin-not-found/u);
  t.is(lines(net, 'tx'), 0);
  t.is(await intact(), 160_000_000);
});

test.serial('signatures that fit no input are ignored, and the coins are free again', async (t) => {
  const { error, net } = await attacked({
    tell: (event) => (event.event === 'private' && event.line.startsWith('!sig ') ? [] : [event]),
  });
  t.is(error.code, 'coinjoin-missing-signatures');
  t.true(lines(net, 'tx') >= 2);
  t.is(lines(net, 'push'), 0);
  t.is(await intact(), 160_000_000);
});

test.serial('the call dies in the middle of a round', async (t) => {
  let kill: () => void = () => undefined;
  const net = await startEvilNetVm(victim, {
    send: (_to, line) => {
      if (line.startsWith('!tx ')) kill();
      return true;
    },
  });
  t.teardown(() => net.close());
  kill = () => {
    void net.close();
  };
  const error = await failure(victim, ...JOIN);
  t.regex(error.code, /^call-died$/u);
  t.is(await intact(), 160_000_000);
});

test.serial('the messages die while the transaction is handed over: its outcome is told', async (t) => {
  let hangUp: () => void = () => undefined;
  let notice: () => void = () => undefined;
  const noticed = new Promise<void>((resolve) => {
    notice = resolve;
  });
  const net = await startEvilNetVm(victim, {
    chain: (honest) => ({
      broadcast: async (transaction) => {
        hangUp();
        await noticed;
        return honest.broadcast(transaction);
      },
    }),
  });
  hangUp = () => {
    net.hangUpMessages();
  };
  t.teardown(() => net.close());
  const joined = await json<{ txid: string; equalOutputs: number }>(
    victim.walletWithNotes(['--json', ...JOIN], (note) => {
      if (note.includes('handed over all the same')) notice();
    }),
  );
  await net.close();
  t.is(joined.equalOutputs, 3);
  t.deepEqual(await pit().node.rpc('getrawmempool', []), [joined.txid]);
  await pit().node.mine(1);
});

test.serial('replayed and duplicated lines change nothing: the CoinJoin succeeds', async (t) => {
  const earlier: MessagesEvent[] = [];
  const net = await startEvilNetVm(victim, {
    tell: (event) => {
      if (event.event !== 'private') return [event];
      earlier.push(event);
      return [event, event, ...earlier.slice(-6)];
    },
  });
  t.teardown(() => net.close());
  const joined = await json<{ equalOutputs: number }>(victim.wallet('--json', ...JOIN));
  await net.close();
  t.is(joined.equalOutputs, 3);
  t.is(lines(net, 'tx'), 2);
  t.is(lines(net, 'auth'), 2);
});

test.serial('a flood of public and private lines does not stop a CoinJoin', async (t) => {
  await pit().node.mine(1);
  const flood = (count: number): MessagesEvent[] =>
    Array.from({ length: count }, (_unused, index) => ({
      event: index % 2 === 0 ? 'public' : 'private',
      channel: 'onion',
      from: attackerKey.nick,
      line: index % 2 === 0 ? `!sw0reloffer ${index} 1 2 3 4` : `!fill ${index} 1 a b c`,
    }));
  const net = await startEvilNetVm(victim, { tell: (event) => [...flood(2000), event, ...flood(2000)] });
  t.teardown(() => net.close());
  const joined = await json<{ equalOutputs: number }>(victim.wallet('--json', ...JOIN));
  await net.close();
  t.is(joined.equalOutputs, 3);
});
