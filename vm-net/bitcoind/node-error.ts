import { JmError } from '../../shared/errors.ts';

/** Trouble with the node, told to the wallet with its cure. */
export class NodeError extends JmError<
  | 'node-unreachable'
  | 'node-credentials'
  | 'node-bad-answer'
  | 'node-refused'
  | 'block-pruned'
  | 'node-no-block'
> {}
