import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { assemble, type InputWitness } from '../coinjoin/input-witness.ts';
import type { UnsignedJoin } from '../coinjoin/join.ts';
import { permitTaker, signPermitted, type SigningPermit } from '../rules/gate.ts';
import { onRecord } from '../rules/on-record.ts';
import { rejectedError } from '../taker/outcome.ts';
import type { RoundState, RoundTerms } from '../taker/round-types.ts';
import { broadcastJoin } from './broadcast.ts';
import type { CoinjoinPlan, CoinjoinRequest } from './coinjoin-plan.ts';
import { ownsScript, type WalletContext } from './context.ts';
import { handOver } from './hand-over.ts';
import type { MessageHub } from './message-hub.ts';
import type { ReservedRound } from './reserve-round.ts';
import { revalidate } from './revalidate.ts';
import { untilAborted } from './until-aborted.ts';

/** A CoinJoin that was handed to the network. */
export interface CoinjoinResult {
  readonly txid: string;
  readonly raw: Uint8Array;
  readonly join: UnsignedJoin;
  readonly destination: string;
  readonly broadcastBy: string;
  readonly secondsFillToBroadcast: number;
}

/** A CoinJoin that was handed to the network at a moment of the monotonic clock, in milliseconds. */
type BroadcastRound = Omit<CoinjoinResult, 'secondsFillToBroadcast'> & { readonly broadcastAt: number };

/** Everything that was agreed before the last signature. */
export interface AgreedRound {
  readonly request: CoinjoinRequest;
  readonly plan: CoinjoinPlan;
  readonly reserved: ReservedRound;
  readonly terms: RoundTerms;
  readonly final: Extract<RoundState, { phase: 'complete' }>;
}

/**
 * The taker's last step: all rules once more, the user's word, every coin once more, our signatures, the disk, and only then the
 * network.
 * @param approve Shows the transaction to the user; throws to stop.
 * @throws RuleError, CoinjoinError, BridgeError, StoreError
 */
export async function signAndBroadcast(
  context: WalletContext,
  world: {
    readonly chain: ChainClient;
    readonly hub: MessageHub;
    readonly report: (text: string) => void;
    /** Calls all off until we sign. */
    readonly signal: AbortSignal;
  },
  agreed: AgreedRound,
  approve: (join: UnsignedJoin, destination: string) => Promise<void>,
): Promise<BroadcastRound> {
  const { store, headers, config, random } = context;
  const { request, plan, reserved, final } = agreed;
  const { join, witnesses } = final;
  const destination = addressOfScript(reserved.destinationScript, store.state.network);
  const about = { kind: 'coinjoin-taker', subject: `round ${reserved.id}` } as const;
  const granted = await onRecord(context.authority, about, () => permitOf(context, agreed));
  await untilAborted(approve(join, destination), world.signal);
  await untilAborted(revalidate(join, world.chain, headers.chain), world.signal);
  world.report('every coin is still there; signing');
  const all = new Map<number, InputWitness>(witnesses);
  for (const { index, witness } of await signPermitted(granted, context)) all.set(index, witness);
  const raw = assemble(
    join.raw,
    join.inputs.map((_input, index) => all.get(index) ?? { scriptSig: new Uint8Array(0), witness: [] }),
  );
  // Not that of the unsigned bytes: a nested input of a maker changes it.
  const { txid } = parseTransaction(raw);
  const makers = join.makers.map(({ nick }) => nick);
  const outcome = await handOver(
    context,
    raw,
    {
      kind: 'coinjoin-taker',
      amount: plan.amount.toString(),
      minerFee: join.minerFee.toString(),
      coinjoinFee: join.coinjoinFees.toString(),
      peers: makers,
      round: reserved.id,
      byOwnNode: request.broadcast !== 'not-self',
    },
    () =>
      broadcastJoin(raw, txid, request.broadcast, {
        ...world,
        makers,
        random,
        unseenSeconds: config.timeout.unconfirmTimeoutSeconds,
      }),
    (draft) => {
      const record = draft.rounds[reserved.id];
      if (record === undefined) return;
      record.txid = txid;
      record.stage = 'broadcast';
    },
  );
  const broadcastAt = performance.now();
  await store.commit((draft) => {
    const record = draft.rounds[reserved.id];
    if (record === undefined) return;
    record.outcome = outcome.ok ? 'done' : 'failed';
    record.reason = outcome.ok ? null : outcome.error.slice(0, 200);
  });
  if (!outcome.ok) throw rejectedError(outcome.error);
  return { txid, raw, join, destination, broadcastBy: outcome.value, broadcastAt };
}

/** @throws RuleError */
function permitOf(
  context: WalletContext,
  { request, plan, reserved, terms, final }: AgreedRound,
): SigningPermit {
  const { headers, config } = context;
  const { join, witnesses } = final;
  const { destinationScript, changeScript } = reserved;
  return permitTaker(
    {
      join,
      witnesses,
      approved: {
        amount: plan.amount,
        destinationScript,
        maxMinerFee: maxMinerFee(join, request.feeRate, config.policy.absurdFeePerKb),
        maxFeePerMaker: [...plan.makers, ...plan.spares].reduce(
          (most, { fee }) => (fee > most ? fee : most),
          sats(0n),
        ),
        maxTotalFee: maxTotalFee(plan),
        minimumMakers: terms.minimumMakers,
        maxCoinsPerMaker: terms.maxCoinsPerMaker,
        leastCoinValue: terms.leastCoinValue ?? sats(0n),
      },
      ownCoins: new Map(plan.coins.map((coin) => [outpointKey(coin), coin.value])),
      isOwnScript: (script) => ownsScript(context, script),
      changeScript,
      tipHeight: headers.chain.height,
    },
    plan.coins,
  );
}

/** Twice the estimate for the real size, so that rounding never stops a join and a false estimate does. */
function maxMinerFee(join: UnsignedJoin, feeRate: number, absurdFeePerKb: number): Sats {
  const vsize = join.raw.length + 27 * join.inputs.length;
  const rate = Math.min(2 * feeRate, absurdFeePerKb);
  return sats(BigInt(Math.ceil((vsize * rate) / 1000)) + 5000n);
}

/** What the plan showed to the user, replacements counted in, with room for the miner fee to double. */
function maxTotalFee(plan: CoinjoinPlan): Sats {
  return sats(plan.maxCoinjoinFees + 2n * plan.estimatedMinerFee + 10_000n);
}
