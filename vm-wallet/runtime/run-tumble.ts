import type { Sats } from '../../shared/bitcoin/amount.ts';
import type { TumbleState } from '../store/state.ts';
import { approvedFor } from '../tumbler/approval.ts';
import {
  isLeftToSweep,
  nextMove,
  type Move,
  type ReadonlyEntry,
  type ReadonlyTumble,
} from '../tumbler/next-move.ts';
import * as progress from '../tumbler/progress.ts';
import { settle } from '../tumbler/settle.ts';
import { TumblerError } from '../tumbler/tumbler-error.ts';
import { FeeError } from './fee-rate.ts';
import { failureOf } from './tumble-failure.ts';
import { timeText } from './tumble-log.ts';
import { approvalFor, requestFor, type RoundApproval } from './tumble-round.ts';
import { surroundingsOf } from './tumble-surroundings.ts';
import type { TumbleContext, TumbleEnd, TumbleWorld } from './tumble-world.ts';

/** A wish is read at least this often. */
const LONGEST_WAIT_SECONDS = 60;
/** When miners ask more than the plan allows. */
const DEAR_SECONDS = 30 * 60;
const HOUR_SECONDS = 3600;

/** Works a plan off, entry by entry. All that it knows is on disk, so that it may be stopped anywhere, and run again. */
export class TumbleRunner {
  readonly #context: TumbleContext;
  readonly #world: TumbleWorld;
  #told = '';
  #broadcastAt: number;

  constructor(context: TumbleContext, world: TumbleWorld) {
    this.#context = context;
    this.#world = world;
    this.#broadcastAt = context.now();
  }

  /** Runs until the plan is over or paused, or the signal aborts. @throws BridgeError, StoreError */
  async run(): Promise<TumbleEnd> {
    await this.#commit(progress.start);
    for (;;) {
      await this.#heedWish();
      const tumble = this.#tumble;
      if (tumble.status === 'done' || tumble.status === 'paused' || tumble.status === 'cancelled') {
        return tumble.status;
      }
      if (this.#world.signal.aborted) return 'interrupted';
      await this.#make(nextMove(tumble, surroundingsOf(this.#context))).catch((error: unknown) => {
        if (!this.#world.signal.aborted || error !== this.#world.signal.reason) throw error;
      });
    }
  }

