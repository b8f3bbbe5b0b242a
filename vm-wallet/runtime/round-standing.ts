import { UNSEEN } from '../store/leases.ts';
import type { RoundRecord } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** Where a round stands, by what is on disk. */
export type Standing =
  /** Nothing of ours was signed. */
  | 'unsigned'
  /** Our transaction is signed and in no block; it may be out. */
  | 'waiting'
  /** A maker's: the taker has our signatures, and may broadcast. */
  | 'signed-for-taker'
  /** Our node refused it; its signatures have left this VM. */
  | 'refused'
  /** One of its coins is spent by another transaction in a block: it can't confirm any more. */
  | 'overtaken'
  | 'confirmed';

/** A round as people see it. */
export interface RoundView {
  readonly id: string;
  readonly role: 'taker' | 'maker';
  readonly standing: Standing;
  readonly startedAt: number;
  /** Seconds. */
  readonly age: number;
  readonly amount: string;
  readonly coins: readonly string[];
  readonly peers: readonly string[];
  readonly txid: string | null;
  /** Height of its block. */
  readonly height: number | null;
  /** What it means. */
  readonly means: string;
  /** What can be done; empty when nothing is to be done. */
  readonly cure: string;
  /** True while it needs something, or may still change. */
  readonly open: boolean;
}

type Record = Readonly<Pick<RoundRecord, 'id' | 'role' | 'stage' | 'outcome' | 'reason' | 'txid'>> &
  Pick<ReadonlyState['rounds'][string], 'startedAt' | 'amount' | 'coins' | 'peers'>;

/** Every round, the newest first. @param now Unix seconds. */
export function roundViews(state: ReadonlyState, now: number): RoundView[] {
  return Object.values(state.rounds)
    .map((round) => roundView(state, round, now))
    .sort((a, b) => b.startedAt - a.startedAt);
}

function roundView(state: ReadonlyState, round: Record, now: number): RoundView {
  const { id, role, startedAt, amount, coins, peers, txid } = round;
  const standing = standingOf(state, round);
  const height = heightOf(state, txid);
  return {
    id,
    role,
    standing,
    startedAt,
    age: Math.max(0, now - startedAt),
    amount,
    coins,
    peers,
    txid,
    height,
    ...explanation(state, round, standing, height),
  };
}

/** Where a round stands. */
export function standingOf(state: ReadonlyState, { role, txid, coins }: Record): Standing {
  if (txid === null) return 'unsigned';
  if (heightOf(state, txid) !== null) return 'confirmed';
  const isOvertaken = coins.some((key) => {
    const spent = state.coins[key]?.spentBy;
    return spent !== undefined && spent !== null && spent.txid !== txid && spent.height !== null;
  });
  if (isOvertaken) return 'overtaken';
  if (state.pending[txid] !== undefined) return 'waiting';
  return role === 'maker' ? 'signed-for-taker' : 'refused';
}

function heightOf({ history }: ReadonlyState, txid: string | null): number | null {
  return history.find((entry) => entry.txid === txid && entry.height !== null)?.height ?? null;
}

type Explanation = Pick<RoundView, 'means' | 'cure' | 'open'>;

function explanation(
  state: ReadonlyState,
  round: Record,
  standing: Standing,
  height: number | null,
): Explanation {
  switch (standing) {
    case 'unsigned':
      return unsigned(state, round);
    case 'confirmed':
      return { means: `it is in block ${height ?? '?'}`, cure: '', open: false };
    case 'overtaken':
      return { means: 'another transaction has spent one of its coins', cure: '', open: false };
    case 'waiting': {
      const byPeers = state.pending[round.txid ?? '']?.byOwnNode === false;
      return {
        means: byPeers
          ? 'it is signed and in no block, and only peers were to broadcast it'
          : 'it is signed and in no block; the network may have it',
        cure: `jm-wallet rounds finish ${round.id}`,
        open: true,
      };
    }
    case 'signed-for-taker': {
      const means = 'the taker has our signatures, and may broadcast at any time';
      return (
        beingRuledOut(state, round, means) ?? {
          means,
          cure: `wait, or ${rulingOut(state, round)}`,
          open: true,
        }
      );
    }
    case 'refused': {
      const means = 'our node refused it, and its signatures have left this VM: it may still confirm';
      return beingRuledOut(state, round, means) ?? { means, cure: rulingOut(state, round), open: true };
    }
  }
}

function rulingOut(state: ReadonlyState, round: Record): string {
  return `rule it out: ${spendOne(state, round)}`;
}

/** Once a payment of ours with one of its coins waits for a block, no second one is needed; null while there is none. */
function beingRuledOut(state: ReadonlyState, { coins, txid }: Record, means: string): Explanation | null {
  const rival = coins
    .map((key) => state.coins[key]?.spentBy?.txid)
    .find((id) => id !== undefined && id !== txid && state.pending[id] !== undefined);
  return rival === undefined
    ? null
    : {
        means: `${means}, until ${rival} is in a block and rules it out`,
        cure: `wait, or hurry the payment: jm-wallet bump ${rival}`,
        open: true,
      };
}

function unsigned(state: ReadonlyState, { id, role, stage, outcome, reason }: Record): Explanation {
  const holds = Object.values(state.leases).some(({ round }) => round === id);
  const seen =
    role === 'maker'
      ? 'the taker saw our coins'
      : stage === UNSEEN
        ? 'makers were asked, and our coin may have been proven to them'
        : 'makers saw our coins and addresses';
  const end = outcome === 'open' ? 'it was not finished' : (reason ?? 'it came to nothing');
  return {
    means: `nothing was signed: ${end}; ${seen}`,
    cure: holds ? `jm-wallet rounds free ${id}` : '',
    open: holds || outcome === 'open',
  };
}

/** The only safe way to free coins that were signed for: one of them, spent elsewhere, makes that transaction impossible. */
export function spendOne(state: ReadonlyState, { coins }: Pick<Record, 'coins'>): string {
  const free = coins.find((key) => state.coins[key]?.spentBy === null) ?? coins[0] ?? 'TXID:VOUT';
  return `jm-wallet send 0 INTERNAL --coin ${free}`;
}
