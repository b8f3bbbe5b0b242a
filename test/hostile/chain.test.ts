// Malformed answers and headers; chain-lies.test.ts has the table of all lies about the chain.
import test from 'ava';
import type { Socket } from 'node:net';
import { Transaction } from 'bitcoinjs-lib';
import { parseHeader } from '../../shared/bitcoin/header.ts';
import { encodeFrame } from '../../shared/bridge/frame.ts';
import { toHex, utf8 } from '../../shared/crypto/bytes.ts';
import { json, type Machine } from '../../scripts/regtest/pit.ts';
import { startEvilNetVm, type Attack } from '../fixtures/evil-net-vm.ts';
import { createWallet, failure, POLICY, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);
let victim: Machine;

test.serial.before(async () => {
  victim = await pit().addMachine('victim', { config: POLICY, netVm: false });
  await createWallet(victim);
  await pit().fund(victim, 0, [5_000_000n, 7_000_000n]);
  await pit().node.mine(6);
  await honestly(async () => {
    await json(victim.wallet('--json', 'display'));
  });
  await pit().node.mine(2);
});

async function honestly(act: () => Promise<void>): Promise<void> {
  const net = await startEvilNetVm(victim, {});
  try {
    await act();
  } finally {
    await net.close();
  }
}

/** Runs one attack during `display`, then checks that an honest net VM finds the wallet as it was. */
async function attacked(attack: Attack): Promise<{ readonly code: string; readonly message: string }> {
  const net = await startEvilNetVm(victim, attack);
  try {
    return await failure(victim, 'display');
  } finally {
    await net.close();
  }
}

async function stateIsIntact(): Promise<number> {
  let total = 0;
  await honestly(async () => {
    ({ total } = await json<{ total: number }>(victim.wallet('--json', 'display')));
  });
  return total;
}

const cases: Record<string, { readonly attack: () => Attack; readonly code: RegExp; readonly says: RegExp }> =
  {
    'a header without work': {
      attack: () => ({
        chain: (honest) => ({
          headers: async (from, count) =>
            (await honest.headers(from, count)).map((raw, index, all) => {
              // Single headers are only compared with ours; the last of a batch is news.
              if (all.length === 1 || index !== all.length - 1) return raw;
              // The first nonce that leaves the hash above regtest's target.
              const bad = Uint8Array.from(raw);
              for (let nonce = 0; ; nonce += 1) {
                bad[76] = nonce;
                if (BigInt(`0x${parseHeader(bad).hash}`) >> 255n === 1n) return bad;
              }
            }),
        }),
      }),
      code: /^chain-no-work$/u,
      says: /proof of work/u,
    },
    'a header that does not link': {
      attack: () => ({
        chain: (honest) => ({
          headers: async (from, count) => [...(await honest.headers(from, count))].reverse(),
        }),
      }),
      code: /^chain-/u,
      says: /./u,
    },
    'a reorganisation to less work': {
      attack: () => ({
        chain: (honest) => ({
          status: async () => ({ ...(await honest.status()), height: 3 }),
        }),
      }),
      code: /^chain-less-work$/u,
      says: /./u,
    },
    'another chain': {
      attack: () => ({
        chain: (honest) => ({ status: async () => ({ ...(await honest.status()), chain: 'main' }) }),
      }),
      code: /^node-wrong-network$/u,
      says: /"main"/u,
    },
    'a chain that is still syncing': {
      attack: () => ({
        chain: (honest) => ({ status: async () => ({ ...(await honest.status()), syncing: true }) }),
      }),
      code: /^node-syncing$/u,
      says: /still syncing/u,
    },
    'garbage as filters': {
      attack: () => ({
        chain: () => ({
          filters: (_from, count) =>
            Promise.resolve(Array.from({ length: count }, () => Uint8Array.of(0xfe, 0xff))),
        }),
      }),
      code: /^chain-/u,
      says: /filter/u,
    },
    'fewer filters than blocks': {
      attack: () => ({ chain: () => ({ filters: () => Promise.resolve([]) }) }),
      code: /^chain-/u,
      says: /filter/u,
    },
    'an answer that no schema allows': {
      attack: () => ({
        chain: (honest) => ({ status: async () => ({ ...(await honest.status()), height: -1 }) }),
      }),
      code: /^bridge-schema-violation$/u,
      says: /status/u,
    },
    'more headers than asked for': {
      attack: () => ({
        chain: (honest) => ({ headers: async (from) => await honest.headers(Math.max(0, from - 5), 12) }),
      }),
      code: /^(bridge-schema-violation|chain-)/u,
      says: /./u,
    },
    'a frame over its limit': {
      attack: () => ({
        rawChain: afterHello((stream) => stream.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 3, 0, 0, 0, 1]))),
      }),
      code: /^frame-oversized$/u,
      says: /limit/u,
    },
    'a frame of unknown kind': {
      attack: () => ({
        rawChain: afterHello((stream) => stream.write(Buffer.from([0, 0, 0, 0, 99, 0, 0, 0, 1]))),
      }),
      code: /^frame-unknown-kind$/u,
      says: /99/u,
    },
    'a frame cut short': {
      attack: () => ({ rawChain: afterHello((stream) => stream.end(Buffer.from([0, 0, 1, 0, 3, 0]))) }),
      code: /^(frame-truncated|call-died)$/u,
      says: /./u,
    },
    'noise instead of a protocol': {
      attack: () => ({ rawChain: (stream) => stream.end(Buffer.alloc(4096, 0xa5)) }),
      code: /^frame-/u,
      says: /./u,
    },
    'an end before hello': {
      attack: () => ({ rawChain: (stream) => stream.destroy() }),
      code: /^call-died$/u,
      says: /ended/u,
    },
    'silence from the start': {
      attack: () => ({ rawChain: () => undefined }),
      code: /^hello-timeout$/u,
      says: /says nothing/u,
    },
    'silence after hello': {
      attack: () => ({ rawChain: afterHello(() => undefined) }),
      code: /^call-died$/u,
      says: /stopped answering/u,
    },
    'a half-open stream': {
      attack: () => ({ rawChain: afterHello((stream) => stream.end()) }),
      code: /^call-died$/u,
      says: /ended/u,
    },
    'an event that nobody asked for': {
      attack: () => ({
        rawChain: afterHello((stream) =>
          stream.write(encodeFrame({ kind: 'event', id: 0, payload: utf8('{}') })),
        ),
      }),
      code: /^bridge-unexpected$/u,
      says: /event/u,
    },
    'another version of the bridge': {
      attack: () => ({
        rawChain: (stream) =>
          stream.write(
            encodeFrame({
              kind: 'hello',
              id: 0,
              payload: utf8(
                JSON.stringify({ protocol: 2, service: 'jm.Chain', network: 'regtest', software: 'x' }),
              ),
            }),
          ),
      }),
      code: /^version-mismatch$/u,
      says: /1 here, 2 there/u,
    },
  };

