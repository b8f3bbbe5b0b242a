import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { NodeConfig } from '../../shared/config/joinmarket-cfg.ts';
import { isAllowed, isSearchMethod, type AllowedMethod } from './allowlist.ts';
import { NodeError, nodeErrorFrom, withoutWallet } from './node-error.ts';

/** One call of a batch. */
export interface RpcCall {
  readonly method: AllowedMethod;
  readonly params: readonly unknown[];
}

/** Where calls go, and how long they may take. */
export interface RpcTarget {
  /** A wallet of the node; left out for the node itself. */
  readonly wallet?: string;
  readonly timeoutMs?: number;
}

/** The node's answer to one call: a result, or its error. */
export type RpcAnswer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: number; readonly message: string };

const TIMEOUT_MS = 60_000;
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** A bitcoind's JSON-RPC, narrowed to the allowlist. */
export class BitcoindRpc {
  readonly #config: NodeConfig;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(config: NodeConfig) {
    this.#config = config;
  }

  /** Calls one method. @throws NodeError, also when the node answers with an error. */
  async call(method: AllowedMethod, ...params: readonly unknown[]): Promise<unknown> {
    return resultOf((await this.batch([{ method, params }]))[0]);
  }

  /** Calls several methods at once; the answers come in the order of the calls. @throws NodeError */
  async batch(calls: readonly RpcCall[], target: RpcTarget = {}): Promise<RpcAnswer[]> {
    if (!calls.every((call) => isAllowed(call, target.wallet ?? null)))
      throw new NodeError('node-refused', 'This RPC method is not on the allowlist');
    const body = JSON.stringify(
      calls.map((call, id) => ({ jsonrpc: '2.0', id, method: call.method, params: call.params })),
    );
    const isSearch = calls.some((call) => isSearchMethod(call.method));
    const text = await this.#post(body, { ...target, mayRetry: true, isSearch });
    return readAnswers(text, calls.length);
  }

  /** Closes idle connections. */
  close(): void {
    this.#agent.destroy();
  }

  #post(
    body: string,
    how: RpcTarget & { readonly mayRetry: boolean; readonly isSearch: boolean },
  ): Promise<string> {
    const { host, port } = this.#config;
    const { wallet, timeoutMs = TIMEOUT_MS, mayRetry, isSearch } = how;
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host,
          port,
          method: 'POST',
          path: wallet === undefined ? '/' : `/wallet/${wallet}`,
          agent: this.#agent,
          timeout: timeoutMs,
          headers: {
            authorization: `Basic ${Buffer.from(this.#credentials()).toString('base64')}`,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          let length = 0;
          response.on('data', (part: Buffer) => {
            length += part.length;
            if (length > MAX_ANSWER_BYTES) sent.destroy(new Error('answer too large'));
            else parts.push(part);
          });
          response.on('error', (cause) => {
            reject(this.#unreachable(cause));
          });
          response.on('end', () => {
            // An rpcwhitelist answers like this for methods that it does not know.
            if (response.statusCode === 403 && isSearch) reject(withoutWallet());
            else if (response.statusCode === 401 || response.statusCode === 403)
              reject(this.#badCredentials());
            else if (response.statusCode === 503) reject(this.#busy());
            else resolve(Buffer.concat(parts).toString('utf8'));
          });
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
      sent.on('error', (cause) => {
        // bitcoind closes connections that were idle for a while, which can cross with our next request.
        const stale = sent.reusedSocket && 'code' in cause && cause.code === 'ECONNRESET';
        if (stale && mayRetry) resolve(this.#post(body, { ...how, mayRetry: false }));
        else reject(this.#unreachable(cause));
      });
      sent.end(body);
    });
  }

  /** Read at each call: bitcoind writes a new cookie whenever it starts. */
  #credentials(): string {
    const { cookieFile, user, password, host, port } = this.#config;
    if (cookieFile === null) return `${user}:${password}`;
    try {
      return readFileSync(cookieFile, 'utf8').trim();
    } catch (cause) {
      throw new NodeError(
        'node-unreachable',
        `The cookie file of bitcoind at ${host}:${port} can't be read`,
        {
          cure: 'Start bitcoind, and check rpc_cookie_file in the [BLOCKCHAIN] section of joinmarket.cfg.',
          cause,
        },
      );
    }
  }

  #unreachable(cause: unknown): NodeError {
    const { host, port } = this.#config;
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return new NodeError('node-unreachable', `bitcoind does not answer at ${host}:${port} (${why})`, {
      cure: 'Start bitcoind, and check rpc_host and rpc_port in the [BLOCKCHAIN] section of joinmarket.cfg.',
      cause,
    });
  }

  #busy(): NodeError {
    const { host, port } = this.#config;
    return new NodeError('node-busy', `bitcoind at ${host}:${port} has too many requests waiting`, {
      cure: 'Try again; raise rpcworkqueue in its bitcoin.conf if it happens often.',
    });
  }

  #badCredentials(): NodeError {
    const { host, port, cookieFile } = this.#config;
    const keys = cookieFile === null ? 'rpc_user and rpc_password' : 'rpc_cookie_file';
    return new NodeError('node-credentials', `bitcoind at ${host}:${port} refuses our credentials`, {
      cure: `Check ${keys} in the [BLOCKCHAIN] section of joinmarket.cfg.`,
    });
  }
}

/** The result of one call. @throws NodeError when the node answered with an error. */
export function resultOf(answer: RpcAnswer | undefined): unknown {
  if (answer?.ok === true) return answer.result;
  throw nodeErrorFrom(answer ?? { code: 0, message: 'no answer' });
}

function readAnswers(text: string, count: number): RpcAnswer[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw badAnswer(cause);
  }
  if (!Array.isArray(value)) throw badAnswer();
  const answers = new Map<unknown, RpcAnswer>();
  for (const item of value as readonly unknown[]) {
    if (!isObject(item)) throw badAnswer();
    const error = item['error'];
    answers.set(
      item['id'],
      isObject(error)
        ? { ok: false, code: Number(error['code']), message: String(error['message']) }
        : { ok: true, result: item['result'] },
    );
  }
  return Array.from({ length: count }, (_unused, id) => {
    const answer = answers.get(id);
    if (answer === undefined) throw badAnswer();
    return answer;
  });
}

function badAnswer(cause?: unknown): NodeError {
  return new NodeError('node-bad-answer', 'What listens on the RPC port does not answer like bitcoind', {
    cure: 'Check rpc_host and rpc_port in the [BLOCKCHAIN] section of joinmarket.cfg.',
    cause,
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
