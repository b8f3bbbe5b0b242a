import { sumSats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { MessagesClient } from '../../shared/bridge/messages.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { isJmError } from '../../shared/errors.ts';
import { createBoxKeyPair } from '../../shared/jm/box.ts';
import type { IoauthCommand, Nick, Offer, PublicCommand, PublicKeyHex } from '../../shared/jm/command.ts';
import { formatOffer } from '../../shared/jm/offer.ts';
import { createNickKey } from '../../shared/jm/nick-key.ts';
import { verifyCoin } from '../chain/coin-evidence.ts';
import type { Coin } from '../coins/coin.ts';
import { spendableCoins, unspentCoins } from '../coins/wallet-coins.ts';
import { BlacklistFile } from '../maker/blacklist-file.ts';
import { mayDisclose } from '../maker/disclosure-budget.ts';
import { requiredValue, selectMakerCoins } from '../maker/input-selection.ts';
import { drawOffers, type OfferSettings } from '../maker/offers.ts';
import type {
  Disclosure,
  Fill,
  MakerEffect,
  MakerEvent,
  MakerState,
  MakerTerms,
} from '../maker/session-types.ts';
import { IDLE_MAKER, SESSION_SECONDS, stepMaker, takerBoxKeys } from '../maker/sessions.ts';
import { permitMaker, signatureBlobs } from '../rules/gate.ts';
import { DEFAULT_MAKER_LIMITS, type MakerFacts } from '../rules/maker-pre-sign.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { signBoxKey } from '../session/key-authentication.ts';
import { PrivateSession } from '../session/private-session.ts';
import { INTERNAL, issueAddress } from '../store/address-book.ts';
import { leaseCoins, releaseLeases } from '../store/leases.ts';
import { ownsScript, type WalletContext } from './context.ts';
import { MessageHub } from './message-hub.ts';
import { synchronise } from './synchronise.ts';

/** How the maker talks to its user. */
export interface MakerInterface {
  readonly report: (text: string) => void;
  /** Told once the offers stand in the market. */
  readonly onReady: (nick: Nick, offers: readonly Offer[]) => void;
  readonly signal: AbortSignal;
}

const TICK_MS = 5000;
const BLOCK_WAIT_SECONDS = 30;
const ANSWER_EVERY_SECONDS = 10;
const MAX_REMEMBERED_ASKERS = 5000;
const LEASE_BEFORE_SIGNING_SECONDS = SESSION_SECONDS + 60;
const LEASE_AFTER_SIGNING_SECONDS = 3600;

/** A maker at work: offers, answers takers in parallel, follows the chain, until it is told to stop. */
export class MakerRunner {
  readonly #context: WalletContext;
  readonly #chain: ChainClient;
  readonly #messages: MessagesClient;
  readonly #settings: OfferSettings;
  readonly #ui: MakerInterface;
  readonly #blacklist: BlacklistFile;
  readonly #answered = new Map<Nick, number>();
  readonly #makers = new Set<Nick>();
  #state: MakerState = IDLE_MAKER;
  #offers: readonly Offer[] = [];
  #hub: MessageHub | null = null;
  #fail: (error: unknown) => void = () => undefined;

  constructor(
    context: WalletContext,
    chain: ChainClient,
    messages: MessagesClient,
    settings: OfferSettings,
    ui: MakerInterface,
  ) {
    this.#context = context;
    this.#chain = chain;
    this.#messages = messages;
    this.#settings = settings;
    this.#ui = ui;
    this.#blacklist = new BlacklistFile(context.dataDir);
  }

  /** Runs until the signal aborts. @throws BridgeError, ChainError, StoreError */
  async run(): Promise<void> {
    const { signal, report, onReady } = this.#ui;
    const key = createNickKey(this.#context.random);
    const session = new PrivateSession(key, this.#context.random, (nick) => takerBoxKeys(this.#state, nick));
    const hub = new MessageHub(
      this.#messages,
      session,
      {
        onPrivate: (from, command) => {
          this.#deliver({ event: 'message', from, command });
        },
        onPublic: (from, command) => {
          if (command.command === 'orderbook') this.#answerOrderbook(from);
          else if (command.command === 'hp2') this.#blacklist.add(command.commitment);
          else if (command.command === 'offer') this.#makers.add(from);
        },
        onLeft: (nick) => {
          this.#makers.delete(nick);
          this.#deliver({ event: 'left', nick });
        },
        onStatus: (status) => {
          report(`channel ${status.channel}: ${status.detail}`);
          if (status.state === 'up') this.#reannounce();
        },
        onShed: (lines) => {
          report(`the net VM shed ${lines} public messages`);
        },
      },
      this.#context.now,
    );
    this.#hub = hub;
    const broken = new Promise<never>((_resolve, reject) => {
      this.#fail = (error) => {
        reject(error instanceof Error ? error : new Error(String(error)));
      };
    });
    const stopped = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
    const network = this.#context.store.state.network;
    for (const status of await this.#messages.open({ nick: key.nick, network, serving: true })) {
      hub.noteStatus(status);
      report(`channel ${status.channel}: ${status.detail}`);
    }
    const ticks = setInterval(() => {
      this.#deliver({ event: 'tick' });
    }, TICK_MS);
    const events = hub.run();
    const chain = this.#followChain();
    for (const promise of [broken, events, chain]) promise.catch(() => undefined);
    try {
      await this.#announce();
      onReady(key.nick, this.#offers);
      await Promise.race([stopped, broken, events, chain]);
    } finally {
      clearInterval(ticks);
    }
  }

  #deliver(event: MakerEvent): void {
    const step = stepMaker(this.#state, event, this.#terms());
    this.#state = step.state;
    // One after the other: what an effect must have written is on disk before the next one leaves.
    const perform = async (): Promise<void> => {
      for (const effect of step.effects) await this.#perform(effect);
    };
    perform().catch((error: unknown) => {
      this.#fail(error);
    });
  }

  #terms(): MakerTerms {
    const { takerUtxoRetries, takerUtxoAge, takerUtxoAmountPercent } = this.#context.config.policy;
    const { random } = this.#context;
    return {
      offers: this.#offers,
      isBlacklisted: (commitment) => this.#blacklist.has(commitment),
      retries: takerUtxoRetries,
      age: takerUtxoAge,
      amountPercent: takerUtxoAmountPercent,
      now: this.#context.now(),
      newRound: () => toHex(random.bytes(8)),
      newBoxKey: () => createBoxKeyPair(random),
    };
  }

  async #perform(effect: MakerEffect): Promise<void> {
    switch (effect.effect) {
      case 'send':
        await this.#hub?.send(effect.to, effect.command);
        return;
      case 'look-up':
        await this.#lookUp(effect.taker, effect.round, effect.coin);
        return;
      case 'disclose':
        await this.#disclose(effect.taker, effect.fill);
        return;
      case 'sign':
        await this.#sign(effect.taker, effect.fill, effect.disclosure, effect.transaction);
        return;
      case 'announce-commitment': {
        const others = [...this.#makers];
        const other = others[this.#context.random.below(others.length)];
        if (other !== undefined)
          await this.#hub?.send(other, { command: 'hp2', commitment: effect.commitment });
        return;
      }
      case 'learn-commitment':
        this.#blacklist.add(effect.commitment);
        return;
      case 'publish-commitment':
        await this.#publish({ command: 'hp2', commitment: effect.commitment });
        return;
      case 'push': {
        const outcome = await this.#chain.broadcast(effect.transaction);
        this.#ui.report(outcome.accepted ? `broadcast ${outcome.txid}` : `not broadcast: ${outcome.reason}`);
        return;
      }
      case 'end':
        await this.#context.store.commit((draft) => {
          releaseLeases(draft, effect.round);
          const record = draft.rounds[effect.round];
          if (record !== undefined && record.outcome === 'open') {
            record.outcome = 'abandoned';
            record.reason = effect.reason;
          }
        });
        return;
      case 'report':
        this.#ui.report(`${effect.taker}: ${effect.text}`);
        return;
    }
  }

  async #lookUp(taker: Nick, round: string, outpoint: Outpoint): Promise<void> {
    const coin = verifyCoin(outpoint, await this.#chain.coin(outpoint), this.#context.headers.chain);
    this.#deliver({ event: 'coin', taker, round, coin });
  }

  /** Chooses what we show to a taker, and writes it down before it can be sent. */
  async #disclose(taker: Nick, fill: Fill): Promise<void> {
    const { store, keys, config, headers, now } = this.#context;
    const { mixdepths } = store.state;
    if (!mayDisclose(Object.values(store.state.rounds), now())) {
      this.#ui.report('the hourly or daily number of disclosures is used up');
      this.#deliver({ event: 'disclosed', taker, round: fill.round, disclosure: null, ioauth: null });
      return;
    }
    const disclosure = await store.commit((draft): Disclosure | null => {
      const spendable = spendableCoins(store.state, { tipHeight: headers.chain.height, now: now() });
      const chosen = selectMakerCoins(
        spendable,
        requiredValue(fill.offer, fill.amount),
        mixdepths,
        config.policy.mergeAlgorithm,
      );
      if (chosen === null) return null;
      const { mixdepth, coins } = chosen;
      leaseCoins(draft, coins, {
        round: fill.round,
        until: now() + LEASE_BEFORE_SIGNING_SECONDS,
        now: now(),
      });
      const issue = (depth: number, purpose: 'coinjoin' | 'change') =>
        issueAddress(draft, keys, { mixdepth: depth, branch: INTERNAL, purpose, now: now() });
      const coinjoinAddress = issue((mixdepth + 1) % mixdepths, 'coinjoin');
      const changeAddress = issue(mixdepth, 'change');
      draft.rounds[fill.round] = {
        id: fill.round,
        role: 'maker',
        startedAt: now(),
        stage: 'ioauth',
        amount: fill.amount.toString(),
        peers: [taker],
        addresses: [coinjoinAddress, changeAddress].map(
          ({ path }) => `${path.mixdepth}/${path.branch}/${path.index}`,
        ),
        coins: coins.map(outpointKey),
        txid: null,
        outcome: 'open',
        reason: null,
      };
      return { mixdepth, coins, coinjoinAddress, changeAddress };
    });
    if (disclosure !== null) this.#blacklist.add(fill.commitment);
    this.#deliver({
      event: 'disclosed',
      taker,
      round: fill.round,
      disclosure,
      ioauth: disclosure === null ? null : this.#ioauth(fill, disclosure),
    });
  }

  #ioauth(fill: Fill, { coins, coinjoinAddress, changeAddress }: Disclosure): IoauthCommand | null {
    const [first] = coins;
    if (first === undefined) return null;
    const { keys } = this.#context;
    return {
      command: 'ioauth',
      utxos: coins.map(({ txid, vout }) => ({ txid, vout })),
      authKey: toHex(keys.publicKeyAt(first.path)) as PublicKeyHex,
      coinjoinAddress: coinjoinAddress.address,
      changeAddress: changeAddress.address,
      signature: keys.withPrivateKey(first.path, (privateKey) => signBoxKey(fill.own.publicKey, privateKey)),
    };
  }

  /** Checks every rule, writes down that we sign, and only then signs. */
  async #sign(taker: Nick, fill: Fill, disclosure: Disclosure, raw: Uint8Array): Promise<void> {
    const { store, keys, now } = this.#context;
    let granted;
    try {
      granted = permitMaker(this.#facts(fill, disclosure, raw), disclosure.coins);
    } catch (error) {
      if (!isJmError(error)) throw error;
      this.#deliver({
        event: 'signed',
        taker,
        round: fill.round,
        outcome: { ok: false, reason: error.message },
      });
      return;
    }
    const { txid } = parseTransaction(raw);
    await store.commit((draft) => {
      leaseCoins(draft, disclosure.coins, {
        round: fill.round,
        until: now() + LEASE_AFTER_SIGNING_SECONDS,
        now: now(),
      });
      const record = draft.rounds[fill.round];
      if (record !== undefined) {
        record.stage = 'signed';
        record.txid = txid;
      }
    });
    this.#deliver({
      event: 'signed',
      taker,
      round: fill.round,
      outcome: { ok: true, txid, signatures: signatureBlobs(granted, keys) },
    });
  }

  #facts(fill: Fill, { coins, coinjoinAddress, changeAddress }: Disclosure, raw: Uint8Array): MakerFacts {
    const { store, keys, headers, now } = this.#context;
    const { state } = store;
    const shown = new Set(coins.map(outpointKey));
    const record = state.rounds[fill.round];
    const reserved = new Map(
      (record?.addresses ?? []).map((path) => [state.shown[path]?.address ?? '', path] as const),
    );
    const coinjoinScript = keys.scriptAt(coinjoinAddress.path);
    const changeScript = keys.scriptAt(changeAddress.path);
    const fresh = new Set(
      [coinjoinAddress, changeAddress]
        .filter(({ address }) => reserved.has(address))
        .map(({ path }) => toHex(keys.scriptAt(path))),
    );
    const signedSince = (seconds: number): number =>
      Object.values(state.rounds).filter(
        (round) => round.role === 'maker' && round.txid !== null && now() - round.startedAt < seconds,
      ).length;
    return {
      raw,
      offer: fill.offer,
      amount: fill.amount,
      coins: new Map(
        coins.filter((coin) => this.#isProven(coin)).map((coin) => [outpointKey(coin), coin.value]),
      ),
      otherCoins: new Set(
        unspentCoins(state)
          .map(outpointKey)
          .filter((key) => !shown.has(key)),
      ),
      coinjoinScript,
      changeScript,
      isReserved: (script) => fresh.has(toHex(script)),
      isOwnScript: (script) => ownsScript(this.#context, script),
      tipHeight: headers.chain.height,
      leaseHeld: coins.every((coin) => {
        const lease = state.leases[outpointKey(coin)];
        return lease?.round === fill.round && lease.until > now();
      }),
      disclosureRecorded:
        record?.role === 'maker' &&
        record.outcome === 'open' &&
        record.txid === null &&
        record.amount === fill.amount.toString() &&
        coins.every((coin) => record.coins.includes(outpointKey(coin))),
      sessionAge: now() - fill.startedAt,
      limits: DEFAULT_MAKER_LIMITS,
      signedLastHour: signedSince(3600),
      signedLastDay: signedSince(86_400),
    };
  }

  /** True while the coin is still unspent in a block that we verified, with the value that we hold it to have. */
  #isProven(coin: Coin): boolean {
    const stored = this.#context.store.state.coins[outpointKey(coin)];
    return (
      stored !== undefined &&
      stored.spentBy === null &&
      stored.height !== null &&
      BigInt(stored.value) === coin.value
    );
  }

  /** Draws offers from the balances, and says what changed. */
  async #announce(): Promise<void> {
    const { store, headers, random, now } = this.#context;
    const coins = spendableCoins(store.state, { tipHeight: headers.chain.height, now: now() });
    const balances = Array.from({ length: store.state.mixdepths }, (_unused, mixdepth) =>
      sumSats(coins.filter((coin) => coin.path.mixdepth === mixdepth).map((coin) => coin.value)),
    );
    const before = this.#offers;
    this.#offers = drawOffers(balances, this.#settings, random);
    const vanished = before.filter((old) => !this.#offers.some(({ oid }) => oid === old.oid));
    if (vanished.length > 0) {
      await this.#publish(...vanished.map(({ oid }) => ({ command: 'cancel', oid }) as const));
    }
    for (const offer of this.#offers) this.#ui.report(`offering: ${formatOffer(offer)}`);
    await this.#publishOffers();
    if (this.#offers.length === 0)
      this.#ui.report('nothing to offer: no mixdepth has enough confirmed coins');
  }

  /** One public message an offer, as the onion channel wants it. */
  async #publishOffers(): Promise<void> {
    for (const offer of this.#offers) await this.#publish({ command: 'offer', offer });
  }

  /** Says something in public; without a directory it is said again when one is back. */
  async #publish(...commands: readonly PublicCommand[]): Promise<void> {
    try {
      await this.#hub?.publish(...commands);
    } catch (error) {
      if (!(error instanceof PeerFailure)) throw error;
      this.#ui.report(`not published: ${error.message}`);
    }
  }

  #reannounce(): void {
    this.#publishOffers().catch((error: unknown) => {
      this.#fail(error);
    });
  }

  /** One private message an offer, so that joinmarket-ng sees all of them; not more than one answer in ten seconds. */
  #answerOrderbook(from: Nick): void {
    const now = this.#context.now();
    if (now - (this.#answered.get(from) ?? -Infinity) < ANSWER_EVERY_SECONDS) return;
    const [oldest] = this.#answered.keys();
    if (this.#answered.size >= MAX_REMEMBERED_ASKERS && oldest !== undefined) this.#answered.delete(oldest);
    this.#answered.set(from, now);
    const answer = async (): Promise<void> => {
      for (const offer of this.#offers) await this.#hub?.send(from, { command: 'offers', offers: [offer] });
    };
    answer().catch((error: unknown) => {
      this.#fail(error);
    });
  }

  /** Follows the chain; when our coins change, the offers do. */
  async #followChain(): Promise<void> {
    const { signal, report } = this.#ui;
    const { store, headers } = this.#context;
    while (!signal.aborted) {
      const known = headers.chain.tip.hash;
      const status = await this.#chain.waitForBlock(known, BLOCK_WAIT_SECONDS);
      if (status.bestBlock === known) continue;
      const before = unspentCoins(store.state).map(outpointKey).join();
      await synchronise(this.#context, this.#chain, { signal });
      report(`block ${headers.chain.height}`);
      await this.#settleRounds();
      if (unspentCoins(store.state).map(outpointKey).join() !== before) await this.#announce();
    }
  }

  /** Marks rounds whose transaction is in a block, and what they earned. */
  async #settleRounds(): Promise<void> {
    const { store } = this.#context;
    const confirmed = new Map(
      store.state.history.filter((entry) => entry.height !== null).map((entry) => [entry.txid, entry]),
    );
    const open = Object.values(store.state.rounds).filter(
      (round) =>
        round.role === 'maker' &&
        round.outcome === 'open' &&
        round.txid !== null &&
        confirmed.has(round.txid),
    );
    if (open.length === 0) return;
    await store.commit((draft) => {
      for (const { id, txid, amount, peers } of open) {
        const record = draft.rounds[id];
        const entry = draft.history.find((known) => known.txid === txid);
        if (record !== undefined) record.outcome = 'done';
        if (entry === undefined) continue;
        const at = draft.history.indexOf(entry);
        draft.history[at] = {
          ...entry,
          kind: 'coinjoin-maker',
          amount,
          coinjoinFee: (-BigInt(entry.delta)).toString(),
          peers: [...peers],
        };
      }
    });
    for (const { txid } of open) {
      const entry = store.state.history.find((known) => known.txid === txid);
      this.#ui.report(`CoinJoin ${txid ?? ''} confirmed, earned ${entry?.delta ?? '0'} sat`);
    }
  }
}
