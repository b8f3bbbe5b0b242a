import type { Sats } from '../../shared/bitcoin/amount.ts';
import type { JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import { parseKeyPath } from '../keys/hd-wallet.ts';
import {
  checkChoice,
  checkJoin,
  type Approved,
  type ChosenMakers,
  type JoinToSign,
} from '../tumbler/approval.ts';
import type { StateStore } from '../store/wallet-store.ts';
import type { ReadonlyEntry, ReadonlyTumble } from '../tumbler/next-move.ts';
import type { CoinjoinRequest } from './coinjoin-plan.ts';

/** What the taker asks before it goes on. */
export interface RoundApproval {
  /** @throws TumblerError */
  readonly approvePlan: (plan: ChosenMakers) => Promise<void>;
  /** @throws TumblerError */
  readonly approveTransaction: (join: JoinToSign, destination: string) => Promise<void>;
}

/**
 * Says yes to the rounds of an entry that are within what the user agreed to when the whole plan was shown, and to no others.
 * @param onSigning Writes down what is about to be signed.
 */
export function approvalFor(
  store: Pick<StateStore, 'state'>,
  approved: Approved,
  onSigning: (coins: readonly string[], cost: Sats) => Promise<void>,
): RoundApproval {
  return {
    approvePlan: (plan) => {
      checkChoice(approved, plan);
      return Promise.resolve();
    },
    approveTransaction: async (join, destination) => {
      const { state } = store;
      const shown = Object.entries(state.shown);
      const { coins, cost } = checkJoin(approved, join, destination, {
        mixdepthOfCoin: (coin) => mixdepthAt(state.coins[coin]?.path),
        mixdepthOfAddress: (address) => mixdepthAt(shown.find(([, other]) => other.address === address)?.[0]),
        mixdepths: state.mixdepths,
      });
      await onSigning(coins, cost);
    },
  };
}

function mixdepthAt(path: string | undefined): number | null {
  return path === undefined ? null : parseKeyPath(path).mixdepth;
}

/** The CoinJoin of an entry. @param feeRate sat/kvB. */
export function requestFor(
  { policy }: JoinMarketConfig,
  { limits }: ReadonlyTumble,
  { mixdepth, makers, destination }: ReadonlyEntry,
  amount: Sats,
  feeRate: number,
): CoinjoinRequest {
  return {
    amount,
    mixdepth,
    destination,
    makers,
    minimumMakers: limits.minimumMakers,
    algorithm: 'fidelity_bond_weighted_order_choose',
    limits: { absolute: limits.feeAbsolute, relative: limits.feeRelative },
    broadcast: policy.txBroadcast,
    feeRate,
  };
}
