import { visibleAscii } from '../../../shared/visible-text.ts';

const PROTOCOL_VERSION = 5;
/** More than a line of IRC can hold. */
const MAX_ALERT = 512;
const ALERT = /^(?<from>[0-9]{1,9}) (?<to>[0-9]{1,9}) (?<text>.*\S.*)$/su;

/**
 * The alerts in a channel's topic that are meant for this protocol version: after the first `|`, parts of the form
 * `minver maxver text` (protocol/irc-channel.md §6). Parts of another form are skipped.
 */
export function topicAlerts(topic: string): string[] {
  const [, ...parts] = topic.split('|');
  return parts.flatMap((part) => {
    const { from = '', to = '', text = '' } = ALERT.exec(part.trim())?.groups ?? {};
    const meant = text !== '' && Number(from) < PROTOCOL_VERSION && PROTOCOL_VERSION < Number(to);
    return meant ? [visibleAscii(text.trim(), MAX_ALERT)] : [];
  });
}
