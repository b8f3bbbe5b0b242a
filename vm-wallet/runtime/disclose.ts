import { coinjoinFee } from '../../shared/jm/coinjoin-fee.ts';
import type { IoauthCommand } from '../../shared/jm/command.ts';
import { publicKeyHex } from '../../shared/jm/nick-key.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { spendableCoins } from '../coins/wallet-coins.ts';
import { mayDisclose } from '../maker/disclosure-budget.ts';
import { requiredValue, selectMakerCoins, type MakerCoins } from '../maker/input-selection.ts';
import { singleCoins } from '../maker/merge-groups.ts';
import type { Disclosure, Fill } from '../maker/session-types.ts';
import { SESSION_SECONDS } from '../maker/sessions.ts';
import type { HdWallet } from '../keys/hd-wallet.ts';
import { leaveToShow, proveCoin, type LeaveToShow } from '../rules/coin-proof.ts';
import { INTERNAL, issueAddress } from '../store/address-book.ts';
import { leaseCoins } from '../store/leases.ts';
import { pruneRounds } from '../store/prune-rounds.ts';
import type { WalletState } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { isCaughtUp, type WalletContext } from './context.ts';

const LEASE_SECONDS = SESSION_SECONDS + 60;

/** What a taker gets to see, with leave for it. */
export interface Disclosed extends Disclosure {
  readonly leave: LeaveToShow;
}

/**
 * Chooses what a taker gets to see, and writes it down: coins leased, addresses issued, what the round must earn.
 * @returns null when no coins fit, or when the budgets of rule 12 are used up.
 * @throws RuleError, LeaseError, StoreError
 */
export async function disclose(context: WalletContext, fill: Fill): Promise<Disclosed | null> {
  const noted: Disclosure[] = [];
  const leave = await leaveToShow(context.authority, () => {
    const chosen = chooseCoins(context, fill);
    if (chosen === null) return null;
    const [first, ...others] = chosen.coins;
    if (first === undefined) return null;
    const also = (draft: WalletState): void => {
      noted.push(writeDown(draft, context, fill, chosen));
    };
    return { coins: [first, ...others], also };
  });
  const [disclosure] = noted;
  return leave === null || disclosure === undefined ? null : { ...disclosure, leave };
}

/** Null when nothing fits, or may be shown now. */
function chooseCoins(context: WalletContext, fill: Fill): MakerCoins | null {
  const { config, headers, now } = context;
  const { state } = context.store;
  if (!isCaughtUp(context)) return null;
  if (!mayDisclose(Object.values(state.rounds), now())) return null;
  return selectMakerCoins(spendableCoins(state, { tipHeight: headers.chain.height, now: now() }), {
    required: requiredValue(fill.offer, fill.amount),
    mixdepths: state.mixdepths,
    algorithm: config.policy.mergeAlgorithm,
    isSingle: singleCoins(state, config.maker.mergesMixdepthZero),
    shown: shownInVain(state),
  });
}

/** @throws LeaseError */
function writeDown(
  draft: WalletState,
  { keys, now }: WalletContext,
  fill: Fill,
  { mixdepth, coins }: MakerCoins,
): Disclosure {
  leaseCoins(draft, coins, { round: fill.round, until: now() + LEASE_SECONDS, now: now() });
  const issue = (depth: number, purpose: 'coinjoin' | 'change') =>
    issueAddress(draft, keys, { mixdepth: depth, branch: INTERNAL, purpose, now: now() });
  const coinjoinAddress = issue((mixdepth + 1) % draft.mixdepths, 'coinjoin');
  const changeAddress = issue(mixdepth, 'change');
  draft.rounds[fill.round] = {
    id: fill.round,
    role: 'maker',
    startedAt: now(),
    stage: 'ioauth',
    amount: fill.amount.toString(),
    peers: [fill.taker],
    addresses: [coinjoinAddress, changeAddress].map(
      ({ path }) => `${path.mixdepth}/${path.branch}/${path.index}`,
    ),
    coins: coins.map(outpointKey),
    earning: (coinjoinFee(fill.offer, fill.amount) - fill.offer.txfee).toString(),
    txid: null,
    outcome: 'open',
    reason: null,
  };
  pruneRounds(draft);
  return { mixdepth, coins, coinjoinAddress, changeAddress };
}

/** The `ioauth` of a disclosure (protocol/messages.md §4.5), authenticated by the key of its first coin. */
export function ioauthFor(
  keys: HdWallet,
  fill: Fill,
  { leave, coinjoinAddress, changeAddress }: Disclosed,
): IoauthCommand {
  const { coins } = leave;
  return {
    command: 'ioauth',
    utxos: coins.map(({ txid, vout }) => ({ txid, vout })),
    authKey: publicKeyHex(keys.publicKeyAt(coins[0].path)),
    coinjoinAddress: coinjoinAddress.address,
    changeAddress: changeAddress.address,
    signature: proveCoin(keys, leave, fill.own.publicKey),
  };
}

/** Coins that takers saw and did not use: to show them again tells a prober nothing new. */
function shownInVain({ rounds }: ReadonlyState): ReadonlySet<string> {
  const coins = Object.values(rounds)
    .filter(({ role, outcome, txid }) => role === 'maker' && outcome === 'abandoned' && txid === null)
    .flatMap((round) => round.coins);
  return new Set(coins);
}
