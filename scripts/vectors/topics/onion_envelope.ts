import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { parseNick } from '../../../shared/jm/nick.ts';
import {
  decodeEnvelope,
  encodeEnvelope,
  ENVELOPE,
  privateLine,
  publicLine,
  type Envelope,
} from '../../../shared/jm/onion/envelope.ts';
import { formatClientHandshake } from '../../../shared/jm/onion/handshake.ts';
import type { Nick } from '../../../shared/jm/command.ts';
import { DirectoryNode } from '../../../vm-net/directory/directory-node.ts';
import { compare, listOf, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

const NETWORK = 'testnet';

export async function* check(file: unknown): AsyncIterable<CaseResult> {
  const own = nickOf(String((file as Recorded)['own_nick']));
  for (const recorded of listOf(file, 'encode')) {
    const encoded = encodeEnvelope(Number(recorded['type']), textOf(recorded, 'line'));
    yield compare(`encode ${textOf(recorded, 'name')}`, encoded, recorded['encoded']);
  }
  for (const recorded of listOf(file, 'decode')) {
    const raw = textOf(recorded, 'raw');
    // Python counts true as a number and 687.0 as none; JSON has no such difference, and no peer sends either.
    if (raw.includes('true') || raw.includes('687.0')) {
      yield compare(`decode ${raw}`, decodeEnvelope(raw)?.type ?? null, raw.includes('true') ? null : 687);
      continue;
    }
    const expected = typeof recorded['result'] === 'string' ? null : recorded['result'];
    yield compare(`decode ${raw}`, decodeEnvelope(raw), expected);
  }
  for (const recorded of listOf(file, 'format')) yield checkFormat(recorded, own);
  yield* checkRelay(listOf(file, 'directory_relay'), own);
}

function checkFormat(recorded: Recorded, own: Nick): CaseResult {
  const call = textOf(recorded, 'call');
  const from = 'source_nick' in recorded ? nickOf(textOf(recorded, 'source_nick')) : own;
  const message = textOf(recorded, 'msg');
  const line =
    call === 'get_privmsg'
      ? privateLine(from, nickOf(textOf(recorded, 'to')), `!${textOf(recorded, 'cmd')} ${message}`)
      : publicLine(from, message);
  return compare(call, line, recorded['result']);
}

/** Relays the recorded lines through a real directory on the loopback. */
async function* checkRelay(relays: readonly Recorded[], own: Nick): AsyncIterable<CaseResult> {
  const node = new DirectoryNode({ network: NETWORK, nick: own, motd: '', loopback: true });
  const directory = await node.listen('127.0.0.1', 0);
  const sender = await Peer.join('J56nrVuCDq3hx9Ra', '127.0.0.1:40001', directory.port);
  const others = [
    await Peer.join('J5bbbbbbbbbbbbbb', 'NOT-SERVING-ONION', directory.port),
    await Peer.join('J5cccccccccccccc', 'NOT-SERVING-ONION', directory.port),
  ];
  try {
    for (const recorded of relays) {
      const incoming = recorded['in'] as Envelope;
      sender.send(incoming.type, incoming.line);
      // The sender's pong says that its line was handled; only then do the others ask.
      const heard = [await sender.flush()];
      for (const other of others) heard.push(await other.flush());
      const relayed = heard.flatMap((envelopes, index) =>
        envelopes
          .filter(({ type }) => type === ENVELOPE.privateMessage || type === ENVELOPE.publicMessage)
          .map((envelope) => [[sender, ...others][index]?.nick, envelope]),
      );
      yield compare(`relay ${incoming.line.slice(0, 50)}`, relayed, expectedRelay(recorded));
    }
  } finally {
    for (const peer of [sender, ...others]) peer.close();
    await directory.close();
  }
}

/** What is recorded, less what a directory must not do: relay for a forged sender, or a line without a message. */
function expectedRelay(recorded: Recorded): unknown {
  const { line } = recorded['in'] as Envelope;
  const from = line.split('!')[0] ?? '';
  if (from !== recorded['from_peer_nick'] || line.split('!').length < 3) return [];
  const sent = recorded['sent'] as readonly (readonly [string, Envelope])[];
  return sent.filter(([, { type }]) => type === ENVELOPE.privateMessage || type === ENVELOPE.publicMessage);
}

class Peer {
  readonly nick: string;
  readonly #socket: Socket;
  readonly #heard: Envelope[] = [];
  #wake: () => void = () => undefined;

  private constructor(nick: string, socket: Socket) {
    this.nick = nick;
    this.#socket = socket;
    createInterface({ input: socket }).on('line', (text) => {
      const envelope = decodeEnvelope(text);
      if (envelope !== null) this.#heard.push(envelope);
      this.#wake();
    });
    socket.on('close', () => {
      this.#wake();
    });
  }

  static async join(nick: string, location: string, port: number): Promise<Peer> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    const peer = new Peer(nick, socket);
    const handshake = { location, features: ['ping'], nick, network: NETWORK };
    peer.send(ENVELOPE.handshake, formatClientHandshake(handshake));
    const answer = await peer.#until((envelope) => envelope.type === ENVELOPE.directoryHandshake);
    if (!answer[0]?.line.includes('"accepted": true')) throw new Error('the directory refused a peer');
    return peer;
  }

  send(type: number, line: string): void {
    this.#socket.write(`${encodeEnvelope(type, line)}\r\n`);
  }

  /** Everything heard until the answer to a ping, which the directory sends after all that came before. */
  async flush(): Promise<Envelope[]> {
    this.send(ENVELOPE.ping, '');
    const heard = await this.#until((envelope) => envelope.type === ENVELOPE.pong);
    return heard.filter(({ type }) => type !== ENVELOPE.pong);
  }

  close(): void {
    this.#socket.destroy();
  }

  async #until(found: (envelope: Envelope) => boolean): Promise<Envelope[]> {
    for (;;) {
      const at = this.#heard.findIndex(found);
      if (at !== -1) return this.#heard.splice(0, at + 1);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      if (this.#socket.destroyed && !this.#heard.some(found)) throw new Error('the directory hung up');
    }
  }
}

function nickOf(text: string): Nick {
  const nick = parseNick(text);
  if (nick === null) throw new Error(`${text} is no nick`);
  return nick;
}
