import type { Nick } from '../../shared/jm/command.ts';

/** What a maker tells while it works. All but `note` are events for scripts (`jm-wallet --json maker`). */
export type MakerNotice =
  /** The offers stand in the market for the first time. */
  | { readonly event: 'ready'; readonly nick: Nick; readonly offers: readonly string[] }
  /** What stands in the market from now on. */
  | { readonly event: 'offers'; readonly offers: readonly string[] }
  /** Something happened in the round with a taker. */
  | { readonly event: 'round'; readonly taker: Nick; readonly text: string }
  /** Our signatures are on their way. */
  | { readonly event: 'signed'; readonly taker: Nick; readonly round: string; readonly txid: string }
  /** A block has the CoinJoin; `earned` in sats. */
  | { readonly event: 'confirmed'; readonly txid: string; readonly earned: bigint }
  /** Something that a person should know. */
  | { readonly event: 'warning'; readonly text: string }
  /** Progress, for people only. */
  | { readonly event: 'note'; readonly text: string };

/** Takes what a maker tells. */
export type Tell = (notice: MakerNotice) => void;

/** A notice in words. */
export function noticeText(notice: MakerNotice): string {
  switch (notice.event) {
    case 'ready':
      return `offering as ${notice.nick}`;
    case 'offers':
      return notice.offers.length === 0
        ? 'nothing to offer: no mixdepth has enough confirmed coins'
        : `offering: ${notice.offers.join(' | ')}`;
    case 'round':
      return `${notice.taker}: ${notice.text}`;
    case 'signed':
      return `${notice.taker}: signed ${notice.txid}`;
    case 'confirmed':
      return `CoinJoin ${notice.txid} confirmed, earned ${notice.earned} sat`;
    case 'warning':
      return `warning: ${notice.text}`;
    case 'note':
      return notice.text;
  }
}
