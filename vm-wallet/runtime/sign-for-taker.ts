import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction, TransactionError } from '../../shared/bitcoin/transaction.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { JmError } from '../../shared/errors.ts';
import type { Coin } from '../coins/coin.ts';
import type { Disclosure, Fill, SigningOutcome } from '../maker/session-types.ts';
import { singleCoins } from '../maker/merge-groups.ts';
import { permitMaker, signatureBlobs, type SigningPermit } from '../rules/gate.ts';
import {
  DEFAULT_MAKER_LIMITS,
  NOT_LOOKED_UP,
  type ForeignInputs,
  type MakerFacts,
  type MakerLimits,
} from '../rules/maker-pre-sign.ts';
import { onRecord } from '../rules/on-record.ts';
import { RuleError } from '../rules/refusal.ts';
import { leaseCoins, LeaseError } from '../store/leases.ts';
import type { WalletState } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { isCaughtUp, ownsScript, type WalletContext } from './context.ts';
import { proveInputs } from './prove-inputs.ts';

/**
 * How long the coins of a transaction that we signed wait for it: six hours, as joinmarket-clientserver does. A taker that never
 * broadcasts must not keep them idle for longer; one that does so later only finds them spent.
 */
export const PROMISE_SECONDS = 6 * 3600;
/** How long the amounts of other inputs are waited for; takers wait for at least a minute. */
const LOOK_UP_MS = 5000;

/**
 * Judges a taker's transaction by every rule and signs it. That we did is on disk before anybody gets to see the signatures.
 * @returns Our signatures, or the rule that forbids them.
 * @throws StoreError, AuditError
 */
export async function signForTaker(
  context: WalletContext,
  fill: Fill,
  disclosure: Disclosure,
  raw: Uint8Array,
  chain: Pick<ChainClient, 'coin'>,
): Promise<SigningOutcome> {
  const about = { kind: 'coinjoin-maker', subject: `round ${fill.round} of ${fill.taker}` } as const;
  const permit = (foreign: ForeignInputs): SigningPermit =>
    permitMaker(factsOf(context, fill, disclosure, raw, foreign), disclosure.coins);
  const onOurRecord = <Value>(ask: () => Value | Promise<Value>): Promise<Value> =>
    onRecord(context.authority, about, ask);
  try {
    // Once without the other inputs: whoever sends nonsense must not make us ask about them.
    await onOurRecord(() => permit(NOT_LOOKED_UP));
    const foreign = await foreignInputs(context, disclosure, raw, chain);
    const judged = context.store.state;
    const granted = await onOurRecord(() => permit(foreign));
    const signatures = await signatureBlobs(granted, context, (draft) => {
      promiseCoins(draft, context.now(), fill.round, granted);
      // Once more: while this waited for its turn, other rounds may have been signed, and this one ended.
      if (context.store.state !== judged) permit(foreign);
    });
    return { ok: true, txid: granted.transaction.txid, signatures };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { ok: false, reason: error.message };
  }
}

/** What is a peer's fault or bad luck. A disk or an audit log that fails is not: nothing more may be signed then. */
function isRefusal(error: unknown): error is JmError {
  return error instanceof RuleError || error instanceof TransactionError || error instanceof LeaseError;
}

/** Promises the coins to the transaction. @throws LeaseError */
function promiseCoins(
  draft: WalletState,
  now: number,
  round: string,
  { coins, transaction }: SigningPermit,
): void {
  leaseCoins(draft, coins, { round, until: now + PROMISE_SECONDS, now });
  const record = draft.rounds[round];
  if (record === undefined) return;
  record.stage = 'signed';
  record.txid = transaction.txid;
}

/** What the net VM shows of the inputs that are not ours; it is not asked when no fee rate is demanded. */
function foreignInputs(
  { config, headers }: WalletContext,
  { coins }: Disclosure,
  raw: Uint8Array,
  chain: Pick<ChainClient, 'coin'>,
): Promise<ForeignInputs> {
  if (config.maker.minFeeRate === 0) return Promise.resolve(NOT_LOOKED_UP);
  const own = new Set(coins.map(outpointKey));
  const others = parseTransaction(raw).inputs.filter((input) => !own.has(outpointKey(input)));
  return proveInputs(others, chain, headers.chain, AbortSignal.timeout(LOOK_UP_MS));
}

function limitsOf({ config }: WalletContext): MakerLimits {
  return {
    ...DEFAULT_MAKER_LIMITS,
    minFeeRate: config.maker.minFeeRate * 1000,
    maxFeeRate: config.policy.absurdFeePerKb,
  };
}

/** All that the rules look at, from the disk and the verified chain as they are now. */
function factsOf(
  context: WalletContext,
  fill: Fill,
  disclosure: Disclosure,
  raw: Uint8Array,
  foreign: ForeignInputs,
): MakerFacts {
  const { store, keys, headers, now, config } = context;
  const { coins, coinjoinAddress, changeAddress } = disclosure;
  const { state } = store;
  const record = state.rounds[fill.round];
  const shown = new Set<string>(coins.map(outpointKey));
  const onRecord = new Set((record?.addresses ?? []).map((path) => state.shown[path]?.address));
  const reserved = new Set(
    [coinjoinAddress, changeAddress]
      .filter(({ address }) => onRecord.has(address))
      .map(({ path }) => toHex(keys.scriptAt(path))),
  );
  const signedSince = (seconds: number): number =>
    Object.values(state.rounds).filter(
      (round) => round.role === 'maker' && round.txid !== null && now() - round.startedAt < seconds,
    ).length;
  return {
    raw,
    offer: fill.offer,
    amount: fill.amount,
    coins: new Map(coins.map((coin) => [outpointKey(coin), coin.value])),
    unproven: new Set(
      coins.filter((coin) => !isCaughtUp(context) || !isProven(state, coin)).map(outpointKey),
    ),
    single: new Set(coins.filter(singleCoins(state, config.maker.mergesMixdepthZero)).map(outpointKey)),
    foreign,
    otherCoins: new Set(
      Object.entries(state.coins).flatMap(([key, { spentBy }]) =>
        spentBy === null && !shown.has(key) ? [key] : [],
      ),
    ),
    coinjoinScript: keys.scriptAt(coinjoinAddress.path),
    changeScript: keys.scriptAt(changeAddress.path),
    isReserved: (script) => reserved.has(toHex(script)),
    isOwnScript: (script) => ownsScript(context, script),
    tipHeight: headers.chain.height,
    leaseHeld: coins.every((coin) => {
      const lease = state.leases[outpointKey(coin)];
      return lease?.round === fill.round && lease.until > now();
    }),
    disclosureRecorded:
      record?.role === 'maker' &&
      record.outcome === 'open' &&
      record.txid === null &&
      record.amount === fill.amount.toString() &&
      coins.every((coin) => record.coins.includes(outpointKey(coin))),
    recordedEarning: record?.earning == null ? null : BigInt(record.earning),
    sessionAge: now() - fill.startedAt,
    limits: limitsOf(context),
    signedLastHour: signedSince(3600),
    signedLastDay: signedSince(86_400),
  };
}

/** True while the coin is still unspent in a block that we verified, with the value that we hold it to have. */
function isProven(state: ReadonlyState, coin: Coin): boolean {
  const stored = state.coins[outpointKey(coin)];
  return (
    stored !== undefined &&
    stored.spentBy === null &&
    stored.height !== null &&
    BigInt(stored.value) === coin.value
  );
}
