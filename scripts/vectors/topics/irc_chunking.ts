import {
  ChunkAssembler,
  chunkPrivate,
  ircChannelName,
  MAX_IRC_LINE,
  packOffers,
} from '../../../shared/jm/irc-chunks.ts';
import { compare, listOf, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

const OWN_NICK = 'J5A6CZS7U46WNQWU';
const OWN_CHANNEL = '#joinmarket-pit-test';

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'privmsg')) {
    const lines = chunkPrivate(textOf(recorded, 'to_nick'), textOf(recorded, 'cmd'), messageOf(recorded));
    yield compare(`${textOf(recorded, 'cmd')} in ${lines.length} lines`, lines, recorded['lines']);
    yield compare(
      'their lengths',
      lines.map((line) => line.length),
      recorded['line_lengths'],
    );
  }
  // The reference tells chunks apart by their text, so equal ones go wrong there; ours go by position.
  const quirk = (file as { cases: Record<string, unknown> }).cases['quirk_equal_chunks'] as Recorded;
  const lines = chunkPrivate(textOf(quirk, 'to_nick'), textOf(quirk, 'cmd'), messageOf(quirk));
  const assembler = new ChunkAssembler();
  const whole = lines.map((line) => assembler.push('peer', line.slice(line.indexOf(':') + 1), 0));
  yield compare('equal chunks come together again', whole[whole.length - 1], `!tx ${messageOf(quirk)}`);
  for (const recorded of listOf(file, 'announce_orders')) {
    const offers = recorded['offers'] as readonly string[];
    const packed = packOffers(OWN_CHANNEL, offers);
    const expected = recorded['lines'] as readonly string[];
    const name = `${offers.length} offers`;
    // At the very end the reference may send a line that is too long; otherwise the lines are the same.
    if (expected.every((line) => line.length <= MAX_IRC_LINE)) yield compare(name, packed, expected);
    else
      yield compare(
        `${name} fit`,
        packed.every((line) => line.length <= MAX_IRC_LINE),
        true,
      );
    const sent = packed.map((line) => line.slice(line.indexOf(':') + 1, -2)).join('');
    yield compare(`${name} are all said`, sent, offers.join(''));
  }
  for (const [index, recorded] of listOf(file, 'receive').entries()) {
    yield compare(`received ${index + 1}`, receive(recorded), recorded['delivered']);
  }
  for (const recorded of listOf(file, 'channels')) {
    const network = textOf(recorded, 'network');
    if (network !== 'mainnet' && network !== 'testnet' && network !== 'signet') continue;
    yield compare(
      `channel on ${network}`,
      ircChannelName(textOf(recorded, 'channel'), network),
      recorded['irc_channel'],
    );
  }
}

function receive(recorded: Recorded): unknown {
  const assembler = new ChunkAssembler();
  const delivered: string[][] = [];
  for (const line of recorded['received'] as readonly Recorded[]) {
    const nick = (textOf(line, 'from').split('!')[0] ?? '').slice(0, 16);
    const text = textOf(line, 'text');
    if (textOf(line, 'to') === OWN_CHANNEL) delivered.push(['pubmsg', nick, text]);
    if (textOf(line, 'to') !== OWN_NICK) continue;
    const message = assembler.push(nick, text, 0);
    if (message !== null) delivered.push(['privmsg', nick, message]);
  }
  return delivered;
}

/** A text, or what is recorded for a long one: `{ repeat, count }`. */
function messageOf(recorded: Recorded): string {
  const message = recorded['message'];
  if (typeof message === 'string') return message;
  const { repeat, count } = message as { readonly repeat: string; readonly count: number };
  return repeat.repeat(count);
}
