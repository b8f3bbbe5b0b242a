import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChainClient, VerifiedCoin } from '../../shared/bridge/chain.ts';
import type { Outpoint } from '../../shared/bitcoin/outpoint.ts';
import type { MessagesClient } from '../../shared/bridge/messages.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { createBoxKeyPair, type BoxKeyPair } from '../../shared/jm/box.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { createNickKey } from '../../shared/jm/nick-key.ts';
import { verifyCoin } from '../chain/coin-evidence.ts';
import { buildJoin } from '../coinjoin/build.ts';
import type { UnsignedJoin } from '../coinjoin/join.ts';
import { PrivateSession } from '../session/private-session.ts';
import type { BookOffer } from '../taker/choose/candidate.ts';
import { OrderBook } from '../taker/order-book.ts';
import { nextAttempt, roundError } from '../taker/outcome.ts';
import { counterpartyKey } from '../taker/round-step.ts';
import type { RoundFailure, RoundTerms } from '../taker/round-types.ts';
import { waitForOffers, weighBonds } from './collect-offers.ts';
import {
  checkFunds,
  checkRequest,
  PlanError,
  planCoinjoin,
  type CoinjoinPlan,
  type CoinjoinRequest,
} from './coinjoin-plan.ts';
import type { WalletContext } from './context.ts';
import { MessageHub } from './message-hub.ts';
import { RoundInPlay } from './play-round.ts';
import { closeRound, reserveRound, showRound, type ReservedRound } from './reserve-round.ts';
import { signAndBroadcast, type CoinjoinResult } from './sign-round.ts';
import { warmUp } from './warm-up.ts';

/** How the taker talks to its user. */
export interface TakerInterface {
  readonly report: (text: string) => void;
  /** Shows an estimate before any maker is asked. @throws to stop. */
  readonly approvePlan: (plan: CoinjoinPlan) => Promise<void>;
  /** Shows the transaction right before we sign. @throws to stop. */
  readonly approveTransaction: (join: UnsignedJoin, destination: string) => Promise<void>;
  readonly signal: AbortSignal;
}

const MAX_COINS_PER_MAKER = 15;
const MAX_ATTEMPTS = 4;

/** Runs CoinJoins under one nick: collects offers, then tries until one succeeds or nothing is left to try. */
export class TakerRunner {
  readonly #context: WalletContext;
  readonly #chain: ChainClient;
  readonly #messages: MessagesClient;
  readonly #ui: TakerInterface;
  readonly #book = new OrderBook();
  #round: RoundInPlay | null = null;
  #box: BoxKeyPair | null = null;
  #isSigning = false;

  constructor(context: WalletContext, chain: ChainClient, messages: MessagesClient, ui: TakerInterface) {
    this.#context = context;
    this.#chain = chain;
    this.#messages = messages;
    this.#ui = ui;
  }

