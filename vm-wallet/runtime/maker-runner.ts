import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { MessagesClient } from '../../shared/bridge/messages.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { createBoxKeyPair } from '../../shared/jm/box.ts';
import type { Nick, PrivateCommand, PublicCommand } from '../../shared/jm/command.ts';
import { createNickKey, type NickKey } from '../../shared/jm/nick-key.ts';
import { formatOffer } from '../../shared/jm/offer.ts';
import { deriveAhead } from '../chain/watch-list.ts';
import { unspentCoins } from '../coins/wallet-coins.ts';
import { BlacklistFile } from '../maker/blacklist-file.ts';
import { HeardCommitments } from '../maker/heard-commitments.ts';
import { KnownMakers } from '../maker/known-makers.ts';
import type { OfferSettings } from '../maker/offers.ts';
import { claimNick, ownNicks } from '../maker/own-nicks.ts';
import type { MakerEvent, MakerState, MakerTerms } from '../maker/session-types.ts';
import { IDLE_MAKER, stepMaker, takerBoxKeys } from '../maker/sessions.ts';
import { PrivateSession } from '../session/private-session.ts';
import type { WalletContext } from './context.ts';
import { EarnedJoins } from './earned-joins.ts';
import { followChain } from './follow-chain.ts';
import { demandBond, keepBond, type MakerBond } from './maker-bond.ts';
import { MakerDeeds, type MakerLine } from './maker-deeds.ts';
import type { Tell } from './maker-notice.ts';
import { MessageHub } from './message-hub.ts';
import { OfferBoard } from './offer-board.ts';
import { rehearse } from './rehearsal.ts';
import { PendingWatch } from './watch-pending.ts';

/** How a maker works, and who hears of it. */
export interface MakerOptions {
  readonly settings: OfferSettings;
  readonly tell: Tell;
  readonly signal: AbortSignal;
  readonly bond?: MakerBond | null;
}

/** What a maker needs of the net VM while a call lasts. */
export interface MakerCalls {
  readonly chain: ChainClient;
  readonly messages: MessagesClient;
}

interface Line extends MakerLine {
  readonly fail: (error: unknown) => void;
}

const TICK_MS = 5000;
/** How often signed rounds that are not seen are looked for. */
const PENDING_EVERY_SECONDS = 60;

/**
 * A maker at work: offers, answers takers in parallel, follows the chain, until it is told to stop. Nick and sessions outlive a
 * call: when the net VM comes back, takers find the maker that they knew.
 */
export class MakerRunner {
  readonly #context: WalletContext;
  readonly #options: MakerOptions;
  readonly #bond: MakerBond | null;
  readonly #board: OfferBoard;
  readonly #blacklist: BlacklistFile;
  readonly #heard: HeardCommitments;
  readonly #deeds: MakerDeeds;
  readonly #pending: PendingWatch;
  readonly #key: NickKey;
  readonly #session: PrivateSession;
  readonly #makers = new KnownMakers();
  #state: MakerState = IDLE_MAKER;
  #pendingAt = -Infinity;

