import type { MessagesHandler } from '../../shared/bridge/messages-server.ts';
import type { JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import { fail, failed, pass, type Finding } from '../../shared/finding.ts';
import type { Nick } from '../../shared/jm/command.ts';

const CURE = 'Check the [MESSAGING:...] sections of joinmarket.cfg, and that what they name runs.';

/** Whether the directories and IRC servers take us. `nick` is thrown away afterwards. */
export async function checkChannels(
  config: JoinMarketConfig,
  messages: MessagesHandler,
  nick: Nick,
): Promise<readonly Finding[]> {
  try {
    const open = { nick, network: config.network, serving: false };
    const channels = await messages.open(open, () => undefined);
    return channels.map(({ channel, state, detail }) => {
      const subject = `channel ${channel}`;
      return state === 'up' ? pass(subject, detail) : fail(subject, detail, CURE);
    });
  } catch (error) {
    return [failed('channels', error)];
  } finally {
    await messages.close();
  }
}
