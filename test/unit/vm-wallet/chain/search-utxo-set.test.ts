import test from 'ava';
import { blockHash } from '../../../../shared/bitcoin/outpoint.ts';
import type { UtxoSetFindings } from '../../../../shared/bridge/chain-scan.ts';
import { searchUtxoSet } from '../../../../vm-wallet/chain/search-utxo-set.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';

const NOTHING = { descriptors: [], scripts: [] };
const FOUND: UtxoSetFindings = { height: 1, block: blockHash('22'.repeat(32)), coins: [] };

test('tells how far it is until it has ended', async (t) => {
  let end: (findings: UtxoSetFindings) => void = () => undefined;
  const answers = [
    () => Promise.reject(new Error('busy')),
    () => Promise.resolve(null),
    () => Promise.resolve(40),
  ];
  const seen: number[] = [];
  const client = chainClientOf({
    scanUtxoSet: () => new Promise((resolve) => (end = resolve)),
    utxoSetProgress: () => answers.shift()?.() ?? Promise.resolve(90),
  });
  const findings = await searchUtxoSet(client, NOTHING, {
    pollMs: 1,
    onProgress: (percent) => {
      seen.push(percent);
      if (percent === 90) end(FOUND);
    },
  });
  t.is(findings, FOUND);
  t.deepEqual(seen.slice(0, 2), [40, 90]);
});

test('an abort ends the search in the node, whatever the node says to it', async (t) => {
  for (const answer of [() => Promise.resolve(), () => Promise.reject(new Error('no'))]) {
    const stop = new AbortController();
    let asked = 0;
    const client = chainClientOf({
      scanUtxoSet: () => {
        queueMicrotask(() => {
          stop.abort();
        });
        return new Promise(() => undefined);
      },
      abortUtxoSetScan: () => {
        asked += 1;
        return answer();
      },
    });
    const reason: unknown = await searchUtxoSet(client, NOTHING, { signal: stop.signal }).catch(
      (error: unknown) => error,
    );
    t.is(reason, stop.signal.reason);
    t.is(asked, 1);
  }
});

test('asks nothing when it was aborted before', async (t) => {
  const reason: unknown = await searchUtxoSet(chainClientOf({}), NOTHING, {
    signal: AbortSignal.abort(),
  }).catch((error: unknown) => error);
  t.like(reason, { name: 'AbortError' });
});

test('what went wrong in the search is told', async (t) => {
  const client = chainClientOf({ scanUtxoSet: () => Promise.reject(new Error('the node is busy')) });
  await t.throwsAsync(searchUtxoSet(client, NOTHING, { signal: new AbortController().signal }), {
    message: /busy/u,
  });
});