  /** @throws PlanError, CoinjoinError, RuleError, BridgeError, and what the user interface throws to stop. */
  async run(request: CoinjoinRequest): Promise<CoinjoinResult> {
    const { report, signal } = this.#ui;
    checkRequest(this.#context, request);
    checkFunds(this.#context, request);
    const key = createNickKey(this.#context.random);
    const session = new PrivateSession(key, this.#context.random, (nick) => {
      const theirs = this.#round === null ? null : counterpartyKey(this.#round.state, nick);
      return theirs === null || this.#box === null ? null : { own: this.#box, theirs };
    });
    const hub = new MessageHub(
      this.#messages,
      session,
      {
        onPrivate: (from, command) => {
          if (command.command === 'offers') this.#book.addPrivate(from, command);
          else this.#round?.deliver({ event: 'message', from, command });
        },
        onPublic: (from, command) => {
          this.#book.addPublic(from, command);
        },
        onLeft: (nick) => {
          this.#book.remove(nick);
          this.#round?.deliver({ event: 'left', nick });
        },
        onStatus: (status) => {
          report(`channel ${status.channel}: ${status.detail}`);
        },
        onShed: (lines) => {
          report(`the net VM shed ${lines} public messages`);
        },
      },
      this.#context.now,
    );
    report(`opening the message channels as ${key.nick}`);
    const network = this.#context.store.state.network;
    for (const status of await this.#messages.open({ nick: key.nick, network, serving: false })) {
      const { channel, detail } = hub.noteStatus(status);
      report(`channel ${channel}: ${detail}`);
    }
    const events = hub.run();
    events.catch(() => undefined);
    const work = this.#collectAndJoin(request, hub, key.nick);
    work.catch(() => undefined);
    signal.addEventListener('abort', () => {
      this.#round?.deliver({ event: 'cancel' });
    });
    try {
      return await Promise.race([work, events]);
    } catch (error) {
      // Once we sign, what became of the transaction is the answer, whatever happened to the messages.
      if (!this.#isSigning) throw error;
      report('the message channels are gone; the transaction is handed over all the same');
      return work;
    }
  }

  async #collectAndJoin(request: CoinjoinRequest, hub: MessageHub, nick: Nick): Promise<CoinjoinResult> {
    const { report, signal, approvePlan } = this.#ui;
    const { chain } = this.#context.headers;
    await hub.publish({ command: 'orderbook' });
    report('asked for offers; waiting for makers');
    warmUp(this.#context.random);
    await waitForOffers(this.#book, this.#context.config.orderbook, signal);
    report(`${this.#book.makers.length} makers offer`);
    const book = await weighBonds(
      this.#book.makers,
      nick,
      this.#chain,
      chain,
      this.#context.config.policy,
      signal,
    );
    const reasons = new Map<Nick, string>();
    let only: ReadonlySet<Nick> | null = null;
    let wanted = request;
    for (let attempt = 1; ; attempt += 1) {
      signal.throwIfAborted();
      const plan = this.#plan(wanted, book, reasons, only);
      await approvePlan(plan);
      const outcome = await this.#attempt(wanted, plan, hub);
      if (!('cause' in outcome)) return outcome;
      for (const [failed, reason] of outcome.reasons) {
        reasons.set(failed, reason);
        // Who fell out earlier was reported then.
        if (outcome.cause === 'missing-signatures') report(`${failed}: ${reason}`);
      }
      const next = nextAttempt(outcome, wanted);
      if (next === null || attempt >= MAX_ATTEMPTS) throw roundError({ ...outcome, reasons });
      report(next.text);
      wanted = { ...wanted, makers: next.makers };
      only = next.only;
    }
  }

  /** A plan without the makers that failed before. When too few are left, their reasons are the answer. */
  #plan(
    wanted: CoinjoinRequest,
    book: readonly BookOffer[],
    reasons: ReadonlyMap<Nick, string>,
    only: ReadonlySet<Nick> | null,
  ): CoinjoinPlan {
    try {
      return planCoinjoin(this.#context, wanted, book, { ignored: new Set(reasons.keys()), only });
    } catch (error) {
      const tooFew = error instanceof PlanError && error.code === 'coinjoin-too-few-makers';
      if (!tooFew || reasons.size === 0) throw error;
      throw roundError({ cause: 'too-few-makers', reasons, honest: [] });
    }
  }

  /** One attempt: everything that is promised is on disk before `fill` leaves. */
  async #attempt(
    request: CoinjoinRequest,
    plan: CoinjoinPlan,
    hub: MessageHub,
  ): Promise<CoinjoinResult | RoundFailure> {
    const reserved = await reserveRound(this.#context, request, plan);
    const box = createBoxKeyPair(this.#context.random);
    const terms = this.#terms(request, plan, reserved, box);
    const started = performance.now();
    try {
      const round = this.#play(terms, plan, reserved, request, hub);
      this.#box = box;
      this.#round = round;
      round.deliver({ event: 'start' });
      const final = await round.finished;
      if (final.phase === 'failed') {
        await closeRound(this.#context, reserved.id, final.failure.cause);
        return final.failure;
      }
      this.#isSigning = true;
      const result = await signAndBroadcast(
        this.#context,
        { chain: this.#chain, hub, report: this.#ui.report },
        { request, plan, reserved, terms, final },
        this.#ui.approveTransaction,
      );
      return { ...result, secondsFillToBroadcast: (performance.now() - started) / 1000 };
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
      await closeRound(this.#context, reserved.id, reason);
      throw error;
    } finally {
      this.#round = null;
    }
  }

  #terms(
    request: CoinjoinRequest,
    plan: CoinjoinPlan,
    { podle, destinationScript, changeScript }: ReservedRound,
    box: BoxKeyPair,
  ): RoundTerms {
    const { config, store } = this.#context;
    return {
      network: store.state.network,
      amount: plan.amount,
      makers: plan.makers,
      takerKey: box.publicKey,
      podle,
      minimumMakers: Math.min(request.minimumMakers, plan.makers.length),
      maxCoinsPerMaker: MAX_COINS_PER_MAKER,
      makerTimeoutSeconds: config.timeout.makerTimeoutSeconds,
      ownCoins: new Set(plan.coins.map(outpointKey)),
      ownScripts: new Set([destinationScript, ...(changeScript === null ? [] : [changeScript])].map(toHex)),
    };
  }

  #play(
    terms: RoundTerms,
    plan: CoinjoinPlan,
    { id, destinationScript, changeScript }: ReservedRound,
    request: CoinjoinRequest,
    hub: MessageHub,
  ): RoundInPlay {
    const { config, headers, random } = this.#context;
    return new RoundInPlay(terms, {
      send: (to, command) => hub.send(to, command),
      lookUp: (coins) => Promise.all(coins.map((coin) => this.#lookUp(coin))),
      build: async (makers) => {
        await showRound(this.#context, id);
        return buildJoin({
          amount: terms.amount,
          taker: { coins: plan.coins, destinationScript, changeScript },
          makers,
          feeRate: request.feeRate,
          sweepMinerFee: plan.sweepMinerFee,
          maxSweepFeeChange: config.policy.maxSweepFeeChange,
          tipHeight: headers.chain.height,
          random,
        });
      },
      report: this.#ui.report,
    });
  }

  /** A coin that our node can't tell about is a coin that we don't believe in; the others may still hold. */
  async #lookUp(outpoint: Outpoint): Promise<VerifiedCoin | null> {
    try {
      const coin = verifyCoin(outpoint, await this.#chain.coin(outpoint), this.#context.headers.chain);
      return coin.ok ? coin.value : null;
    } catch (error) {
      if (!(error instanceof PeerFailure)) throw error;
      this.#ui.report(`the node could not look a coin up: ${error.message}`);
      return null;
    }
  }
}
