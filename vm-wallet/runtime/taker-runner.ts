import { addressOfScript, scriptOfAddress } from '../../shared/bitcoin/address.ts';
import { sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { MessagesClient } from '../../shared/bridge/messages.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { JmError } from '../../shared/errors.ts';
import { createBoxKeyPair, type BoxKeyPair } from '../../shared/jm/box.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { createNickKey } from '../../shared/jm/nick-key.ts';
import { createPodle } from '../../shared/jm/podle/create.ts';
import { verifyCoin } from '../chain/coin-evidence.ts';
import { scriptIndex } from '../chain/filter-scan.ts';
import { applyOwnTransaction, forgetTransaction } from '../chain/ledger.ts';
import { buildJoin } from '../coinjoin/build.ts';
import { assemble, type InputWitness } from '../coinjoin/input-witness.ts';
import type { UnsignedJoin } from '../coinjoin/join.ts';
import { permitTaker, signPermitted } from '../rules/gate.ts';
import { PrivateSession } from '../session/private-session.ts';
import { INTERNAL, issueAddress } from '../store/address-book.ts';
import { leaseCoins, releaseLeases } from '../store/leases.ts';
import { OrderBook } from '../taker/order-book.ts';
import { counterpartyKey, initialRound, stepRound } from '../taker/round.ts';
import type { RoundEffect, RoundEvent, RoundFailure, RoundState, RoundTerms } from '../taker/round-types.ts';
import { broadcastJoin } from './broadcast.ts';
import { waitForOffers, weighBonds } from './collect-offers.ts';
import {
  checkFunds,
  checkRequest,
  planCoinjoin,
  type CoinjoinPlan,
  type CoinjoinRequest,
} from './coinjoin-plan.ts';
import { ownsScript, type WalletContext } from './context.ts';
import { MessageHub } from './message-hub.ts';

/** A CoinJoin that was handed to the network. */
export interface CoinjoinResult {
  readonly txid: string;
  readonly raw: Uint8Array;
  readonly join: UnsignedJoin;
  readonly destination: string;
  readonly broadcastBy: string;
  readonly secondsFillToBroadcast: number;
}

/** How the taker talks to its user. */
export interface TakerInterface {
  readonly report: (text: string) => void;
  /** Shows an estimate before any maker is asked. @throws to stop. */
  readonly approvePlan: (plan: CoinjoinPlan) => Promise<void>;
  /** Shows the transaction right before we sign. @throws to stop. */
  readonly approveTransaction: (join: UnsignedJoin, destination: string) => Promise<void>;
  readonly signal: AbortSignal;
}

/** A CoinJoin that came to nothing; the message lists each maker's reason. */
export class CoinjoinError extends JmError<
  | 'coinjoin-makers-failed'
  | 'coinjoin-missing-signatures'
  | 'coinjoin-not-built'
  | 'coinjoin-cancelled'
  | 'coinjoin-rejected'
> {}

const MAX_COINS_PER_MAKER = 15;
const MAX_ATTEMPTS = 4;
const LEASE_SECONDS = 3600;

/** Runs CoinJoins under one nick: collects offers, then tries until one succeeds or nothing is left to try. */
export class TakerRunner {
  readonly #context: WalletContext;
  readonly #chain: ChainClient;
  readonly #messages: MessagesClient;
  readonly #ui: TakerInterface;
  readonly #book = new OrderBook();
  #state: RoundState | null = null;
  #box: BoxKeyPair | null = null;
  #deliver: (event: RoundEvent) => void = () => undefined;

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
      const theirs = this.#state === null ? null : counterpartyKey(this.#state, nick);
      return theirs === null || this.#box === null ? null : { own: this.#box, theirs };
    });
    const hub = new MessageHub(
      this.#messages,
      session,
      {
        onPrivate: (from, command) => {
          if (command.command === 'offers') this.#book.addPrivate(from, command);
          else this.#deliver({ event: 'message', from, command });
        },
        onPublic: (from, command) => {
          this.#book.addPublic(from, command);
        },
        onLeft: (nick) => {
          this.#book.remove(nick);
          this.#deliver({ event: 'left', nick });
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
      hub.noteStatus(status);
      report(`channel ${status.channel}: ${status.detail}`);
    }
    const events = hub.run();
    events.catch(() => undefined);
    const work = this.#collectAndJoin(request, hub, key.nick);
    work.catch(() => undefined);
    signal.addEventListener('abort', () => {
      this.#deliver({ event: 'cancel' });
    });
    return Promise.race([work, events]);
  }

  async #collectAndJoin(request: CoinjoinRequest, hub: MessageHub, nick: Nick): Promise<CoinjoinResult> {
    const { report, signal, approvePlan } = this.#ui;
    const { chain } = this.#context.headers;
    await hub.publish({ command: 'orderbook' });
    report('asked for offers; waiting for makers');
    await waitForOffers(this.#book, this.#context.config.orderbook, signal);
    report(`${this.#book.makers.length} makers offer`);
    const book = await weighBonds(this.#book.makers, nick, this.#chain, chain, this.#context.config.policy);
    const ignored = new Set<Nick>();
    let only: ReadonlySet<Nick> | null = null;
    let wanted = request;
    for (let attempt = 1; ; attempt += 1) {
      signal.throwIfAborted();
      const plan = planCoinjoin(this.#context, wanted, book, { ignored, only });
      await approvePlan(plan);
      const outcome = await this.#attempt(wanted, plan, hub);
      if (!('cause' in outcome)) return outcome;
      for (const [failed, reason] of outcome.reasons) {
        ignored.add(failed);
        report(`${failed}: ${reason}`);
      }
      const next = nextAttempt(outcome, wanted);
      if (next === null || attempt >= MAX_ATTEMPTS) throw roundError(outcome);
      report(next.text);
      ({ request: wanted } = next);
      only = next.only;
    }
  }

  /** One attempt: everything that is promised is on disk before `fill` leaves. */
  async #attempt(
    request: CoinjoinRequest,
    plan: CoinjoinPlan,
    hub: MessageHub,
  ): Promise<CoinjoinResult | RoundFailure> {
    const { store, keys, config, random, now } = this.#context;
    const { network, mixdepths } = store.state;
    const round = toHex(random.bytes(8));
    const { coin, index } = plan.podle;
    const podle = keys.withPrivateKey(coin.path, (privateKey) =>
      createPodle({ privateKey, utxo: { txid: coin.txid, vout: coin.vout }, index }),
    );
    const own = await store.commit((draft) => {
      const issue = (mixdepth: number, purpose: 'coinjoin' | 'change') =>
        issueAddress(draft, keys, { mixdepth, branch: INTERNAL, purpose, now: now() });
      leaseCoins(draft, plan.coins, { round, until: now() + LEASE_SECONDS, now: now() });
      const destination =
        request.destination === 'INTERNAL' ? issue((request.mixdepth + 1) % mixdepths, 'coinjoin') : null;
      const change = plan.sweepMinerFee === null ? issue(request.mixdepth, 'change') : null;
      draft.commitments[podle.commitment] = { outpoint: outpointKey(coin), index, at: now() };
      draft.rounds[round] = {
        id: round,
        role: 'taker',
        startedAt: now(),
        stage: 'fill',
        amount: plan.amount.toString(),
        peers: plan.makers.map(({ maker }) => maker),
        addresses: [destination, change].flatMap((issued) =>
          issued === null ? [] : [`${issued.path.mixdepth}/${issued.path.branch}/${issued.path.index}`],
        ),
        coins: plan.coins.map(outpointKey),
        txid: null,
        outcome: 'open',
        reason: null,
      };
      return { destination, change };
    });
    const destinationScript =
      own.destination === null
        ? scriptOfAddress(request.destination, network)
        : keys.scriptAt(own.destination.path);
    const changeScript = own.change === null ? null : keys.scriptAt(own.change.path);
    this.#box = createBoxKeyPair(random);
    const terms: RoundTerms = {
      network,
      amount: plan.amount,
      makers: plan.makers,
      takerKey: this.#box.publicKey,
      podle,
      minimumMakers: Math.min(request.minimumMakers, plan.makers.length),
      maxCoinsPerMaker: MAX_COINS_PER_MAKER,
      makerTimeoutSeconds: config.timeout.makerTimeoutSeconds,
      ownCoins: new Set(plan.coins.map(outpointKey)),
      ownScripts: new Set([destinationScript, ...(changeScript === null ? [] : [changeScript])].map(toHex)),
    };
    const started = performance.now();
    try {
      const final = await this.#play(terms, plan, { destinationScript, changeScript }, request, hub);
      if (final.phase === 'failed') {
        await this.#close(round, 'failed', final.failure.cause);
        return final.failure;
      }
      const result = await this.#signAndBroadcast(
        final,
        plan,
        request,
        round,
        { destinationScript, changeScript },
        hub,
      );
      return { ...result, secondsFillToBroadcast: (performance.now() - started) / 1000 };
    } catch (error) {
      await this.#close(round, 'failed', error instanceof Error ? error.message.slice(0, 200) : 'unknown');
      throw error;
    } finally {
      this.#state = null;
      this.#deliver = () => undefined;
    }
  }

  /** Feeds events to the round and carries out its effects, until it is complete or has failed. */
  #play(
    terms: RoundTerms,
    plan: CoinjoinPlan,
    scripts: { readonly destinationScript: Uint8Array; readonly changeScript: Uint8Array | null },
    request: CoinjoinRequest,
    hub: MessageHub,
  ): Promise<Extract<RoundState, { phase: 'complete' | 'failed' }>> {
    return new Promise((resolve, reject) => {
      let state = initialRound(terms);
      const timers: NodeJS.Timeout[] = [];
      const finish = (settle: () => void): void => {
        for (const timer of timers) clearTimeout(timer);
        this.#deliver = () => undefined;
        settle();
      };
      const deliver = (event: RoundEvent): void => {
        const step = stepRound(state, event, terms);
        ({ state } = step);
        this.#state = state;
        for (const effect of step.effects) perform(effect);
        if (state.phase === 'complete' || state.phase === 'failed') {
          const final = state;
          finish(() => {
            resolve(final);
          });
        }
      };
      const failWith = (error: unknown): void => {
        finish(() => {
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      };
      const perform = (effect: RoundEffect): void => {
        switch (effect.effect) {
          case 'send':
            hub.send(effect.to, effect.command).catch(failWith);
            if (effect.command.command === 'fill') this.#ui.report(`asking ${effect.to}`);
            return;
          case 'look-up':
            Promise.all(
              effect.coins.map(async (outpoint) => {
                const coin = verifyCoin(
                  outpoint,
                  await this.#chain.coin(outpoint),
                  this.#context.headers.chain,
                );
                return coin.ok ? coin.value : null;
              }),
            ).then((coins) => {
              deliver({ event: 'coins', nick: effect.nick, coins });
            }, failWith);
            return;
          case 'timer':
            timers.push(
              setTimeout(() => {
                deliver({ event: 'timeout', timer: effect.timer });
              }, effect.seconds * 1000),
            );
            return;
          case 'build': {
            const built = buildJoin({
              amount: terms.amount,
              taker: { coins: plan.coins, ...scripts },
              makers: effect.makers,
              feeRate: request.feeRate,
              sweepMinerFee: plan.sweepMinerFee,
              maxSweepFeeChange: this.#context.config.policy.maxSweepFeeChange,
              tipHeight: this.#context.headers.chain.height,
              random: this.#context.random,
            });
            deliver(
              built.ok
                ? { event: 'built', join: built.value }
                : { event: 'cannot-build', reason: built.error },
            );
            return;
          }
          case 'complete':
            return;
          case 'report':
            this.#ui.report(effect.nick === null ? effect.text : `${effect.nick}: ${effect.text}`);
            return;
        }
      };
      this.#deliver = deliver;
      deliver({ event: 'start' });
    });
  }

  async #signAndBroadcast(
    round: Extract<RoundState, { phase: 'complete' }>,
    plan: CoinjoinPlan,
    request: CoinjoinRequest,
    id: string,
    scripts: { readonly destinationScript: Uint8Array; readonly changeScript: Uint8Array | null },
    hub: MessageHub,
  ): Promise<Omit<CoinjoinResult, 'secondsFillToBroadcast'>> {
    const { store, keys, headers, now } = this.#context;
    const { join, witnesses } = round;
    const destination = addressOfScript(scripts.destinationScript, store.state.network);
    const granted = permitTaker(
      {
        join,
        witnesses,
        approved: {
          amount: plan.amount,
          destinationScript: scripts.destinationScript,
          maxMinerFee: maxMinerFee(join, request.feeRate, this.#context.config.policy.absurdFeePerKb),
          maxFeePerMaker: sumSats([...plan.makers.map(({ fee }) => fee)].sort(descending).slice(0, 1)),
          maxTotalFee: maxTotalFee(plan),
          minimumMakers: Math.min(request.minimumMakers, plan.makers.length),
          maxCoinsPerMaker: MAX_COINS_PER_MAKER,
        },
        ownCoins: new Map(plan.coins.map((coin) => [outpointKey(coin), coin.value])),
        isOwnScript: (script) => ownsScript(this.#context, script),
        changeScript: scripts.changeScript,
        tipHeight: headers.chain.height,
      },
      plan.coins,
    );
    await this.#ui.approveTransaction(join, destination);
    const all = new Map<number, InputWitness>(witnesses);
    for (const { index, witness } of signPermitted(granted, keys)) all.set(index, witness);
    const raw = assemble(
      join.raw,
      join.inputs.map((_input, index) => all.get(index) ?? { scriptSig: new Uint8Array(0), witness: [] }),
    );
    const { txid } = granted.transaction;
    const accepted = await this.#chain.testAccept(raw);
    if (!accepted.accepted) {
      throw new CoinjoinError(
        'coinjoin-rejected',
        `The node would not take the transaction: ${accepted.reason}`,
        {
          cure: 'A maker may have spent its coin meanwhile; try again.',
        },
      );
    }
    await store.commit((draft) => {
      applyOwnTransaction(draft, raw, scriptIndex(store, keys), {
        kind: 'coinjoin-taker',
        amount: plan.amount.toString(),
        minerFee: join.minerFee.toString(),
        coinjoinFee: join.coinjoinFees.toString(),
        peers: join.makers.map(({ nick }) => nick),
        now: now(),
        round: id,
      });
      const record = draft.rounds[id];
      if (record !== undefined) {
        record.txid = txid;
        record.stage = 'broadcast';
        record.outcome = 'done';
      }
    });
    const outcome = await broadcastJoin(raw, txid, request.broadcast, {
      chain: this.#chain,
      hub,
      makers: join.makers.map(({ nick }) => nick),
      random: this.#context.random,
      unseenSeconds: this.#context.config.timeout.unconfirmTimeoutSeconds,
      report: this.#ui.report,
    });
    if (!outcome.ok) {
      await store.commit((draft) => {
        forgetTransaction(draft, txid);
      });
      throw new CoinjoinError(
        'coinjoin-rejected',
        `The network did not take the transaction: ${outcome.error}`,
        {
          cure: 'A maker may have spent its coin meanwhile; try again.',
        },
      );
    }
    return { txid, raw, join, destination, broadcastBy: outcome.value };
  }

  async #close(round: string, outcome: 'failed', reason: string): Promise<void> {
    await this.#context.store.commit((draft) => {
      releaseLeases(draft, round);
      const record = draft.rounds[round];
      if (record !== undefined && record.outcome === 'open') {
        record.outcome = outcome;
        record.reason = reason;
      }
    });
  }
}

