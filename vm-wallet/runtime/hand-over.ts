import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import type { BroadcastOutcome, ChainClient } from '../../shared/bridge/chain.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { accept, JmError, refuse, type Result } from '../../shared/errors.ts';
import { scriptIndex } from '../chain/watch-list.ts';
import { applyOwnTransaction, refuseTransaction, type Booking } from '../chain/ledger.ts';
import type { WalletState } from '../store/state.ts';
import type { WalletContext } from './context.ts';
import { promiseAgain } from './promise-again.ts';

/** The transaction is signed and booked, and nobody knows yet whether it is out. */
export class HandOverError extends JmError<'broadcast-unknown'> {}

/**
 * Writes a signed transaction of ours down, and only then lets anybody see it. A refusal is booked back: the coins are ours to spend
 * again, and the refused transaction is remembered.
 * @param also Changes that must be on disk together with the transaction.
 * @param onRefusal Changes that must be on disk together with the refusal.
 * @returns Who broadcast it, or the node's reason against it.
 * @throws StoreError; HandOverError when the net VM failed in between: the transaction stays booked.
 */
export async function handOver(
  context: WalletContext,
  signed: Uint8Array,
  booking: Omit<Booking, 'now'>,
  broadcast: () => Promise<Result<string, string>>,
  also: (draft: WalletState) => void = () => undefined,
  onRefusal: (draft: WalletState) => void = () => undefined,
): Promise<Result<string, string>> {
  const { store, keys, now, config } = context;
  const { txid } = parseTransaction(signed);
  const scripts = scriptIndex(store, keys);
  await store.commit((draft) => {
    const { maxSatsFreezeReuse } = config.policy;
    applyOwnTransaction(draft, signed, scripts, { ...booking, now: now() }, maxSatsFreezeReuse);
    also(draft);
  });
  const outcome = await broadcast().catch((cause: unknown) => {
    throw new HandOverError(
      'broadcast-unknown',
      `The net VM failed while it was given the transaction ${txid}; it may be out or not`,
      {
        cure: 'It is kept. Run "jm-wallet display": what is not in a block by then is broadcast again.',
        cause,
      },
    );
  });
  if (!outcome.ok) {
    await store.commit((draft) => {
      refuseTransaction(draft, txid, { at: now(), reason: outcome.error });
      onRefusal(draft);
      promiseAgain(draft, txid, now());
    });
  }
  return outcome;
}

/** Whether our node would take it: what it refuses, nobody else is to see. @throws BridgeError */
export async function testByOwnNode(
  chain: Pick<ChainClient, 'testAccept'>,
  signed: Uint8Array,
): Promise<Result<null, string>> {
  const outcome = await chain.testAccept(signed);
  return outcome.accepted || isKnown(outcome) ? accept(null) : refuse(outcome.reason);
}

/** Broadcasts by our own node, which relays nothing that it would not take itself. @throws BridgeError */
export async function broadcastByOwnNode(
  chain: Pick<ChainClient, 'broadcast'>,
  signed: Uint8Array,
): Promise<Result<string, string>> {
  const outcome = await chain.broadcast(signed);
  return outcome.accepted || isKnown(outcome) ? accept('self') : refuse(outcome.reason);
}

/**
 * Gives the node once more what is booked and not in a block: the process may have been killed right before the broadcast, and
 * mempools forget.
 */
export async function broadcastAgain(
  { store, now }: WalletContext,
  chain: ChainClient,
  report: (text: string) => void,
): Promise<void> {
  for (const [txid, { raw, byOwnNode }] of Object.entries(store.state.pending)) {
    if (await chain.inMempool(parseTransaction(fromHex(raw)).txid)) {
      report(`${txid} waits for a block`);
      continue;
    }
    if (!byOwnNode) {
      report(`${txid} is in no block, and only peers may broadcast it`);
      continue;
    }
    const outcome = await broadcastByOwnNode(chain, fromHex(raw));
    if (outcome.ok) {
      report(`broadcast ${txid} again`);
      continue;
    }
    // A maker may have spent its coin elsewhere: ours must not stay bound to what can't confirm any more.
    await store.commit((draft) => {
      refuseTransaction(draft, txid, { at: now(), reason: outcome.error });
      promiseAgain(draft, txid, now());
    });
    report(`the node refuses ${txid} now: ${outcome.error}; its coins are free again`);
  }
}

/** A peer may have been faster, and a block faster than our look at the mempool. */
function isKnown(outcome: BroadcastOutcome): boolean {
  return !outcome.accepted && /already/iu.test(outcome.reason);
}
