import type { Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { MessagesClient } from '../../shared/bridge/messages.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { refuse } from '../../shared/errors.ts';
import { createBoxKeyPair } from '../../shared/jm/box.ts';
import type { IoauthCommand, Nick, Offer, PublicCommand } from '../../shared/jm/command.ts';
import { createNickKey, type NickKey } from '../../shared/jm/nick-key.ts';
import { verifyCoin } from '../chain/coin-evidence.ts';
import { unspentCoins } from '../coins/wallet-coins.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { BlacklistFile } from '../maker/blacklist-file.ts';
import { HeardCommitments } from '../maker/heard-commitments.ts';
import type { OfferSettings } from '../maker/offers.ts';
import type {
  Disclosure,
  Fill,
  MakerEffect,
  MakerEvent,
  MakerState,
  MakerTerms,
} from '../maker/session-types.ts';
import { IDLE_MAKER, stepMaker, takerBoxKeys } from '../maker/sessions.ts';
import { RuleError } from '../rules/refusal.ts';
import { PrivateSession } from '../session/private-session.ts';
import { releaseLeases } from '../store/leases.ts';
import type { WalletContext } from './context.ts';
import { disclose, ioauthFor } from './disclose.ts';
import { followChain } from './follow-chain.ts';
import { broadcastByOwnNode } from './hand-over.ts';
import { MessageHub } from './message-hub.ts';
import { OfferBoard } from './offer-board.ts';
import { signForTaker } from './sign-for-taker.ts';
import { warmUp } from './warm-up.ts';

/** How the maker talks to its user. */
export interface MakerInterface {
  readonly report: (text: string) => void;
  /** Told once the offers stand in the market. */
  readonly onReady: (nick: Nick, offers: readonly Offer[]) => void;
  readonly signal: AbortSignal;
}

/** What a maker needs of the net VM while a call lasts. */
export interface MakerCalls {
  readonly chain: ChainClient;
  readonly messages: MessagesClient;
}

interface Line extends MakerCalls {
  readonly hub: MessageHub;
  readonly fail: (error: unknown) => void;
}

const TICK_MS = 5000;
/** Makers to pick one from that hears of a used commitment; public offers are unsigned, so anybody can invent them. */
const MAX_MAKERS = 2000;

/**
 * A maker at work: offers, answers takers in parallel, follows the chain, until it is told to stop. Nick and sessions outlive a
 * call: when the net VM comes back, takers find the maker that they knew.
 */
export class MakerRunner {
  readonly #context: WalletContext;
  readonly #ui: MakerInterface;
  readonly #board: OfferBoard;
  readonly #blacklist: BlacklistFile;
  readonly #heard: HeardCommitments;
  readonly #key: NickKey;
  readonly #session: PrivateSession;
  readonly #makers = new Set<Nick>();
  #state: MakerState = IDLE_MAKER;

  constructor(context: WalletContext, settings: OfferSettings, ui: MakerInterface) {
    this.#context = context;
    this.#ui = ui;
    this.#board = new OfferBoard(context, settings, ui.report);
    this.#blacklist = new BlacklistFile(context.dataDir);
    this.#heard = new HeardCommitments(this.#blacklist, context.now());
    warmUp(context.random);
    this.#key = createNickKey(context.random);
    this.#session = new PrivateSession(this.#key, context.random, (nick) => takerBoxKeys(this.#state, nick));
  }

  /** Serves until the signal aborts or a call ends. @throws BridgeError, ChainError, StoreError */
  async serve(calls: MakerCalls): Promise<void> {
    const { signal, report, onReady } = this.#ui;
    let fail: (error: unknown) => void = () => undefined;
    const broken = new Promise<never>((_resolve, reject) => {
      fail = (error) => {
        reject(error instanceof Error ? error : new Error(String(error)));
      };
    });
    const line: Line = { ...calls, hub: this.#hub(calls.messages, () => line), fail };
    const { network } = this.#context.store.state;
    for (const status of await calls.messages.open({ nick: this.#key.nick, network, serving: true })) {
      const { channel, detail } = line.hub.noteStatus(status);
      report(`channel ${channel}: ${detail}`);
    }
    const ticks = setInterval(() => {
      this.#deliver(line, { event: 'tick' });
    }, TICK_MS);
    const events = line.hub.run();
    const chain = this.#followChain(line);
    for (const promise of [broken, events, chain]) promise.catch(() => undefined);
    try {
      await this.#board.announce(line.hub);
      onReady(this.#key.nick, this.#board.offers);
      await Promise.race([aborted(signal), broken, events, chain]);
    } finally {
      clearInterval(ticks);
    }
  }

  #hub(messages: MessagesClient, line: () => Line): MessageHub {
    const { report } = this.#ui;
    const { now } = this.#context;
    return new MessageHub(
      messages,
      this.#session,
      {
        onPrivate: (from, command) => {
          this.#deliver(line(), { event: 'message', from, command });
        },
        onPublic: (from, command) => {
          this.#hear(line(), from, command);
        },
        onLeft: (nick) => {
          this.#makers.delete(nick);
          this.#deliver(line(), { event: 'left', nick });
        },
        onStatus: (status) => {
          report(`channel ${status.channel}: ${status.detail}`);
          if (status.state === 'up') this.#board.repeat(line().hub).catch(line().fail);
        },
        onShed: (lines) => {
          report(`the net VM shed ${lines} public messages`);
          this.#board.repeatInFlood(line().hub).catch(line().fail);
        },
      },
      now,
    );
  }

  #hear(line: Line, from: Nick, command: PublicCommand): void {
    if (command.command === 'orderbook') this.#board.answer(line.hub, from).catch(line.fail);
    else if (command.command === 'hp2') this.#heard.learn(command.commitment, this.#context.now());
    else if (command.command === 'offer' && this.#makers.size < MAX_MAKERS) this.#makers.add(from);
  }

  #deliver(line: Line, event: MakerEvent): void {
    const step = stepMaker(this.#state, event, this.#terms());
    this.#state = step.state;
    // One after the other: what an effect must have written is on disk before the next one leaves.
    const perform = async (): Promise<void> => {
      for (const effect of step.effects) await this.#perform(line, effect);
    };
    perform().catch(line.fail);
  }

  #terms(): MakerTerms {
    const { takerUtxoRetries, takerUtxoAge, takerUtxoAmountPercent } = this.#context.config.policy;
    const { random } = this.#context;
    return {
      offers: this.#board.offers,
      isBlacklisted: (commitment) => this.#blacklist.has(commitment),
      retries: takerUtxoRetries,
      age: takerUtxoAge,
      amountPercent: takerUtxoAmountPercent,
      now: this.#context.now(),
      newRound: () => toHex(random.bytes(8)),
      newBoxKey: () => createBoxKeyPair(random),
    };
  }

  async #perform(line: Line, effect: MakerEffect): Promise<void> {
    const { now, random } = this.#context;
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
      case 'sign': {
        const outcome = await signForTaker(this.#context, effect.fill, effect.disclosure, effect.transaction);
        this.#deliver(line, { event: 'signed', taker: effect.taker, round: effect.fill.round, outcome });
        return;
      }
      case 'announce-commitment': {
        const others = [...this.#makers];
        const other = others[random.below(others.length)];
        if (other !== undefined && this.#heard.mayPassOn(now()))
          await line.hub.send(other, { command: 'hp2', commitment: effect.commitment });
        return;
      }
      case 'learn-commitment':
        this.#heard.learn(effect.commitment, now());
        return;
      case 'publish-commitment':
        if (this.#heard.mayPublish(now()))
          await this.#board.publish(line.hub, { command: 'hp2', commitment: effect.commitment });
        return;
      case 'push': {
        const outcome = await broadcastByOwnNode(line.chain, effect.transaction);
        this.#ui.report(outcome.ok ? 'broadcast' : `not broadcast: ${outcome.error}`);
        return;
      }
      case 'end':
        await this.#abandon(effect.round, effect.reason);
        return;
      case 'report':
        this.#ui.report(`${effect.taker}: ${effect.text}`);
        return;
    }
  }

  async #lookUp(line: Line, taker: Nick, round: string, outpoint: Outpoint): Promise<void> {
    const evidence = await line.chain.coin(outpoint).catch((error: unknown) => {
      // A node in trouble costs this taker its round, not everybody the maker.
      if (error instanceof PeerFailure) return error;
      throw error;
    });
    const coin =
      evidence instanceof PeerFailure
        ? refuse('no-evidence' as const)
        : verifyCoin(outpoint, evidence, this.#context.headers.chain);
    this.#deliver(line, { event: 'coin', taker, round, coin });
  }

  async #disclose(line: Line, taker: Nick, fill: Fill): Promise<void> {
    const disclosure = await disclose(this.#context, fill);
    if (disclosure !== null) this.#blacklist.add(fill.commitment);
    const ioauth = disclosure === null ? null : await this.#ioauth(taker, fill, disclosure);
    const shown = ioauth === null ? null : disclosure;
    this.#deliver(line, { event: 'disclosed', taker, round: fill.round, disclosure: shown, ioauth });
  }

  /** Null when the spending rules don't let us show coins. */
  async #ioauth(taker: Nick, fill: Fill, disclosure: Disclosure): Promise<IoauthCommand | null> {
    try {
      return await ioauthFor(this.#context, fill, disclosure);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      this.#ui.report(`${taker}: ${error.message}`);
      return null;
    }
  }

  async #abandon(id: string, reason: string): Promise<void> {
    await this.#context.store.commit((draft) => {
      releaseLeases(draft, id);
      const record = draft.rounds[id];
      if (record === undefined || record.outcome !== 'open') return;
      record.outcome = 'abandoned';
      record.reason = reason;
    });
  }

  /** Follows the chain; when our coins change, the offers do. */
  async #followChain({ chain, hub }: Line): Promise<void> {
    const { report, signal } = this.#ui;
    const { store, headers } = this.#context;
    const coins = (): string => unspentCoins(store.state).map(outpointKey).join();
    let before = coins();
    const known = new Set(this.#confirmedJoins().map(({ txid }) => txid));
    await followChain(this.#context, chain, {
      signal,
      report,
      onBlock: async () => {
        report(`block ${headers.chain.height}`);
        for (const { txid, delta } of this.#confirmedJoins().filter((join) => !known.has(join.txid))) {
          known.add(txid);
          report(`CoinJoin ${txid} confirmed, earned ${delta} sat`);
        }
        if (coins() !== before) await this.#board.announce(hub);
        before = coins();
      },
    });
  }

  #confirmedJoins(): readonly { readonly txid: string; readonly delta: string }[] {
    return this.#context.store.state.history.filter(
      ({ kind, height }) => kind === 'coinjoin-maker' && height !== null,
    );
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