function afterHello(then: (stream: Socket) => void): (stream: Socket) => void {
  return (stream) => {
    const hello = { protocol: 1, service: 'jm.Chain', network: 'regtest', software: 'evil' };
    stream.write(encodeFrame({ kind: 'hello', id: 0, payload: utf8(JSON.stringify(hello)) }));
    stream.once('data', () => {
      then(stream);
    });
  };
}

for (const [name, { attack, code, says }] of Object.entries(cases)) {
  test.serial(`the net VM sends ${name}`, async (t) => {
    const error = await attacked(attack());
    t.regex(error.code, code);
    t.regex(error.message, says);
    t.is(await stateIsIntact(), 12_000_000);
    // Each attack needs news that the wallet has not verified yet.
    await pit().node.mine(2);
  });
}

test.serial('the net VM sends a block with other transactions', async (t) => {
  await pit().fund(victim, 1, [1_000_000n]);
  await pit().node.mine(1);
  const error = await attacked({
    chain: (honest) => ({
      block: async (hash) => {
        const raw = Uint8Array.from(await honest.block(hash));
        // The last transaction's locktime: it still parses, and its txid is another.
        raw[raw.length - 1] = (raw[raw.length - 1] ?? 0) ^ 1;
        return raw;
      },
    }),
  });
  t.is(error.code, 'chain-bad-block');
  t.is(await stateIsIntact(), 13_000_000);
});

test.serial('the net VM estimates a fee of one bitcoin', async (t) => {
  const destination = (await pit().node.rpc('getnewaddress', ['', 'bech32'], 'miner')) as string;
  const net = await startEvilNetVm(victim, {
    chain: () => ({
      feeEstimate: () => Promise.resolve({ satsPerKvb: 700_000_000, mempoolMinimumSatsPerKvb: 700_000_000 }),
    }),
  });
  const error = await failure(victim, '--yes', 'send', '0.01btc', destination);
  await net.close();
  t.is(error.code, 'fee-absurd');
  t.is(await stateIsIntact(), 13_000_000);
});

test.serial('the net VM refuses a payment and keeps it: what is paid instead rules it out', async (t) => {
  const destination = (await pit().node.rpc('getnewaddress', ['', 'bech32'], 'miner')) as string;
  const seen: Uint8Array[] = [];
  const net = await startEvilNetVm(victim, {
    chain: () => ({
      broadcast: (transaction) => {
        seen.push(transaction);
        return Promise.resolve({ accepted: false, reason: 'because' });
      },
    }),
  });
  const error = await failure(victim, '--yes', 'send', '0.01btc', destination);
  await net.close();
  t.is(error.code, 'send-rejected');
  t.is(seen.length, 1);
  const [only = new Uint8Array()] = seen;
  t.is(Transaction.fromBuffer(only).outs.filter(({ value }) => value === 1_000_000n).length, 1);
  t.is(await stateIsIntact(), 13_000_000);

  const honest = await startEvilNetVm(victim, {});
  const { txid } = await json<{ txid: string }>(
    victim.wallet('--json', '--yes', 'send', '0.01btc', destination),
  );
  await honest.close();
  const paid = Transaction.fromHex((await pit().node.rpc('getrawtransaction', [txid])) as string);
  const inputs = (transaction: Transaction): string[] =>
    transaction.ins.map(({ hash, index }) => `${toHex(hash)}:${index}`);
  const kept = inputs(Transaction.fromBuffer(only));
  t.true(inputs(paid).some((input) => kept.includes(input)));
  await pit().node.mine(1);
  const [verdict] = (await pit().node.rpc('testmempoolaccept', [[toHex(only)]])) as readonly {
    allowed: boolean;
  }[];
  t.false(verdict?.allowed);
});
