import type { MessagesEvent } from '../../../shared/bridge/messages.ts';
import type { Nick } from '../../../shared/jm/command.ts';

/** How many takers the maker holds. */
export const CROWD_SIZE = 100;

/** What the process with the takers tells the one with the maker. */
export type ToMaker =
  | { readonly kind: 'event'; readonly event: MessagesEvent }
  /** Asks for the memory. */
  | { readonly kind: 'memory' };

/** What the maker's process tells. */
export type FromMaker =
  | { readonly kind: 'ready'; readonly nick: Nick }
  | { readonly kind: 'sent'; readonly to: Nick; readonly line: string }
  /** The most that was resident, in bytes. */
  | { readonly kind: 'memory'; readonly peak: number };
