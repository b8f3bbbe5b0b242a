import type { Nick } from '../../../shared/jm/command.ts';
import { chunkPrivate, MAX_IRC_LINE, packOffers } from '../../../shared/jm/irc-chunks.ts';
import { isOfferType } from '../../../shared/jm/offer.ts';
import { MAX_LINE_LENGTH } from '../../../shared/jm/signed-line.ts';
import { ChannelError } from '../channel.ts';

/** Anything else could end the line, and let what follows pass for another IRC command. */
const SAYABLE = /^![\x20-\x7e]+$/u;

/**
 * The IRC lines of a public line: offers packed, with their trailer, all else as it is (protocol/irc-channel.md §4).
 * @throws ChannelError when it can't be said in a line.
 */
export function publicLines(channel: string, line: string): string[] {
  checkSayable(line);
  const lines: string[] = [];
  let offers: string[] = [];
  let rest = '';
  const flush = (): void => {
    lines.push(...packOffers(channel, offers));
    if (rest !== '') lines.push(`PRIVMSG ${channel} :${rest}`);
    offers = [];
    rest = '';
  };
  for (const part of line.slice(1).split('!')) {
    const [word = ''] = part.split(' ');
    if (isOfferType(word)) {
      if (rest !== '') flush();
      offers.push(`!${part}`);
    } else {
      if (offers.length > 0) flush();
      rest += `!${part}`;
    }
  }
  flush();
  if (lines.some(({ length }) => length > MAX_IRC_LINE)) throw tooLong(line);
  return lines;
}

/** The IRC lines of a signed private line. @throws ChannelError when nobody would read it. */
export function privateLines(to: Nick, line: string): string[] {
  checkSayable(line);
  if (line.length > MAX_LINE_LENGTH) throw tooLong(line);
  const space = line.indexOf(' ');
  if (space < 2) throw new ChannelError('channel-bad-line', 'A private line is a command and its fields');
  return chunkPrivate(to, line.slice(1, space), line.slice(space + 1));
}

function checkSayable(line: string): void {
  if (SAYABLE.test(line)) return;
  throw new ChannelError('channel-bad-line', 'Only a line of printable ASCII that begins with ! can be sent');
}

function tooLong({ length }: string): ChannelError {
  return new ChannelError('channel-line-too-long', `A line of ${length} characters is too long for IRC`);
}
