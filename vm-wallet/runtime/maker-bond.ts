import type { ChainClient } from '../../shared/bridge/chain.ts';
import { JmError } from '../../shared/errors.ts';
import type { Nick } from '../../shared/jm/command.ts';

/** A maker that must not go on as it is. */
export class MakerError extends JmError<'maker-bond-trouble'> {}

/** The fidelity bond that a maker shows to takers. */
export interface MakerBond {
  /** The proof for one taker, base64; null while there is none to show. */
  proofFor(taker: Nick, maker: Nick): Promise<string | null>;
  /** Why the bond can't be announced any more; null while it can. */
  trouble(): string | null;
  /** Looks after the coin of a bond whose key is kept elsewhere. */
  recheck?(chain: Pick<ChainClient, 'coin'>): Promise<void>;
}

/**
 * Looks whether the bond can still be shown; when it can't, the offers are taken back and the maker ends.
 * @param withdraw Takes all offers back.
 * @throws MakerError, BridgeError
 */
export async function keepBond(
  bond: MakerBond | null,
  chain: Pick<ChainClient, 'coin'>,
  withdraw: () => Promise<void>,
): Promise<void> {
  await bond?.recheck?.(chain);
  if ((bond?.trouble() ?? null) !== null) await withdraw();
  demandBond(bond);
}

/** @throws MakerError when the bond can't be announced: offers without it would look like those of another maker. */
export function demandBond(bond: MakerBond | null): void {
  const trouble = bond?.trouble() ?? null;
  if (trouble === null) return;
  throw new MakerError('maker-bond-trouble', `The fidelity bond can't be announced: ${trouble}`, {
    cure: 'Renew its certificate or choose another bond ("jm-wallet bond list"), or start the maker without one.',
  });
}
