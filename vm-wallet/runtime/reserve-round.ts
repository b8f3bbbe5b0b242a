import { scriptOfAddress } from '../../shared/bitcoin/address.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { Podle } from '../../shared/jm/podle/create.ts';
import { commitToCoin } from '../rules/coin-proof.ts';
import { INTERNAL, issueAddress } from '../store/address-book.ts';
import { endUnsigned, isLeftOpen, leaseCoins, UNSEEN } from '../store/leases.ts';
import { pruneRounds } from '../store/prune-rounds.ts';
import type { CoinjoinPlan, CoinjoinRequest } from './coinjoin-plan.ts';
import type { WalletContext } from './context.ts';

const LEASE_SECONDS = 3600;

/** What one attempt may use and show. It is on disk: coins leased, addresses issued, the commitment marked as used. */
export interface ReservedRound {
  readonly id: string;
  readonly podle: Podle;
  readonly destinationScript: Uint8Array;
  /** Null for a sweep. */
  readonly changeScript: Uint8Array | null;
}

/** Writes down everything that an attempt promises, before `fill` leaves. @throws RuleError, LeaseError, StoreError */
export async function reserveRound(
  context: WalletContext,
  request: CoinjoinRequest,
  plan: CoinjoinPlan,
): Promise<ReservedRound> {
  const { store, keys, random, now } = context;
  const { network, mixdepths } = store.state;
  const id = toHex(random.bytes(8));
  const { coin, index } = plan.podle;
  const podle = await commitToCoin(context, coin, index);
  const { destination, change } = await store.commit((draft) => {
    const issue = (mixdepth: number, purpose: 'coinjoin' | 'change') =>
      issueAddress(draft, keys, { mixdepth, branch: INTERNAL, purpose, now: now() });
    leaseCoins(draft, plan.coins, { round: id, until: now() + LEASE_SECONDS, now: now() });
    const own = {
      destination:
        request.destination === 'INTERNAL' ? issue((request.mixdepth + 1) % mixdepths, 'coinjoin') : null,
      change: plan.sweepMinerFee === null ? issue(request.mixdepth, 'change') : null,
    };
    draft.commitments[podle.commitment] = { outpoint: outpointKey(coin), index, at: now() };
    draft.rounds[id] = {
      id,
      role: 'taker',
      startedAt: now(),
      stage: UNSEEN,
      amount: plan.amount.toString(),
      peers: plan.makers.map(({ maker }) => maker),
      addresses: [own.destination, own.change].flatMap((issued) =>
        issued === null ? [] : [`${issued.path.mixdepth}/${issued.path.branch}/${issued.path.index}`],
      ),
      coins: plan.coins.map(outpointKey),
      earning: null,
      txid: null,
      outcome: 'open',
      reason: null,
    };
    pruneRounds(draft);
    return own;
  });
  return {
    id,
    podle,
    destinationScript:
      destination === null ? scriptOfAddress(request.destination, network) : keys.scriptAt(destination.path),
    changeScript: change === null ? null : keys.scriptAt(change.path),
  };
}

/** Writes down that the addresses of a round are about to be seen, before `tx` leaves. */
export async function showRound({ store }: WalletContext, id: string): Promise<void> {
  await store.commit((draft) => {
    const record = draft.rounds[id];
    if (record !== undefined) record.stage = 'tx';
  });
}

/** Ends a round that signed nothing, and gives back what it held. */
export async function closeRound({ store }: WalletContext, id: string, reason: string): Promise<void> {
  await store.commit((draft) => {
    const record = draft.rounds[id];
    if (record === undefined || !isLeftOpen(record)) return;
    endUnsigned(draft, record, { outcome: 'failed', reason });
  });
}
