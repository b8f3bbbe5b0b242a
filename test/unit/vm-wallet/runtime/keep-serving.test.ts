import test from 'ava';
import { BridgeError, PeerFailure, type BridgeErrorCode } from '../../../../shared/bridge/bridge-error.ts';
import { ChainError } from '../../../../vm-wallet/chain/chain-error.ts';
import { keepServing } from '../../../../vm-wallet/runtime/keep-serving.ts';
import { StoreError } from '../../../../vm-wallet/store/wallet-store.ts';
import { ALMOST_ONE, drawnRandom } from '../../../fixtures/drawn-random.ts';

/** A draw that leaves every pause as long as it is. */
const NO_JITTER = drawnRandom(0.5);

function died(code: BridgeErrorCode = 'call-died'): BridgeError {
  return new BridgeError(code, `the call: ${code}`);
}

type Call = 'works' | { readonly fails: Error; readonly isUp: boolean };

function fails(isUp: boolean, error: Error = died()): Call {
  return { fails: error, isUp };
}

/** Plays calls one after the other; what they are told and how long the pauses are is returned. */
async function served(calls: readonly Call[], random = NO_JITTER) {
  const rest = [...calls];
  const pauses: number[] = [];
  const reports: string[] = [];
  let error: unknown = null;
  await keepServing(
    (onUp) => {
      const call = rest.shift();
      if (call === undefined) throw new Error('one call too many');
      if (call === 'works') return Promise.resolve();
      if (call.isUp) onUp();
      return Promise.reject(call.fails);
    },
    {
      signal: new AbortController().signal,
      random,
      report: (text) => reports.push(text),
      pause: (seconds) => {
        pauses.push(seconds);
        return Promise.resolve();
      },
    },
  ).catch((cause: unknown) => {
    error = cause;
  });
  return { pauses, reports, error, left: rest.length };
}

test('a call that ends well is the last one', async (t) => {
  t.deepEqual(await served(['works', 'works']), { pauses: [], reports: [], error: null, left: 1 });
});

test('the first call must work, whatever its failure is', async (t) => {
  for (const error of [died(), new PeerFailure('node-down', 'any'), new Error('any')]) {
    t.deepEqual(await served([fails(false, error), 'works']), { pauses: [], reports: [], error, left: 1 });
  }
});

test('what passes by itself is called again after it once worked', async (t) => {
  const codes = ['call-died', 'call-closed', 'request-timeout', 'hello-timeout', 'daemon-down'] as const;
  for (const error of [...codes.map(died), new PeerFailure('any', 'any')]) {
    const end = await served([fails(true, error), 'works']);
    t.deepEqual(end, {
      pauses: [1],
      reports: [`${error.message}; calling again in 1 s`],
      error: null,
      left: 0,
    });
  }
});

test('what does not pass is thrown, however long it worked before', async (t) => {
  const others: readonly BridgeErrorCode[] = [
    'frame-oversized',
    'bridge-schema-violation',
    'bridge-unexpected',
    'bridge-flood',
    'version-mismatch',
    'network-mismatch',
    'call-refused',
    'service-missing',
  ];
  const errors = [
    ...others.map(died),
    new ChainError('chain-bad-link', 'any'),
    new StoreError('store-write-failed', 'any'),
    new TypeError('any'),
  ];
  for (const error of errors) {
    const end = await served([fails(true), fails(true, error), 'works']);
    t.deepEqual([end.error, end.pauses, end.left], [error, [1], 1], error.message);
  }
});

test('pauses double up to a minute', async (t) => {
  const calls = [fails(true), ...Array.from({ length: 8 }, () => fails(false)), 'works'] as const;
  t.deepEqual((await served(calls)).pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
  t.is(Math.max(...(await served(calls, drawnRandom(ALMOST_ONE))).pauses), 60);
});

test('each pause is drawn from half to one and a half of its length', async (t) => {
  const calls = [fails(true), fails(false), fails(false), 'works'] as const;
  t.deepEqual((await served(calls, drawnRandom(0))).pauses, [0.5, 1, 2]);
  const { pauses } = await served(calls, drawnRandom(ALMOST_ONE));
  t.deepEqual(
    pauses.map((seconds) => Math.round(seconds * 1000)),
    [1500, 3000, 6000],
  );
  t.deepEqual((await served(calls, drawnRandom(0, 0.5, 0.25))).pauses, [0.5, 2, 3]);
});

test('a call that works makes the next pause short again', async (t) => {
  const { pauses } = await served([
    fails(true),
    fails(false),
    fails(false),
    fails(true),
    fails(false),
    'works',
  ]);
  t.deepEqual(pauses, [1, 2, 4, 1, 2]);
});

test('an abort during the pause ends it at once', async (t) => {
  const abort = new AbortController();
  let calls = 0;
  await keepServing(
    (onUp) => {
      calls += 1;
      onUp();
      return Promise.reject(died());
    },
    {
      signal: abort.signal,
      random: NO_JITTER,
      report: () => {
        // The real pause begins behind this.
        setImmediate(() => {
          abort.abort();
        });
      },
    },
  );
  t.is(calls, 1);
});

test('a failure that the abort brings about is no failure', async (t) => {
  const abort = new AbortController();
  const reports: string[] = [];
  await keepServing(
    () => {
      abort.abort();
      return Promise.reject(new Error('torn down'));
    },
    { signal: abort.signal, random: NO_JITTER, report: (text) => reports.push(text) },
  );
  t.deepEqual(reports, []);
});

test('after an abort nobody is called', async (t) => {
  await keepServing(() => Promise.reject(new Error('called')), {
    signal: AbortSignal.abort(),
    random: NO_JITTER,
    report: () => undefined,
  });
  t.pass();
});