  get #tumble(): ReadonlyTumble {
    const { tumble } = this.#context.store.state;
    if (tumble === null) throw new TumblerError('tumble-no-plan', 'There is no plan');
    return tumble;
  }

  get #entry(): ReadonlyEntry {
    const entry = this.#tumble.entries[this.#tumble.current];
    if (entry === undefined) throw new Error('the plan has no entry left');
    return entry;
  }

  async #make(move: Move): Promise<void> {
    switch (move.move) {
      case 'stop':
        return;
      case 'finish':
        await this.#commit((tumble) => {
          tumble.status = 'done';
        });
        this.#say('the plan is done');
        return;
      case 'settle':
        await this.#settle();
        return;
      case 'complete':
        await this.#complete(move.txid, 'confirmed');
        return;
      case 'lost':
        await this.#lost(move.txid);
        return;
      case 'skip':
        await this.#complete(null, `skipped: ${move.reason}`);
        return;
      case 'give-up':
        await this.#pause(move.reason);
        return;
      case 'await-block':
        this.#sayOnce(`waiting: ${move.reason}`);
        await this.#world.wait(LONGEST_WAIT_SECONDS);
        await this.#broadcastAgain();
        return;
      case 'await-time':
        this.#sayOnce(`waiting until ${timeText(move.until)} UTC: ${move.reason}`);
        await this.#world.wait(Math.min(LONGEST_WAIT_SECONDS, move.until - this.#context.now()));
        return;
      case 'open-session':
        await this.#commit(progress.openSession);
        return;
      case 'serve':
        await this.#serve(move.until);
        return;
      case 'join':
        await this.#join(move.amount, move.base);
        return;
    }
  }

  async #join(amount: Sats, base: Sats): Promise<void> {
    const entry = this.#entry;
    const feeRate = await this.#affordableFeeRate();
    if (feeRate === null) return;
    await this.#commit((tumble) => {
      progress.begin(tumble, base);
    });
    const sum = amount === 0n ? 'all' : `${amount} sat`;
    this.#say(
      `CoinJoin of ${sum} of mixdepth ${entry.mixdepth} with ${entry.makers} makers to ${entry.destination}`,
    );
    const request = requestFor(this.#context.config, this.#tumble, entry, amount, feeRate);
    try {
      const { txid, join } = await this.#world.join(
        request,
        this.#lastMakers(),
        this.#approval(entry, amount),
      );
      await this.#commit((tumble) => {
        progress.noteSigned(tumble, txid);
      });
      const makers = join.makers.map(({ nick }) => nick).join(' ');
      this.#say(`${txid} is out: ${join.amount} sat, makers earn ${join.coinjoinFees} sat: ${makers}`);
    } catch (error) {
      await this.#fail(error);
    }
  }

  #approval(entry: ReadonlyEntry, amount: Sats): RoundApproval {
    const { store, approvals } = this.#context;
    return approvalFor(store, approvedFor(this.#tumble, entry, amount), async (coins, cost) => {
      await this.#commit((tumble) => {
        progress.beginSigning(tumble, coins, cost);
      });
      approvals.note(this.#world.approvedBy);
    });
  }

  async #fail(error: unknown): Promise<void> {
    const failure = failureOf(error);
    const reason = error instanceof Error ? error.message : 'unknown';
    await this.#settle();
    const { status } = this.#entry;
    if (status === 'broadcast') {
      this.#say(`signed, and then: ${reason}`);
      if (failure === 'fatal') throw error;
      return;
    }
    if (this.#world.signal.aborted) return;
    if (failure === 'fatal') throw error;
    if (failure === 'refused' || (failure === 'no-proof' && this.#entry.amount === '0')) {
      await this.#pause(reason);
      return;
    }
    if (failure === 'too-much' && isLeftToSweep(this.#tumble, this.#entry)) {
      await this.#complete(null, 'skipped: the mixdepth holds less, and its sweep takes it');
      return;
    }
    await this.#commit((tumble, now) => {
      progress.fail(tumble, now, reason, this.#context.random);
    });
    this.#say(`failed (${this.#tumble.failures}): ${reason}`);
    this.#sayPaused();
  }

  /** Decides by the disk what became of an entry whose signing had begun. */
  async #settle(): Promise<void> {
    if (this.#entry.status !== 'signing') return;
    const { booked, refused } = settle(this.#context.store.state, this.#entry);
    await this.#commit((tumble) => {
      for (const txid of refused) progress.noteSigned(tumble, txid);
      if (booked === null) progress.takeBack(tumble);
      else progress.noteSigned(tumble, booked);
    });
    this.#say(booked === null ? 'no signature of this entry is out' : `${booked} was signed for this entry`);
  }

  async #lost(txid: string): Promise<void> {
    const reason = this.#context.store.state.refused[txid]?.reason ?? 'another transaction took its coins';
    await this.#commit((tumble, now) => {
      progress.takeBack(tumble);
      progress.fail(tumble, now, `${txid}: ${reason}`, this.#context.random);
    });
    this.#say(`${txid} came to nothing: ${reason}`);
    this.#sayPaused();
  }

  async #complete(txid: string | null, how: string): Promise<void> {
    const { current } = this.#tumble;
    await this.#commit((tumble, now) => {
      progress.complete(tumble, now, txid);
    });
    this.#say(
      `entry ${current + 1} of ${this.#tumble.entries.length} ${how}${txid === null ? '' : `: ${txid}`}`,
    );
  }

  async #serve(until: number): Promise<void> {
    this.#say(`a maker until ${timeText(until)} UTC`);
    await this.#world.serve(until - this.#context.now());
    if (this.#world.signal.aborted) return;
    await this.#commit(progress.closeSession);
    this.#say('no maker any more');
  }

  /** Null when miners ask more than the plan allows: then it waits, which is no failure. */
  async #affordableFeeRate(): Promise<number | null> {
    const most = this.#tumble.limits.feeRate;
    const rate = await this.#world.feeRate().catch((error: unknown) => {
      if (error instanceof FeeError) return Number.POSITIVE_INFINITY;
      throw error;
    });
    if (rate <= most) return rate;
    this.#sayOnce(`miners ask more than ${most} sat/kvB; looking again in ${DEAR_SECONDS / 60} minutes`);
    await this.#commit((tumble, now) => {
      progress.putOff(tumble, now + DEAR_SECONDS);
    });
    return null;
  }

  /** A transaction may fall out of the mempool while a plan waits for it. */
  async #broadcastAgain(): Promise<void> {
    const { now, config } = this.#context;
    if (now() - this.#broadcastAt < config.timeout.confirmTimeoutHours * HOUR_SECONDS) return;
    this.#broadcastAt = now();
    await this.#world.broadcastAgain();
  }

  #lastMakers(): ReadonlySet<string> {
    const { entries, current } = this.#tumble;
    const txid = entries[current - 1]?.txids.at(-1);
    return new Set(this.#context.store.state.history.find((entry) => entry.txid === txid)?.peers);
  }

  async #heedWish(): Promise<void> {
    const wish = this.#world.wish.read();
    if (wish === null) return;
    await this.#commit((tumble) => {
      if (wish === 'cancel') progress.cancel(tumble);
      else progress.pause(tumble, null);
    });
    this.#world.wish.drop();
    this.#say(wish === 'cancel' ? 'cancelled' : 'paused');
  }

  async #pause(reason: string): Promise<void> {
    await this.#commit((tumble) => {
      progress.pause(tumble, reason);
    });
    this.#sayPaused();
  }

  async #commit(change: (tumble: TumbleState, now: number) => void): Promise<void> {
    const { store, now } = this.#context;
    await store.commit((draft) => {
      if (draft.tumble !== null) change(draft.tumble, now());
    });
    this.#world.onProgress(this.#tumble);
  }

  #sayPaused(): void {
    const { status, reason } = this.#tumble;
    if (status === 'paused') this.#say(`paused: ${reason ?? 'as you wished'}`);
  }

  #say(text: string): void {
    this.#told = text;
    this.#world.report(text);
  }

  /** What holds for a while is said once. */
  #sayOnce(text: string): void {
    if (this.#told !== text) this.#say(text);
  }
}