function descending(a: bigint, b: bigint): number {
  return Number(b - a);
}

/** Twice the estimate for the real size, so that rounding never stops a join and a false estimate does. */
function maxMinerFee(join: UnsignedJoin, feeRate: number, absurdFeePerKb: number): Sats {
  const vsize = join.raw.length + 27 * join.inputs.length;
  const rate = Math.min(2 * feeRate, absurdFeePerKb);
  return sats(BigInt(Math.ceil((vsize * rate) / 1000)) + 5000n);
}

/** What the plan showed to the user, with room for the miner fee to double. */
function maxTotalFee(plan: CoinjoinPlan): Sats {
  return sats(plan.coinjoinFees + 2n * plan.estimatedMinerFee + 10_000n);
}

interface NextAttempt {
  readonly request: CoinjoinRequest;
  readonly only: ReadonlySet<Nick> | null;
  readonly text: string;
}

/** What may be tried after a failure (protocol/coinjoin.md §2.1), or null when nothing may. */
function nextAttempt(failure: RoundFailure, request: CoinjoinRequest): NextAttempt | null {
  switch (failure.cause) {
    case 'missing-signatures': {
      if (failure.honest.length < request.minimumMakers) return null;
      const makers = failure.honest.length;
      return {
        request: { ...request, makers },
        only: new Set(failure.honest),
        text: `trying again with the ${makers} makers that signed`,
      };
    }
    case 'too-few-makers':
      return { request, only: null, text: 'trying again with other makers' };
    case 'cannot-build':
    case 'cancelled':
      return null;
  }
}

function roundError(failure: RoundFailure): CoinjoinError {
  const reasons = [...failure.reasons].map(([nick, reason]) => `  ${nick}: ${reason}`);
  switch (failure.cause) {
    case 'too-few-makers':
      return new CoinjoinError(
        'coinjoin-makers-failed',
        ['Too few makers went along:', ...reasons].join('\n'),
        {
          cure: 'Try again later, with other makers, or with fewer of them (--makers).',
        },
      );
    case 'missing-signatures':
      return new CoinjoinError(
        'coinjoin-missing-signatures',
        ['Makers did not sign:', ...reasons].join('\n'),
        {
          cure: 'Nothing was spent; try again.',
        },
      );
    case 'cannot-build':
      return new CoinjoinError('coinjoin-not-built', 'The coins do not suffice for the real fees', {
        cure: 'Try a smaller amount, or a lower --fee-rate.',
      });
    case 'cancelled':
      return new CoinjoinError('coinjoin-cancelled', 'The CoinJoin was cancelled; nothing was spent');
  }
}
