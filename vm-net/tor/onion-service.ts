import { setTimeout as pause } from 'node:timers/promises';
import { addOnionCommands, refusedOnion, VIRTUAL_PORT } from './add-onion.ts';
import { authenticate } from './authenticate.ts';
import { ControlConnection, type ControlAddress } from './control-connection.ts';
import { replyValue } from './control-reply.ts';
import { TorError } from './tor-error.ts';
import type { Location } from '../channels/onion/location.ts';

/** How an onion service is made. */
export interface OnionServiceOptions {
  readonly control: ControlAddress & { readonly password: string | null };
  /** Where Tor connects when somebody calls. */
  readonly target: Location;
  /** `ED25519-V3:` and the key in base64; null for a new one, which is forgotten at the end. */
  readonly key: string | null;
  /** Uniform in [0, 1). */
  readonly jitter: () => number;
  /** Told the reason at each loss, and null when the service is back. */
  readonly onChange: (trouble: string | null) => void;
  /** How long Tor may take to come up at the start. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 60_000;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 60_000;
const ADDRESS = /^[a-z2-7]{56}$/u;
/**
 * An onion service that lives as long as this object: made over the control port, made again with the same address when Tor was
 * restarted, removed at the end (protocol/onion-channel.md §10.1). Its key stays in this process.
 */
export class OnionService {
  readonly #options: OnionServiceOptions;
  readonly #signal: AbortSignal;
  #key: string | null;
  #control: ControlConnection | null = null;
  #address = '';

  private constructor(options: OnionServiceOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
    this.#key = options.key;
  }

  /**
   * Makes the service; waits for a Tor that is not up yet.
   * @param signal Ends the waiting, and every attempt to bring the service back.
   * @throws TorError
   */
  static async start(options: OnionServiceOptions, signal: AbortSignal): Promise<OnionService> {
    const service = new OnionService(options, signal);
    const deadline = performance.now() + (options.patienceMs ?? PATIENCE_MS);
    await service.#make((error) => isPassing(error) && performance.now() < deadline);
    return service;
  }

  /** `onion:port` that others dial. */
  get location(): string {
    return `${this.#address}.onion:${VIRTUAL_PORT}`;
  }

  /** `ED25519-V3:` and the key in base64: whoever has it can answer at this address. Null when Tor kept it to itself. */
  get key(): string | null {
    return this.#key;
  }

  /** Removes the service. Abort the signal first. */
  async stop(): Promise<void> {
    const control = this.#control;
    this.#control = null;
    // The connection's end removes the service too, if Tor does not answer any more.
    await control?.ask(`DEL_ONION ${this.#address}`).catch(() => undefined);
    control?.close();
  }

  async #make(again: (error: unknown) => boolean): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      try {
        await this.#makeOnce();
        return;
      } catch (error) {
        if (this.#signal.aborted || !again(error)) throw error;
        const delay =
          Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 1.5 ** failures) * (0.5 + this.#options.jitter());
        await pause(delay, undefined, { signal: this.#signal });
      }
    }
  }

  async #makeOnce(): Promise<void> {
    const control = await ControlConnection.open(this.#options.control);
    try {
      await authenticate(control, this.#options.control.password);
      const { address, key } = await this.#add(control);
      // One service, one address: a Tor that answers with another has not been asked for it.
      if (!ADDRESS.test(address) || (this.#address !== '' && address !== this.#address)) {
        throw new TorError('tor-refused', 'Tor made another onion service than the one that was asked for');
      }
      this.#signal.throwIfAborted();
      this.#address = address;
      this.#key ??= key;
    } catch (error) {
      control.close();
      throw error;
    }
    this.#control = control;
    void control.closed.then((reason) => this.#lost(reason));
  }

  async #add(control: ControlConnection): Promise<{ readonly address: string; readonly key: string | null }> {
    const [better, plain] = addOnionCommands(this.#key, this.#options.target);
    const guarded = await control.ask(better);
    const { status, lines } = guarded.status === 250 ? guarded : await control.ask(plain);
    if (status !== 250) throw refusedOnion({ status, lines });
    const value = (name: string): string | null =>
      lines.map((line) => replyValue(line, name)).find((found) => found !== null) ?? null;
    return { address: value('ServiceID') ?? '', key: value('PrivateKey') };
  }

  /** A Tor that comes back may show an old cookie or none for a moment, so that nothing ends the attempts but the signal. */
  async #lost(reason: TorError): Promise<void> {
    if (this.#signal.aborted) return;
    this.#control = null;
    this.#options.onChange(reason.message);
    try {
      await this.#make(() => true);
    } catch {
      return;
    }
    this.#options.onChange(null);
  }
}

/** What may be over in a moment: Tor is not up yet, or went while it was asked. */
function isPassing(error: unknown): boolean {
  return error instanceof TorError && (error.code === 'tor-unreachable' || error.code === 'tor-closed');
}
