import { outpointKey, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import type { BondFinding, WatchNotice } from '../../shared/bridge/watch.ts';
import { CERTIFICATE_PERIOD, parseBondProof } from '../../shared/jm/bond/proof.ts';
import { resultOf, type BitcoindRpc } from '../bitcoind/rpc.ts';
import { Settled } from './settled.ts';

/** A bond that the wallet announced: what its proof says in clear to every taker. */
export interface AnnouncedBond {
  readonly outpoint: Outpoint;
  /** Unix seconds. */
  readonly locktime: number;
  /** The last height at which its certificate holds. */
  readonly certificateEnd: number;
}

/** Where the chain is: the height of the tip, and its median time in Unix seconds. */
export interface ChainTime {
  readonly height: number;
  readonly medianTime: number;
}

const DAY = 86_400;
/** A week of blocks: time enough to fetch the cold key. */
const CERTIFICATE_WARNING = 1008;
const UNLOCK_WARNING_DAYS = 30;
const MAX_BONDS = 10;
const PROOF = /!tbond ([A-Za-z0-9+/=]{300,400})(?: |$)/u;

/** Follows the bonds that our own lines announced. They say it to everybody, so watching them tells the net VM nothing. */
export class BondWatch {
  readonly #bonds = new Map<string, { readonly bond: AnnouncedBond; readonly settled: Settled }>();

  /** Takes note of a bond in a line that goes out. */
  said(line: string): void {
    const bond = announcedBond(line);
    if (bond === null) return;
    const key = `${outpointKey(bond.outpoint)} ${bond.certificateEnd}`;
    if (this.#bonds.has(key)) return;
    // A renewed certificate takes the place of the old one.
    for (const [old, { bond: known }] of this.#bonds) {
      if (outpointKey(known.outpoint) === outpointKey(bond.outpoint)) this.#bonds.delete(old);
    }
    if (this.#bonds.size < MAX_BONDS) this.#bonds.set(key, { bond, settled: new Settled('well') });
  }

  /** Asks the node about each. @returns What is new. @throws NodeError */
  async look(rpc: Pick<BitcoindRpc, 'batch'>, time: ChainTime): Promise<readonly WatchNotice[]> {
    const bonds = [...this.#bonds.values()];
    if (bonds.length === 0) return [];
    const answers = await rpc.batch(
      bonds.map(({ bond: { outpoint } }) => ({
        method: 'gettxout',
        params: [outpoint.txid, outpoint.vout, true],
      })),
    );
    return bonds.flatMap(({ bond, settled }, index) => {
      const coin = resultOf(answers[index]);
      const judged = judgeBond(bond, time, coin !== null && coin !== undefined);
      // Told when it begins, not at each block that it goes on.
      if (!settled.isNews(judged?.finding ?? 'well') || judged === null) return [];
      return [{ about: 'bond', ...bond.outpoint, ...judged } as const];
    });
  }
}

/** The bond that a line announces; null when it announces none. */
export function announcedBond(line: string): AnnouncedBond | null {
  const proof = parseBondProof(PROOF.exec(line)?.[1] ?? '');
  if (proof === null) return null;
  const { outpoint, locktime, expiry } = proof;
  return { outpoint, locktime, certificateEnd: expiry * CERTIFICATE_PERIOD };
}

/** What its owner should know of a bond; null when all is well. `left` counts blocks for a certificate, and days for the bond. */
export function judgeBond(
  { locktime, certificateEnd }: AnnouncedBond,
  { height, medianTime }: ChainTime,
  isUnspent: boolean,
): { readonly finding: BondFinding; readonly left: number } | null {
  if (!isUnspent) return { finding: 'spent', left: 0 };
  const seconds = locktime - medianTime;
  if (seconds <= 0) return { finding: 'unlocked', left: 0 };
  const blocks = certificateEnd - height;
  if (blocks < 0) return { finding: 'certificate-ended', left: 0 };
  if (seconds <= UNLOCK_WARNING_DAYS * DAY) return { finding: 'unlocks', left: Math.ceil(seconds / DAY) };
  if (blocks <= CERTIFICATE_WARNING) return { finding: 'certificate-ends', left: blocks };
  return null;
}
