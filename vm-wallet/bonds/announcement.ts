import { outpointKey, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { createBondProof } from '../../shared/jm/bond/create.ts';
import type { Nick } from '../../shared/jm/command.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';
import { RuleError } from '../rules/refusal.ts';
import type { WalletContext } from '../runtime/context.ts';
import { listBonds, rankBonds, type RankedCoin } from './bond-book.ts';
import { proveColdCoin } from './cold-coin.ts';
import { BondError } from './bond-error.ts';
import { remindersOf } from './reminders.ts';
import { ownSpeaker, storedSpeaker, type Speaker } from './speaker.ts';
import { certificateTrouble, needsStoredCertificate } from './certificate-life.ts';

/** Shows one bond to takers. */
export interface BondAnnouncer {
  /** Which coin it is. */
  readonly outpoint: Outpoint;
  /** The proof for one taker, base64; null while there is trouble, or a spending rule refuses the certificate. @throws StoreError */
  proofFor(taker: Nick, maker: Nick): Promise<string | null>;
  /** Why the bond can't be announced, in words for the user; null when it can. */
  trouble(): string | null;
  /** What is due soon, in sentences for the user: a certificate to renew, a lock that ends. */
  notices(): readonly string[];
  /**
   * Asks whether the coin of a key that is kept elsewhere is still there; a node that can't tell, because it has pruned the block,
   * changes nothing.
   * @throws BridgeError
   */
  recheck(client: Pick<ChainClient, 'coin'>): Promise<void>;
}

type World = Pick<WalletContext, 'store' | 'keys' | 'config' | 'authority' | 'random'> & {
  readonly headers: { readonly chain: VerifiedChain };
};

/**
 * Announces the bond that weighs most among those that can be announced (protocol/crypto.md §5.6), or the one that the user chose.
 * Its certificate lasts for a period of 2,016 blocks and is made anew in the next one; the key that is certified lives for one run.
 * @returns null when there is no such bond.
 */
export function createBondAnnouncer(context: World, chosen?: Outpoint): BondAnnouncer | null {
  const best = announceable(context).find(
    ({ coin }) => chosen === undefined || outpointKey(coin) === outpointKey(chosen),
  );
  return best === undefined ? null : new Announcer(context, best);
}

/** Coins that a maker may announce, the one that it would choose first: those with an expired certificate come last. */
export function announceable({ store, keys, headers, config }: World): RankedCoin[] {
  const { chain } = headers;
  const worthy = rankBonds(listBonds(store.state, keys, chain), { chain, policy: config.policy }).filter(
    ({ bond, worth }) => worth > 0 && (!needsStoredCertificate(bond, keys) || bond.certificate !== null),
  );
  const expired = ({ bond }: RankedCoin): boolean =>
    needsStoredCertificate(bond, keys) && certificateTrouble(bond, chain.height) !== null;
  return [...worthy.filter((one) => !expired(one)), ...worthy.filter(expired)];
}

class Announcer implements BondAnnouncer {
  readonly outpoint: Outpoint;
  readonly #context: World;
  readonly #ranked: RankedCoin;
  readonly #speaker: Speaker;
  #gone = false;
  /** The height at which a rule refused the certificate: it is asked again with the next block, and not for each taker. */
  #refusedAt: number | null = null;

  constructor(context: World, ranked: RankedCoin) {
    const { coin, bond } = ranked;
    this.#context = context;
    this.#ranked = ranked;
    this.outpoint = { txid: coin.txid, vout: coin.vout };
    const stored = needsStoredCertificate(bond, context.keys);
    this.#speaker = stored ? storedSpeaker(context, ranked) : ownSpeaker(context, ranked);
  }

  async proofFor(taker: Nick, maker: Nick): Promise<string | null> {
    const height = this.#context.headers.chain.height;
    if (this.#refusedAt === height || this.trouble() !== null) return null;
    try {
      const { certificate, privateKey } = await this.#speaker();
      const { locktime } = this.#ranked.bond;
      const { outpoint } = this;
      return createBondProof({
        certificate,
        certificatePrivateKey: privateKey,
        outpoint,
        locktime,
        taker,
        maker,
      });
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      this.#refusedAt = height;
      return null;
    }
  }

  trouble(): string | null {
    if (this.#isSpent()) return `the bond's coin ${outpointKey(this.outpoint)} is spent`;
    return this.#expired();
  }

  notices(): readonly string[] {
    const { store, keys, headers } = this.#context;
    const { bond } = this.#ranked;
    const now = listBonds(store.state, keys, headers.chain).find(({ address }) => address === bond.address);
    return now === undefined ? [] : remindersOf(now, headers.chain);
  }

  async recheck(client: Pick<ChainClient, 'coin'>): Promise<void> {
    const { bond } = this.#ranked;
    if (bond.path !== null) return;
    try {
      await proveColdCoin(this.outpoint, bond, client, this.#context.headers.chain);
      this.#gone = false;
    } catch (error) {
      if (error instanceof PeerFailure) return;
      if (!(error instanceof BondError)) throw error;
      this.#gone = true;
    }
  }

  #expired(): string | null {
    const { store, keys, headers } = this.#context;
    const { bond } = this.#ranked;
    if (!needsStoredCertificate(bond, keys)) return null;
    const certificate = store.state.bonds[bond.address]?.certificate ?? null;
    return certificateTrouble({ ...bond, certificate }, headers.chain.height);
  }

  #isSpent(): boolean {
    if (this.#ranked.bond.path === null) return this.#gone;
    const coin = this.#context.store.state.coins[outpointKey(this.outpoint)];
    return coin === undefined || coin.spentBy !== null || coin.height === null;
  }
}
