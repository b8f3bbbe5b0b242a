import { BEGINNING } from '../audit/audit-line.ts';
import { LOOKAHEAD } from '../chain/watch-list.ts';
import { EXTERNAL, INTERNAL } from '../store/address-book.ts';
import { isLeftOpen } from '../store/leases.ts';
import type { WalletState } from '../store/state.ts';
import type { OpenBackup } from './backup.ts';

const DAY_SECONDS = 24 * 60 * 60;
/** Addresses that any branch may have shown after the backup, however fresh it is: as many as a scan without it would find. */
const LEAST_SKIP = LOOKAHEAD - 10;
/** The least that a branch is taken to show in a day: people ask for few deposit addresses, rounds take internal ones. */
const LEAST_PER_DAY = { [EXTERNAL]: 1, [INTERNAL]: 10 } as const;
export const MAX_SKIP = 2000;

/**
 * The state that a new wallet file starts from. Nobody works on the rounds of the backup any more, so those without a signature
 * end, and coins are promised only to those that may still confirm. What the wallet showed after the backup is unknown: each branch
 * goes on behind `skipAfter` more addresses, because an address that was shown must never be shown again.
 * @param now Unix seconds.
 * @param skip Addresses to pass over on each branch, instead of the estimate.
 */
export function restoredState({ header, state }: OpenBackup, now: number, skip?: number): WalletState {
  const restored = structuredClone(state);
  // The audit log stays where it was written: beside this wallet file there is none, or one that went on after the backup.
  restored.audit = { ...BEGINNING };
  restored.allowances = [];
  // How far the plan came after the backup is unknown: what it paid since must not be paid once more.
  if (restored.tumble !== null && restored.tumble.status !== 'done') {
    restored.tumble.status = 'cancelled';
    restored.tumble.reason = 'the wallet was restored from a backup';
  }
  // Their addresses stay shown: how far these rounds came after the backup is unknown.
  for (const round of Object.values(restored.rounds).filter(isLeftOpen)) {
    round.outcome = 'abandoned';
    round.reason = 'the wallet was restored from a backup';
  }
  for (const [coin, { round }] of Object.entries(restored.leases)) {
    if (restored.rounds[round]?.outcome !== 'open') Reflect.deleteProperty(restored.leases, coin);
  }
  for (let mixdepth = 0; mixdepth < state.mixdepths; mixdepth += 1) {
    for (const branch of [EXTERNAL, INTERNAL] as const) {
      const counter = `${mixdepth}/${branch}`;
      const used = state.nextIndex[counter] ?? 0;
      restored.nextIndex[counter] =
        used + (skip ?? skipAfter(branch, used, { from: state.createdAt, to: header.time, now }));
    }
  }
  return restored;
}

/**
 * How many addresses a branch is taken to have shown after a backup: 20, and for each day since then twice what it showed in a day
 * until then. More than needed costs a wider scan, less could show an address twice.
 * @param used Addresses that it had shown by then.
 * @param span The wallet's birth, the backup and now, in Unix seconds.
 */
export function skipAfter(
  branch: typeof EXTERNAL | typeof INTERNAL,
  used: number,
  span: { readonly from: number; readonly to: number; readonly now: number },
): number {
  const days = Math.max(1, (span.to - span.from) / DAY_SECONDS);
  const since = Math.max(0, (span.now - span.to) / DAY_SECONDS);
  const perDay = Math.max(LEAST_PER_DAY[branch], (2 * used) / days);
  return Math.min(MAX_SKIP, LEAST_SKIP + Math.ceil(since * perDay));
}
