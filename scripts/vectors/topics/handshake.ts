import {
  formatClientHandshake,
  formatDirectoryHandshake,
  parseClientHandshake,
  parseDirectoryHandshake,
} from '../../../shared/jm/onion/handshake.ts';
import { compare, listOf, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

const NETWORK = 'testnet';

interface Reply {
  readonly type: number;
  readonly line: string;
}

export function* check(file: unknown): Iterable<CaseResult> {
  const cases = (file as { cases: Record<string, unknown> }).cases;
  for (const recorded of listOf(file, 'directory_receives_client_handshake'))
    yield* directoryReceives(recorded);
  for (const recorded of listOf(file, 'client_receives_dn_handshake')) {
    const read = parseDirectoryHandshake(lineOf(recorded['dn_handshake']), NETWORK);
    const result = recorded['result'] as Recorded;
    yield compare(`client: ${textOf(recorded, 'name')}`, read.ok, result['peer_status'] === 'handshaked');
    if (read.ok)
      yield compare(`client: ${textOf(recorded, 'name')} nick`, read.value.nick, result['directory_nick']);
  }
  const sent = cases['client_sends'] as Reply;
  const parsed = parseClientHandshake(sent.line, NETWORK);
  yield compare('what a client sends', parsed.ok && formatClientHandshake(parsed.value), sent.line);
  const received = cases['maker_receives_takers_handshake'] as Recorded;
  yield compare(
    'a maker takes the handshake of its peer',
    parsed.ok && parsed.value.nick,
    received['peer_nick'],
  );
}

function* directoryReceives(recorded: Recorded): Iterable<CaseResult> {
  const name = `directory: ${textOf(recorded, 'name')}`;
  const read = parseClientHandshake(lineOf(recorded['handshake']), NETWORK);
  const { replies, peer_nick: nick } = recorded['result'] as {
    readonly replies: readonly (readonly [string, Reply])[];
    readonly peer_nick: string;
  };
  const reply = replies[0]?.[1];
  // The reference takes a peer without a name; relaying to it is impossible, so we do not.
  if (textOf(recorded, 'name') === 'empty nick') {
    yield compare(name, read, { ok: false, error: 'malformed' });
    return;
  }
  if (reply === undefined) {
    yield compare(name, read, { ok: false, error: 'malformed' });
    return;
  }
  const expected = JSON.parse(reply.line) as Recorded;
  yield compare(name, read.ok, expected['accepted']);
  if (read.ok) yield compare(`${name} nick`, read.value.nick, nick);
  const answer = formatDirectoryHandshake({
    accepted: read.ok,
    features: [],
    nick: textOf(expected, 'nick'),
    network: textOf(expected, 'network'),
    motd: textOf(expected, 'motd'),
  });
  yield compare(`${name} answer`, answer, reply.line);
}

/** Recorded as an object, or as text where it is no JSON. */
function lineOf(handshake: unknown): string {
  return typeof handshake === 'string' ? handshake : JSON.stringify(handshake);
}
