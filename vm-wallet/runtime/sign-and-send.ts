import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import type { Txid } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { accept, type Result } from '../../shared/errors.ts';
import type { Booking } from '../chain/ledger.ts';
import { assemble } from '../coinjoin/input-witness.ts';
import { signPermitted, type SigningPermit } from '../rules/gate.ts';
import type { WalletState } from '../store/state.ts';
import type { WalletContext } from './context.ts';
import { broadcastByOwnNode, handOver } from './hand-over.ts';

/**
 * Signs a permitted transaction whose inputs are all ours, writes it down, and broadcasts it by our own node.
 * @returns Its txid, which for nested coins is another one than before the signatures; or the node's reason against it.
 * @throws StoreError, HandOverError, RuleError
 */
export async function signAndSend(
  context: WalletContext,
  chain: ChainClient,
  granted: SigningPermit,
  booking: Pick<Booking, 'amount' | 'minerFee' | 'replaces'>,
  also?: (draft: WalletState, txid: Txid) => void,
  onRefusal?: (draft: WalletState) => void,
): Promise<Result<Txid, string>> {
  const signatures = await signPermitted(granted, context);
  const signed = assemble(
    granted.raw,
    signatures.map(({ witness }) => witness),
  );
  const { txid } = parseTransaction(signed);
  const outcome = await handOver(
    context,
    signed,
    { kind: 'send', coinjoinFee: null, peers: [], round: null, byOwnNode: true, ...booking },
    () => broadcastByOwnNode(chain, signed),
    (draft) => also?.(draft, txid),
    onRefusal,
  );
  return outcome.ok ? accept(txid) : outcome;
}
