import type { ChainClient } from '../../shared/bridge/chain.ts';
import { txid } from '../../shared/bitcoin/outpoint.ts';
import { isJmError } from '../../shared/errors.ts';
import { gapText, wideGaps } from '../maker/gap-alarm.ts';
import { endLost, lostRounds, pendingRounds } from '../maker/pending-rounds.ts';
import { LOOKAHEAD } from '../chain/watch-list.ts';
import type { WalletContext } from './context.ts';
import type { Tell } from './maker-notice.ts';
import type { Lease } from '../store/state.ts';
import { PROMISE_SECONDS } from './sign-for-taker.ts';

/** A signed transaction that was not seen for so long is worth a warning. */
export const UNSEEN_SECONDS = 3600;
/** The promise of a transaction that waits in the mempool is renewed when it has become so much shorter. */
const RENEWED_EVERY = 3600;
/** A gap that has grown by so many addresses is told again. */
const GAP_STEP = 10;

/** Looks after what a maker's takers left: signed rounds that nobody broadcasts, and addresses that nobody pays. */
export class PendingWatch {
  readonly #context: WalletContext;
  readonly #tell: Tell;
  readonly #told = new Set<string>();
  readonly #gaps = new Map<number, number>();

  constructor(context: WalletContext, tell: Tell) {
    this.#context = context;
    this.#tell = tell;
  }

  /** Ends rounds that came to nothing, keeps the promises of those that wait for a block, and tells once of each that is not seen. @throws StoreError */
  async check(chain: Pick<ChainClient, 'inMempool'>): Promise<void> {
    const { store, now } = this.#context;
    const seen = new Set<string>();
    for (const round of pendingRounds(store.state, now(), UNSEEN_SECONDS)) {
      if (await isSeen(chain, round.txid)) seen.add(round.id);
    }
    const lost = lostRounds(store.state, now(), PROMISE_SECONDS, seen);
    this.#tellUnseen(new Set([...seen, ...lost.map(({ id }) => id)]));
    const until = now() + PROMISE_SECONDS;
    const isShort = ({ round, until: end }: Lease): boolean => seen.has(round) && end < until - RENEWED_EVERY;
    if (lost.length > 0 || Object.values(store.state.leases).some(isShort)) {
      await store.commit((draft) => {
        endLost(draft, lost);
        for (const [coin, lease] of Object.entries(draft.leases)) {
          if (isShort(lease)) draft.leases[coin] = { ...lease, until };
        }
      });
    }
    for (const { id, reason } of lost)
      this.#tell({ event: 'warning', text: `round ${id} failed: ${reason}` });
    this.#checkGaps();
  }

  /** Tells once of each round that is due and was not seen. */
  #tellUnseen(settled: ReadonlySet<string>): void {
    const { store, now } = this.#context;
    for (const round of pendingRounds(store.state, now(), UNSEEN_SECONDS)) {
      if (settled.has(round.id) || this.#told.has(round.id)) continue;
      this.#told.add(round.id);
      this.#tell({ event: 'warning', text: unseenText(round) });
    }
  }

  #checkGaps(): void {
    const { store, config } = this.#context;
    const limit = Math.max(LOOKAHEAD, config.policy.gapLimit);
    for (const gap of wideGaps(store.state, limit)) {
      const told = this.#gaps.get(gap.mixdepth);
      if (told !== undefined && gap.length < told + GAP_STEP) continue;
      this.#gaps.set(gap.mixdepth, gap.length);
      this.#tell({ event: 'warning', text: gapText(gap, limit) });
    }
  }
}

/** A net VM in trouble says nothing, and the warning says enough. */
async function isSeen(chain: Pick<ChainClient, 'inMempool'>, id: string): Promise<boolean> {
  try {
    return await chain.inMempool(txid(id));
  } catch (error) {
    if (isJmError(error)) return false;
    throw error;
  }
}

function unseenText({
  id,
  txid: signed,
  startedAt,
}: {
  id: string;
  txid: string;
  startedAt: number;
}): string {
  const since = new Date(startedAt * 1000).toISOString().slice(0, 16).replace('T', ' ');
  return (
    `round ${id}: ${signed} was signed at ${since} UTC and is neither in a block nor in the mempool. ` +
    'Its taker can still broadcast it, so its coins stay promised for six hours from then'
  );
}
