import { scriptOfAddress } from '../../shared/bitcoin/address.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { Podle } from '../../shared/jm/podle/create.ts';
import { commitToCoin } from '../rules/coin-proof.ts';
import { spendableCoins } from '../coins/wallet-coins.ts';
import { INTERNAL, issueAddress } from '../store/address-book.ts';
import { endUnsigned, isLeftOpen, leaseCoins, UNSEEN } from '../store/leases.ts';
import { pruneRounds } from '../store/prune-rounds.ts';
import { choosePodle, type CoinjoinPlan, type CoinjoinRequest } from './coinjoin-plan.ts';
import type { WalletContext } from './context.ts';
import { PlanError } from './plan-error.ts';

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
  const { podle, use } = await makePodle(context, plan.podle);
  const { destination, change } = await store.commit((draft) => {
    const issue = (mixdepth: number, purpose: 'coinjoin' | 'change') =>
      issueAddress(draft, keys, { mixdepth, branch: INTERNAL, purpose, now: now() });
    leaseCoins(draft, plan.coins, { round: id, until: now() + LEASE_SECONDS, now: now() });
    const own = {
      destination:
        request.destination === 'INTERNAL' ? issue((request.mixdepth + 1) % mixdepths, 'coinjoin') : null,
      change: plan.sweepMinerFee === null ? issue(request.mixdepth, 'change') : null,
    };
    draft.commitments[podle.commitment] = { ...use, at: now() };
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

/**
 * Writes the next commitment of a running round down, before a `fill` with it leaves.
 * @returns null when no coin has one left.
 * @throws RuleError, StoreError
 */
export async function commitAgain(
  context: WalletContext,
  request: CoinjoinRequest,
  plan: CoinjoinPlan,
  externalCoins: readonly VerifiedCoin[],
): Promise<Podle | null> {
  const { store, headers, now } = context;
  const tipHeight = headers.chain.height;
  const available = spendableCoins(store.state, { tipHeight, now: now(), mixdepth: request.mixdepth });
  let source;
  try {
    source = choosePodle(
      context,
      request,
      { coins: plan.coins, available, amount: plan.amount },
      externalCoins,
    );
  } catch (error) {
    if (error instanceof PlanError) return null;
    throw error;
  }
  const { podle, use } = await makePodle(context, source);
  await store.commit((draft) => {
    draft.commitments[podle.commitment] = { ...use, at: now() };
  });
  return podle;
}

async function makePodle(
  context: WalletContext,
  source: CoinjoinPlan['podle'],
): Promise<{ readonly podle: Podle; readonly use: { readonly outpoint: string; readonly index: number } }> {
  const { index } = source;
  if (source.outcome === 'external') {
    return { podle: source.podle, use: { outpoint: source.outpoint, index } };
  }
  const podle = await commitToCoin(context, source.coin, index);
  return { podle, use: { outpoint: outpointKey(source.coin), index } };
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
