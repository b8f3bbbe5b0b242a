import { sats } from '../../shared/bitcoin/amount.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { TakerRunner } from '../../vm-wallet/runtime/taker-runner.ts';
import type { MemoryPit } from './memory-pit.ts';
import { catchUp, type SimulatedWallet } from './wallet.ts';

/** Small against what a plan moves, so that every mixdepth of it can offer as much. */
const AMOUNT = sats(1_000_000n);
/** sat/kvB. */
const FEE_RATE = 3000;

/** A taker that has nothing to do with the plan, and mixes with its wallet when that is a maker. */
export class Outsider {
  readonly #wallet: SimulatedWallet;
  readonly #pit: MemoryPit;
  readonly #report: (text: string) => void;
  readonly #over = new AbortController();
  readonly #joined: string[] = [];
  #work: Promise<void> | null = null;

  constructor(wallet: SimulatedWallet, pit: MemoryPit, report: (text: string) => void) {
    this.#wallet = wallet;
    this.#pit = pit;
    this.#report = report;
  }

  /** Transactions that it broadcast. */
  get joined(): readonly string[] {
    return this.#joined;
  }

  /** Begins a CoinJoin with one maker and nobody else, unless it is busy with another. */
  meet(maker: Nick): void {
    this.#work ??= this.#join(maker)
      .then(
        (txid) => {
          this.#joined.push(txid);
          this.#report(`a taker mixed with ${maker}: ${txid}`);
        },
        (error: unknown) => {
          this.#report(`a taker could not mix with ${maker}: ${String(error)}`);
        },
      )
      .finally(() => {
        this.#work = null;
      });
  }

  /** Calls off what is not signed, and waits for the end of it. */
  async stop(): Promise<void> {
    this.#over.abort();
    await this.#work;
  }

  async #join(maker: Nick): Promise<string> {
    const { context, chain } = this.#wallet;
    await catchUp(this.#wallet);
    const messages = this.#pit.connect();
    const approve = (): Promise<void> => {
      context.approvals.note('yes');
      return Promise.resolve();
    };
    try {
      const runner = new TakerRunner(context, chain, messages, {
        report: () => undefined,
        approvePlan: () => Promise.resolve(),
        approveTransaction: approve,
        signal: this.#over.signal,
      });
      const { txid } = await runner.run({
        amount: AMOUNT,
        mixdepth: 0,
        destination: 'INTERNAL',
        makers: 1,
        minimumMakers: 1,
        named: [maker],
        algorithm: 'random_under_max_order_choose',
        limits: { absolute: 10_000, relative: 0.01 },
        broadcast: 'self',
        feeRate: FEE_RATE,
      });
      return txid;
    } finally {
      await messages.close();
    }
  }
}
