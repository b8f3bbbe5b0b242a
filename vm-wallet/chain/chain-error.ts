import { JmError } from '../../shared/errors.ts';

/** What is wrong with the chain that the net VM shows. */
export type ChainErrorCode =
  | 'chain-bad-link'
  | 'chain-bad-difficulty'
  | 'chain-bad-time'
  | 'chain-no-work'
  | 'chain-less-work'
  | 'chain-wrong-genesis'
  | 'chain-checkpoint'
  | 'chain-bad-block'
  | 'chain-bad-filter'
  | 'chain-incomplete'
  | 'chain-behind'
  | 'chain-moved'
  | 'node-wrong-network'
  | 'node-syncing'
  | 'node-without-filter-index'
  | 'block-pruned';

/** The net VM's chain was refused; nothing of it was kept. */
export class ChainError extends JmError<ChainErrorCode> {}

/** The cure where only a lying or broken net VM explains what we saw. */
export const SUSPECT_NET_VM =
  'Check the node in the net VM. If it is healthy, the net VM may be compromised: stop using it and make a new one.';
