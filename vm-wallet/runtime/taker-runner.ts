import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { feeFor } from '../../shared/bitcoin/size.ts';
import { sats } from '../../shared/bitcoin/amount.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { MessagesClient } from '../../shared/bridge/messages.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { createBoxKeyPair, type BoxKeyPair } from '../../shared/jm/box.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { createNickKey } from '../../shared/jm/nick-key.ts';
import { buildJoin } from '../coinjoin/build.ts';
import type { UnsignedJoin } from '../coinjoin/join.ts';
import { claimNick } from '../maker/own-nicks.ts';
import { PrivateSession } from '../session/private-session.ts';
import type { Candidate } from '../taker/choose/candidate.ts';
import { OrderBook } from '../taker/order-book.ts';
import { CoinGoneError, nextAttempt, roundError } from '../taker/outcome.ts';
import { counterpartyKey } from '../taker/round-step.ts';
import type { RoundFailure, RoundTerms } from '../taker/round-types.ts';
import {
  checkRequest,
  listCandidates,
  planCoinjoin,
  type CoinjoinPlan,
  type CoinjoinRequest,
  type MarketView,
} from './coinjoin-plan.ts';
import type { WalletContext } from './context.ts';
import { lookUpCoin } from './look-up-coin.ts';
import { MessageHub } from './message-hub.ts';
import { openMarket } from './open-market.ts';
import { PlanError } from './plan-error.ts';
import { RoundInPlay } from './play-round.ts';
import { checkFunds } from './preflight.ts';
import { conductIn, rememberMakers } from './remember-makers.ts';
import { closeRound, commitAgain, reserveRound, showRound, type ReservedRound } from './reserve-round.ts';
import { signAndBroadcast, type CoinjoinResult } from './sign-round.ts';
import { untilAborted } from './until-aborted.ts';

/** How the taker talks to its user. */
export interface TakerInterface {
  readonly report: (text: string) => void;
  /** Shows an estimate before any maker is asked. @throws to stop. */
  readonly approvePlan: (plan: CoinjoinPlan) => Promise<void>;
  /** Shows the transaction right before we sign. @throws to stop. */
  readonly approveTransaction: (join: UnsignedJoin, destination: string) => Promise<void>;
  /** Lets the user pick makers when the request says so. @throws to stop. */
  readonly pickMakers?: (candidates: readonly Candidate[]) => Promise<readonly Nick[]>;
  readonly signal: AbortSignal;
}

/** What a maker may bring: each of its inputs is at our cost. */
const MAX_COINS_PER_MAKER = 8;
/** vbytes of an input (protocol/coinjoin.md §6.2). */
const INPUT_VSIZE = 68;
const MAX_ATTEMPTS = 4;

