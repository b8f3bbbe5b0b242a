import type { Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { refuse } from '../../shared/errors.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { verifyCoin } from '../chain/coin-evidence.ts';
import type { BlacklistFile } from '../maker/blacklist-file.ts';
import { BurntCommitments, MAX_WAIT_SECONDS } from '../maker/burnt-commitments.ts';
import type { HeardCommitments } from '../maker/heard-commitments.ts';
import type { KnownMakers } from '../maker/known-makers.ts';
import type { Fill, MakerEffect, MakerEvent } from '../maker/session-types.ts';
import { RuleError } from '../rules/refusal.ts';
import { releaseLeases } from '../store/leases.ts';
import type { WalletContext } from './context.ts';
import { disclose, ioauthFor, type Disclosed } from './disclose.ts';
import { broadcastByOwnNode } from './hand-over.ts';
import type { Tell } from './maker-notice.ts';
import type { MessageHub } from './message-hub.ts';
import type { OfferBoard } from './offer-board.ts';
import { signForTaker } from './sign-for-taker.ts';

/** What a deed needs of the call that it is done in. */
export interface MakerLine {
  readonly chain: ChainClient;
  readonly hub: MessageHub;
  /** Brings an event to the sessions. */
  readonly deliver: (event: MakerEvent) => void;
}

/** What deeds work with besides the wallet. */
export interface DeedParts {
  readonly board: OfferBoard;
  readonly blacklist: BlacklistFile;
  readonly heard: HeardCommitments;
  readonly makers: KnownMakers;
  readonly tell: Tell;
}

/** Carries out what the sessions ask for. */
export class MakerDeeds {
  readonly #context: WalletContext;
  readonly #parts: DeedParts;
  readonly #burnt = new BurntCommitments();

  constructor(context: WalletContext, parts: DeedParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Does one thing; what it must have written is on disk when this resolves. @throws BridgeError, StoreError */
  async perform(line: MakerLine, effect: MakerEffect): Promise<void> {
    const { now } = this.#context;
    const { heard, board, tell } = this.#parts;
    switch (effect.effect) {
      case 'send':
        await line.hub.send(effect.to, effect.command);
        return;
      case 'look-up':
        await this.#lookUp(line, effect.taker, effect.round, effect.coin);
        return;
      case 'disclose':
        await this.#disclose(line, effect.taker, effect.fill);
        return;
      case 'sign':
        await this.#sign(line, effect);
        return;
      case 'announce-commitment': {
        const wait = this.#context.random.below(MAX_WAIT_SECONDS + 1);
        if (heard.mayPassOn(now())) this.#burnt.add(effect.commitment, now() + wait);
        return;
      }
      case 'learn-commitment':
        heard.learn(effect.commitment, now());
        return;
      case 'publish-commitment':
        if (heard.mayPublish(now()))
          await board.publish(line.hub, { command: 'hp2', commitment: effect.commitment });
        return;
      case 'push': {
        const outcome = await broadcastByOwnNode(line.chain, effect.transaction);
        tell({ event: 'note', text: outcome.ok ? 'broadcast' : `not broadcast: ${outcome.error}` });
        return;
      }
      case 'end':
        await this.#abandon(effect.round, effect.reason);
        return;
      case 'report':
        tell({ event: 'round', taker: effect.taker, text: effect.text });
        return;
    }
  }

  /** Passes burnt commitments on that have waited long enough, each to another maker. @throws BridgeError */
  async passOn({ hub }: Pick<MakerLine, 'hub'>): Promise<void> {
    const { now, random } = this.#context;
    for (const commitment of this.#burnt.takeDue(now())) {
      const other = this.#parts.makers.pick(random);
      if (other !== null) await hub.send(other, { command: 'hp2', commitment });
    }
  }

  async #lookUp(line: MakerLine, taker: Nick, round: string, outpoint: Outpoint): Promise<void> {
    const evidence = await line.chain.coin(outpoint).catch((error: unknown) => {
      // A node in trouble costs this taker its round, not everybody the maker.
      if (error instanceof PeerFailure) return error;
      throw error;
    });
    const coin =
      evidence instanceof PeerFailure
        ? refuse('no-evidence' as const)
        : verifyCoin(outpoint, evidence, this.#context.headers.chain);
    line.deliver({ event: 'coin', taker, round, coin });
  }

  async #disclose(line: MakerLine, taker: Nick, fill: Fill): Promise<void> {
    const disclosure = await this.#choose(taker, fill);
    if (disclosure !== null) this.#parts.blacklist.add(fill.commitment);
    const ioauth = disclosure === null ? null : ioauthFor(this.#context.keys, fill, disclosure);
    line.deliver({ event: 'disclosed', taker, round: fill.round, disclosure, ioauth });
  }

  /** Null when there is nothing to show, or the spending rules don't let us show it. */
  async #choose(taker: Nick, fill: Fill): Promise<Disclosed | null> {
    try {
      return await disclose(this.#context, fill);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      this.#parts.tell({ event: 'warning', text: `${taker}: ${error.message}` });
      return null;
    }
  }

  async #sign(line: MakerLine, effect: Extract<MakerEffect, { effect: 'sign' }>): Promise<void> {
    const { taker, fill, disclosure, transaction } = effect;
    const outcome = await signForTaker(this.#context, fill, disclosure, transaction, line.chain);
    if (outcome.ok) this.#parts.tell({ event: 'signed', taker, round: fill.round, txid: outcome.txid });
    line.deliver({ event: 'signed', taker, round: fill.round, outcome });
    // The coins are gone, and what offers counted on them must not stand.
    if (outcome.ok) await this.#parts.board.update(line.hub);
  }

  async #abandon(id: string, reason: string): Promise<void> {
    // Before a disclosure nothing is on disk, and whoever ends such rounds must not make us write.
    if (this.#context.store.state.rounds[id] === undefined) return;
    await this.#context.store.commit((draft) => {
      releaseLeases(draft, id);
      const record = draft.rounds[id];
      if (record === undefined || record.outcome !== 'open') return;
      record.outcome = 'abandoned';
      record.reason = reason;
    });
  }
}
