import type { DirectoryFinding, WatchNotice } from '../../shared/bridge/watch.ts';
import type { DirectoryHealth } from '../channels/channel.ts';
import { visibleAscii } from '../../shared/visible-text.ts';
import { Settled } from './settled.ts';

const MINUTE = 60_000;
/** Circuits break now and then, and come back within seconds. */
const DOWN_MINUTES = 2;
/** A directory that knows pings has been asked twice by then. */
const SILENT_MINUTES = 15;

/** Follows the directories of a call. */
export class DirectoryWatch {
  readonly #settled = new Map<string, Settled>();

  /** @param now Of the same clock as the times in `healths`, in milliseconds. @returns What is new. */
  look(healths: readonly DirectoryHealth[], now: number): readonly WatchNotice[] {
    return healths.flatMap((health) => {
      const settled = this.#settled.get(health.directory) ?? new Settled('up');
      this.#settled.set(health.directory, settled);
      const finding = judgeDirectory(health, now);
      if (finding === null || !settled.isNews(finding)) return [];
      const since = finding === 'silent' ? lastSign(health) : health.changedAt;
      return [
        {
          about: 'directory',
          directory: health.directory,
          finding,
          latencyMs: health.latencyMs === null ? null : Math.round(health.latencyMs),
          minutes: Math.floor((now - since) / MINUTE),
          detail: visibleAscii(health.detail, 200),
        } as const,
      ];
    });
  }
}

/** How a directory is; null while it has not been down for long. */
export function judgeDirectory(health: DirectoryHealth, now: number): DirectoryFinding | null {
  if (!health.isUp) return now - health.changedAt >= DOWN_MINUTES * MINUTE ? 'down' : null;
  return now - lastSign(health) >= SILENT_MINUTES * MINUTE ? 'silent' : 'up';
}

function lastSign({ heardAt, changedAt }: DirectoryHealth): number {
  return Math.max(changedAt, heardAt ?? changedAt);
}