/** All that one attempt is made of. */
interface Attempt {
  readonly terms: RoundTerms;
  readonly plan: CoinjoinPlan;
  readonly reserved: ReservedRound;
  readonly request: CoinjoinRequest;
  readonly market: MarketView;
}

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
        onWatch: report,
      },
      this.#context.now,
    );
    report(`opening the message channels as ${key.nick}`);
    const network = this.#context.store.state.network;
    for (const status of await this.#messages.open({ nick: key.nick, network, serving: false })) {
      const { channel, detail } = hub.noteStatus(status);
      report(`channel ${channel}: ${detail}`);
    }
    const giveNickBack = claimNick(this.#context.dataDir, 'taker', this.#context.store.file, key.nick);
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
      return await work;
    } finally {
      giveNickBack();
    }
  }

  async #collectAndJoin(request: CoinjoinRequest, hub: MessageHub, nick: Nick): Promise<CoinjoinResult> {
    const { report, signal, approvePlan } = this.#ui;
    const world = { hub, nick, book: this.#book, chain: this.#chain, report, signal };
    let market = await openMarket(this.#context, world, request);
    const reasons = new Map<Nick, string>();
    let wanted = await this.#picked(request, market);
    for (let attempt = 1; ; attempt += 1) {
      signal.throwIfAborted();
      const plan = this.#plan(wanted, market, reasons);
      await untilAborted(approvePlan(plan), signal);
      const outcome = await this.#attempt(wanted, plan, market, hub);
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
      // Who only refused a burnt commitment may be asked with another one.
      const failed = [...outcome.faults]
        .filter(([, fault]) => fault !== 'blacklisted')
        .map(([maker]) => maker);
      market = { ...market, ignored: new Set([...market.ignored, ...failed]), only: next.only };
    }
  }

  /** The request with the makers that the user picked or named. */
  async #picked(request: CoinjoinRequest, market: MarketView): Promise<CoinjoinRequest> {
    const { pickMakers, signal } = this.#ui;
    const named =
      request.pick === true && pickMakers !== undefined
        ? await untilAborted(pickMakers(listCandidates(this.#context, request, market)), signal)
        : request.named;
    if (named === undefined) return request;
    if (named.length < request.minimumMakers) {
      throw new PlanError(
        'coinjoin-too-few-makers',
        `${named.length} makers were named, and minimum_makers is ${request.minimumMakers}`,
        { cure: 'Name more, or lower minimum_makers in joinmarket.cfg, which costs privacy.' },
      );
    }
    return { ...request, named, makers: named.length };
  }

  /** A plan without the makers that failed before. When too few are left, their reasons are the answer. */
  #plan(wanted: CoinjoinRequest, market: MarketView, reasons: ReadonlyMap<Nick, string>): CoinjoinPlan {
    try {
      return planCoinjoin(this.#context, wanted, market);
    } catch (error) {
      const tooFew = error instanceof PlanError && error.code === 'coinjoin-too-few-makers';
      if (!tooFew || reasons.size === 0) throw error;
      throw roundError({ cause: 'too-few-makers', reasons, faults: new Map(), honest: [] });
    }
  }

  /** One attempt: everything that is promised is on disk before `fill` leaves. */
  async #attempt(
    request: CoinjoinRequest,
    plan: CoinjoinPlan,
    market: MarketView,
    hub: MessageHub,
  ): Promise<CoinjoinResult | RoundFailure> {
    const { report, signal } = this.#ui;
    const reserved = await reserveRound(this.#context, request, plan);
    const box = createBoxKeyPair(this.#context.random);
    const terms = this.#terms(request, plan, reserved, box);
    const started = performance.now();
    try {
      const round = this.#play({ terms, plan, reserved, request, market }, hub);
      this.#box = box;
      this.#round = round;
      round.deliver({ event: 'start' });
      if (signal.aborted) round.deliver({ event: 'cancel' });
      const final = await round.finished;
      if (final.phase === 'failed') {
        await rememberMakers(this.#context, market.book, conductIn(final));
        await closeRound(this.#context, reserved.id, final.failure.cause);
        return final.failure;
      }
      this.#isSigning = true;
      const { broadcastAt, ...result } = await signAndBroadcast(
        this.#context,
        { chain: this.#chain, hub, report, signal },
        { request, plan, reserved, terms, final },
        this.#ui.approveTransaction,
      );
      await rememberMakers(this.#context, market.book, conductIn(final));
      return { ...result, secondsFillToBroadcast: (broadcastAt - started) / 1000 };
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
      await closeRound(this.#context, reserved.id, reason);
      if (error instanceof CoinGoneError && error.owner !== null) {
        const conduct = { reason: 'its coin was gone before we signed', fault: 'broke-rule' } as const;
        await rememberMakers(this.#context, market.book, new Map([[error.owner, conduct]]));
      }
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
      spares: plan.spares,
      feeBudget: plan.feeBudget,
      takerKey: box.publicKey,
      podle,
      minimumMakers: Math.min(request.minimumMakers, plan.makers.length),
      maxCoinsPerMaker: MAX_COINS_PER_MAKER,
      leastCoinValue: sats(feeFor(INPUT_VSIZE, request.feeRate)),
      makerTimeoutSeconds: config.timeout.makerTimeoutSeconds,
      ownCoins: new Set(plan.coins.map(outpointKey)),
      ownScripts: new Set([destinationScript, ...(changeScript === null ? [] : [changeScript])].map(toHex)),
    };
  }

  #play(attempt: Attempt, hub: MessageHub): RoundInPlay {
    const { config, headers, random } = this.#context;
    const { terms, plan, reserved, request, market } = attempt;
    const { destinationScript, changeScript } = reserved;
    const { report } = this.#ui;
    return new RoundInPlay(terms, {
      send: (to, command) => hub.send(to, command),
      lookUp: (coins) =>
        Promise.all(coins.map((coin) => lookUpCoin(coin, this.#chain, headers.chain, report))),
      commit: () => commitAgain(this.#context, request, plan, market.externalCoins),
      build: async (makers) => {
        await showRound(this.#context, reserved.id);
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
      report,
    });
  }
}
