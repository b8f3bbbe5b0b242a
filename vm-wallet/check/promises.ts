import type { Finding } from '../../shared/finding.ts';
import { verifyPodle } from '../../shared/jm/podle/verify.ts';
import { parseCommitment } from '../../shared/jm/private-command.ts';
import { parseKeyPath, type HdWallet } from '../keys/hd-wallet.ts';
import { recomputeCommitment } from '../rules/coin-proof.ts';
import type { ExternalProof, UsedCommitment } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { judged } from './judged.ts';

/** Coins are promised only to rounds that run, and only unspent ones. @param now Unix seconds. */
export function checkLeases(state: ReadonlyState, now: number): Finding {
  const leases = Object.entries(state.leases).filter(([, { until }]) => until > now);
  const wrong = leases.filter(([coin, { round }]) => {
    const promised = state.coins[coin];
    return promised?.spentBy !== null || state.rounds[round]?.outcome !== 'open';
  });
  return judged(
    'promised coins',
    `${leases.length} coins, each unspent and promised to a round that runs`,
    wrong.map(([coin]) => coin),
    {
      says: 'spent or unknown, or promised to a round that has ended',
      cure: 'Wait an hour: no promise lasts longer. Your coins are safe.',
    },
  );
}

/** Each PoDLE use is the one that its coin's key makes. The coin may be gone, or have been another wallet's. */
export function checkCommitments(state: ReadonlyState, keys: HdWallet): Finding {
  const uses = Object.entries(state.commitments);
  const known = uses.filter(([, { outpoint }]) => state.coins[outpoint] !== undefined);
  const wrong = known.filter(([commitment, use]) => commitmentOf(state, keys, use) !== commitment);
  const stored = Object.values(state.externalProofs).flatMap(({ proofs }) => [...proofs.entries()]);
  const broken = stored.filter(([index, proof]) => !isProofOf(proof, index));
  return judged(
    'PoDLE uses',
    `${uses.length}, ${known.length} of them of coins that are known, each made by its coin; ` +
      `${stored.length} proofs of other coins, each of its place`,
    [...wrong.map(([commitment]) => commitment), ...broken.map(([, { commitment }]) => commitment)],
    {
      says: 'not made by the coin that they name',
      cure: 'Restore a backup: a commitment could be used twice, and makers would refuse it.',
    },
  );
}

function isProofOf(proof: Readonly<ExternalProof>, index: number): boolean {
  const commitment = parseCommitment(proof.commitment);
  if (commitment === null) return false;
  const verdict = verifyPodle(proof, commitment, index + 1);
  return verdict.ok && verdict.value.index === index;
}

function commitmentOf(
  state: ReadonlyState,
  keys: HdWallet,
  { outpoint, index }: UsedCommitment,
): string | null {
  const path = state.coins[outpoint]?.path;
  return path === undefined ? null : recomputeCommitment(keys, { path: parseKeyPath(path), outpoint, index });
}