  constructor(context: WalletContext, options: MakerOptions) {
    const { settings, tell, bond = null } = options;
    this.#context = context;
    this.#options = options;
    this.#bond = bond;
    this.#key = createNickKey(context.random);
    this.#board = new OfferBoard(context, { settings, tell, bond, nick: this.#key.nick });
    this.#blacklist = new BlacklistFile(context.dataDir);
    this.#heard = new HeardCommitments(this.#blacklist, context.now());
    this.#pending = new PendingWatch(context, tell);
    this.#deeds = new MakerDeeds(context, {
      board: this.#board,
      blacklist: this.#blacklist,
      heard: this.#heard,
      makers: this.#makers,
      tell,
    });
    this.#session = new PrivateSession(this.#key, context.random, (nick) => takerBoxKeys(this.#state, nick));
  }

  /** Serves until the signal aborts or a call ends. @throws BridgeError, ChainError, StoreError, MakerError */
  async serve(calls: MakerCalls): Promise<void> {
    const { tell, signal } = this.#options;
    demandBond(this.#bond);
    await rehearse(this.#context.random, signal);
    deriveAhead(this.#context.store, this.#context.keys);
    let fail: (error: unknown) => void = () => undefined;
    const broken = new Promise<never>((_resolve, reject) => {
      fail = (error) => {
        reject(error instanceof Error ? error : new Error(String(error)));
      };
    });
    const line: Line = {
      chain: calls.chain,
      hub: this.#hub(calls.messages, () => line),
      deliver: (event) => {
        this.#deliver(line, event);
      },
      fail,
    };
    const { nick } = this.#key;
    const { network } = this.#context.store.state;
    for (const status of await calls.messages.open({ nick, network, serving: true })) {
      const { channel, detail } = line.hub.noteStatus(status);
      tell({ event: 'note', text: `channel ${channel}: ${detail}` });
    }
    const giveNickBack = claimNick(this.#context.dataDir, 'maker', this.#context.store.file, nick);
    const ticks = setInterval(() => {
      this.#tick(line).catch(fail);
    }, TICK_MS);
    const events = line.hub.run();
    const chain = this.#followChain(line);
    for (const promise of [broken, events, chain]) promise.catch(() => undefined);
    try {
      await this.#board.announce(line.hub);
      tell({ event: 'ready', nick, offers: this.#board.offers.map(formatOffer) });
      await Promise.race([aborted(signal), broken, events, chain]);
    } finally {
      clearInterval(ticks);
      giveNickBack();
    }
  }

  #hub(messages: MessagesClient, line: () => Line): MessageHub {
    const { tell } = this.#options;
    const note = (text: string): void => {
      tell({ event: 'note', text });
    };
    return new MessageHub(
      messages,
      this.#session,
      {
        onPrivate: (from, command) => {
          this.#receive(line(), from, command);
        },
        onPublic: (from, command) => {
          this.#hear(line(), from, command);
        },
        onLeft: (nick) => {
          this.#makers.left(nick);
          this.#deliver(line(), { event: 'left', nick });
        },
        onStatus: (status) => {
          note(`channel ${status.channel}: ${status.detail}`);
          if (status.state === 'up') this.#board.repeat(line().hub).catch(line().fail);
        },
        onShed: (lines) => {
          note(`the net VM shed ${lines} public messages`);
          this.#board.repeatInFlood(line().hub).catch(line().fail);
        },
        onWatch: (text) => {
          tell({ event: 'warning', text });
        },
      },
      this.#context.now,
    );
  }

  #hear(line: Line, from: Nick, command: PublicCommand): void {
    if (command.command === 'orderbook') this.#board.answer(line.hub, from).catch(line.fail);
    else if (command.command === 'hp2') this.#heard.learn(command.commitment, this.#context.now());
    else if (command.command === 'offer') this.#makers.met(from);
  }

  #receive(line: Line, from: Nick, command: PrivateCommand): void {
    // A CoinJoin with ourselves mixes nothing and costs fees (protocol/coinjoin.md §10.7).
    if (command.command === 'fill' && ownNicks(this.#context.dataDir).has(from)) {
      this.#options.tell({ event: 'note', text: `${from} is a taker of this data directory; not answered` });
      return;
    }
    this.#deliver(line, { event: 'message', from, command });
  }

  #deliver(line: Line, event: MakerEvent): void {
    const step = stepMaker(this.#state, event, this.#terms());
    this.#state = step.state;
    // One after the other: what an effect must have written is on disk before the next one leaves.
    const perform = async (): Promise<void> => {
      for (const effect of step.effects) await this.#deeds.perform(line, effect);
    };
    perform().catch(line.fail);
  }

  #terms(): MakerTerms {
    const { random, config, now } = this.#context;
    const { takerUtxoRetries, takerUtxoAge, takerUtxoAmountPercent } = config.policy;
    return {
      offers: this.#board.offers,
      isBlacklisted: (commitment) => this.#blacklist.has(commitment),
      retries: takerUtxoRetries,
      age: takerUtxoAge,
      amountPercent: takerUtxoAmountPercent,
      maxDisclosed: config.maker.maxDisclosed,
      now: now(),
      newRound: () => toHex(random.bytes(8)),
      newBoxKey: () => createBoxKeyPair(random),
    };
  }

  async #tick(line: Line): Promise<void> {
    this.#deliver(line, { event: 'tick' });
    await this.#board.tick(line.hub);
    await this.#deeds.passOn(line);
    const now = this.#context.now();
    if (now - this.#pendingAt < PENDING_EVERY_SECONDS) return;
    this.#pendingAt = now;
    await this.#pending.check(line.chain);
  }

  /** Follows the chain; when our coins change, the offers do. */
  async #followChain({ chain, hub }: Line): Promise<void> {
    const { tell, signal } = this.#options;
    const { store, keys, headers } = this.#context;
    const coins = (): string => unspentCoins(store.state).map(outpointKey).join();
    let before = coins();
    const earned = new EarnedJoins(store.state);
    await followChain(this.#context, chain, {
      signal,
      report: (text) => {
        tell({ event: 'note', text });
      },
      onBlock: async () => {
        tell({ event: 'note', text: `block ${headers.chain.height}` });
        for (const join of earned.news(store.state)) tell({ event: 'confirmed', ...join });
        await keepBond(this.#bond, chain, () => this.#board.withdraw(hub));
        if (coins() !== before) await this.#board.update(hub);
        before = coins();
        deriveAhead(store, keys);
      },
    });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
