import { JmError } from '../../shared/errors.ts';
import type { OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { Nick } from '../../shared/jm/command.ts';
import type { RoundFailure } from './round-types.ts';

/** A CoinJoin that came to nothing; the message lists each maker's reason. */
export class CoinjoinError extends JmError<
  | 'coinjoin-makers-failed'
  | 'coinjoin-missing-signatures'
  | 'coinjoin-not-built'
  | 'coinjoin-cancelled'
  | 'coinjoin-rejected'
  | 'coinjoin-coin-gone'
> {}

/** A coin of the transaction is spent, or not what it was, right before we would have signed. */
export class CoinGoneError extends CoinjoinError {
  /** Whose coin it is; null for ours. */
  readonly owner: Nick | null;

  constructor(coin: OutpointKey, owner: Nick | null) {
    super('coinjoin-coin-gone', `The coin ${coin} of ${owner ?? 'this wallet'} is not there any more`, {
      cure:
        owner === null
          ? 'Nothing was signed. Run "jm-wallet display", and try again with what is there.'
          : 'Nothing was signed; try again: other makers are preferred to this one now.',
    });
    this.owner = owner;
  }
}

/** How a CoinJoin goes on after a failed attempt. */
export interface NextAttempt {
  readonly makers: number;
  /** The only makers to ask, or null for any that have not failed. */
  readonly only: ReadonlySet<Nick> | null;
  readonly text: string;
}

/** What may be tried after a failure (protocol/coinjoin.md §2.1), or null when nothing may. */
export function nextAttempt(
  failure: RoundFailure,
  wanted: { readonly makers: number; readonly minimumMakers: number },
): NextAttempt | null {
  switch (failure.cause) {
    case 'missing-signatures': {
      const makers = failure.honest.length;
      if (makers < wanted.minimumMakers) return null;
      return {
        makers,
        only: new Set(failure.honest),
        text: `trying again with the ${makers} makers that signed`,
      };
    }
    case 'too-few-makers':
      return { makers: wanted.makers, only: null, text: 'trying again with other makers' };
    case 'cannot-build':
    case 'cancelled':
      return null;
  }
}

/** The error that a user sees when nothing is left to try. */
export function roundError(failure: RoundFailure): CoinjoinError {
  const reasons = [...failure.reasons].map(([nick, reason]) => `  ${nick}: ${reason}`);
  switch (failure.cause) {
    case 'too-few-makers':
      return new CoinjoinError(
        'coinjoin-makers-failed',
        ['Too few makers went along:', ...reasons].join('\n'),
        { cure: 'Try again later, with other makers, or with fewer of them (--makers).' },
      );
    case 'missing-signatures':
      return new CoinjoinError(
        'coinjoin-missing-signatures',
        ['Makers did not sign:', ...reasons].join('\n'),
        { cure: 'Nothing was spent; try again.' },
      );
    case 'cannot-build':
      return new CoinjoinError('coinjoin-not-built', 'The coins do not suffice for the real fees', {
        cure: 'Try a smaller amount, or a lower --fee-rate.',
      });
    case 'cancelled':
      return new CoinjoinError('coinjoin-cancelled', 'The CoinJoin was cancelled; nothing was spent');
  }
}

/** The node or the network refused the finished transaction. */
export function rejectedError(reason: string): CoinjoinError {
  return new CoinjoinError('coinjoin-rejected', `The node would not take the transaction: ${reason}`, {
    cure:
      'A maker may have spent its coin meanwhile; try again, from the same mixdepth: the signed transaction has left this VM, and ' +
      'then only one of the two can confirm.',
  });
}
