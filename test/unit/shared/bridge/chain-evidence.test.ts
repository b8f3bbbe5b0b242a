import test from 'ava';
import { duplexPair } from 'node:stream';
import { blockHash, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import {
  MAX_PROOF_BYTES,
  MAX_TRANSACTION_BYTES,
  type CoinEvidence,
} from '../../../../shared/bridge/chain.ts';
import { connectChain } from '../../../../shared/bridge/chain-client.ts';
import { serveChain, type ChainHandler } from '../../../../shared/bridge/chain-server.ts';

const SAID = { protocol: 1, network: 'regtest', software: 'test' } as const;
const COIN = { txid: txid('11'.repeat(32)), vout: 0 };

function evidence(transactionBytes: number, proofBytes: number): CoinEvidence {
  return {
    transaction: new Uint8Array(transactionBytes),
    confirmation: { block: blockHash('22'.repeat(32)), height: 1, proof: new Uint8Array(proofBytes) },
  };
}

/** Asks an honest net VM for coins with this evidence, one after the other on one call. */
async function ask(...all: readonly CoinEvidence[]): Promise<readonly (number | string)[]> {
  const left = [...all];
  const unused = (): Promise<never> => Promise.reject(new Error('not asked'));
  const handler: ChainHandler = {
    status: unused,
    headers: unused,
    filters: unused,
    block: unused,
    fetchBlock: unused,
    coin: () => Promise.resolve(left.shift() ?? null),
    feeEstimate: unused,
    inMempool: unused,
    testAccept: unused,
    broadcast: unused,
    waitForBlock: unused,
    watch: unused,
    ownTransactions: unused,
    scanUtxoSet: unused,
    utxoSetProgress: unused,
    abortUtxoSetScan: unused,
  };
  const [near, far] = duplexPair();
  const [client] = await Promise.all([connectChain(near, SAID), serveChain(far, SAID, handler)]);
  const answers: (number | string)[] = [];
  while (answers.length < all.length) {
    answers.push(
      await client.coin(COIN).then(
        (found) => (found?.transaction.length ?? 0) + (found?.confirmation?.proof.length ?? 0),
        (error: unknown) => (error instanceof PeerFailure ? error.code : 'the call is over'),
      ),
    );
  }
  await client.close();
  return answers;
}

test('evidence under and at its limits is carried; over them it costs that coin, and not the call', async (t) => {
  const answers = await ask(
    evidence(MAX_TRANSACTION_BYTES - 1, 100),
    evidence(MAX_TRANSACTION_BYTES, MAX_PROOF_BYTES),
    evidence(MAX_TRANSACTION_BYTES + 1, 100),
    evidence(700_000, 100),
    evidence(100, MAX_PROOF_BYTES + 1),
    evidence(100, 100),
  );
  t.deepEqual(answers, [
    MAX_TRANSACTION_BYTES + 99,
    MAX_TRANSACTION_BYTES + MAX_PROOF_BYTES,
    'evidence-too-large',
    'evidence-too-large',
    'evidence-too-large',
    200,
  ]);
});
