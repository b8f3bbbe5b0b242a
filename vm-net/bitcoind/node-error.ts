import { JmError } from '../../shared/errors.ts';
import { visibleAscii } from '../../shared/visible-text.ts';

/** Trouble with the node, told to the wallet with its cure. */
export class NodeError extends JmError<
  | 'node-unreachable'
  | 'node-credentials'
  | 'node-busy'
  | 'node-syncing'
  | 'node-without-filter-index'
  | 'node-without-wallet'
  | 'node-bad-answer'
  | 'node-refused'
  | 'block-pruned'
  | 'node-no-block'
> {}

/** Error codes of bitcoind's JSON-RPC (src/rpc/protocol.h). */
export const RPC_CODE = {
  misc: -1,
  walletNotFound: -18,
  walletAlreadyLoaded: -35,
  methodNotFound: -32601,
  notFound: -5,
  deserialization: -22,
  verify: -25,
  verifyRejected: -26,
  verifyAlreadyInChain: -27,
  inWarmup: -28,
} as const;

/** bitcoind's error as one of ours, with the cure where a user can act. */
export function nodeErrorFrom(error: { readonly code: number; readonly message: string }): NodeError {
  const { code } = error;
  const message = reasonText(error.message);
  if (code === RPC_CODE.inWarmup) {
    return new NodeError('node-syncing', `bitcoind is still starting: ${message}`, {
      cure: 'Wait until it has started, and try again.',
    });
  }
  if (/index is not enabled/iu.test(message)) {
    return new NodeError('node-without-filter-index', 'The node runs without compact block filters', {
      cure: 'Add blockfilterindex=1 to its bitcoin.conf and restart it.',
    });
  }
  if (/in the process of being indexed/iu.test(message)) {
    return new NodeError('node-syncing', 'The node still builds its filter index', {
      cure: 'Wait until the index is complete, and try again.',
    });
  }
  if (/currently rescanning|scan already in progress/iu.test(message)) {
    return new NodeError('node-busy', 'The node still searches for coins, for an earlier request', {
      cure: 'Wait until it has ended, and try again.',
    });
  }
  if (code === RPC_CODE.methodNotFound) return withoutWallet();
  if (/pruned/iu.test(message)) {
    return new NodeError('block-pruned', 'The node has pruned a block that the wallet needs', {
      cure: 'Use a node that keeps all blocks, or one that prunes later.',
    });
  }
  if (code === RPC_CODE.notFound && /block not found/iu.test(message)) {
    return new NodeError('node-no-block', 'The node does not know this block');
  }
  return new NodeError('node-refused', `bitcoind: ${message}`);
}

/** A node that keeps no wallets, or whose rpcwhitelist knows none of the methods for them. */
export function withoutWallet(): NodeError {
  return new NodeError('node-without-wallet', 'The node may not search for coins itself', {
    cure: 'Take disablewallet out of its bitcoin.conf and look at its rpcwhitelist, or use the backend "filters".',
  });
}

/** Text of the node, fit for a terminal. */
export function reasonText(text: unknown): string {
  return typeof text === 'string' ? visibleAscii(text, 300) : 'no reason given';
}
