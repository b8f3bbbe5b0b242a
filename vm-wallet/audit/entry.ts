import { utf8 } from '../../shared/crypto/bytes.ts';
import type { ActKind } from '../rules/signing-act.ts';
import { auditEntry } from './schema/validators.js';

/** Why something was signed: who approved it, or that it needed no approval. */
export type Reason = 'user' | 'yes' | 'allowance' | 'maker-rules' | 'command';

/** When, as every entry says it. */
interface Dated {
  /** Unix seconds by this VM's clock. */
  readonly at: number;
  /** Median time of the verified tip. */
  readonly blockTime: number;
}

/** About what, as far as entries on the use of keys say it. */
interface About extends Dated {
  readonly act: ActKind;
  readonly subject: string;
}

/** A use of a key. Amounts are decimal sats, scripts hex. */
export interface AllowedEntry extends About {
  readonly outcome: 'allowed';
  readonly signatures: number;
  readonly amount: string;
  readonly minerFee: string;
  readonly coinjoinFee: string;
  readonly destinations: readonly string[];
  /** Which rules were in force (`rulesId`); null when there were none. */
  readonly rules: string | null;
  readonly reason: Reason;
}

/** A use of a key that a rule forbade. */
export interface RefusedEntry extends About {
  readonly outcome: 'refused';
  readonly rule: string;
  /** Refusals before it that were too many to be written down. */
  readonly unlogged: number;
}

/** What the owner changed about the rules and the log. */
export type OwnersChange =
  /** Other rules are in force: SHA-256 of the texts before and after, hex; null for none. */
  | { readonly outcome: 'rules'; readonly before: string | null; readonly after: string | null }
  /** Leave to spend so many sats without asking, until a time in Unix seconds. */
  | { readonly outcome: 'allowance'; readonly upTo: string; readonly until: number }
  /** So many allowances were taken back. */
  | { readonly outcome: 'allowances-ended'; readonly count: number }
  /** The log before this one was put aside: how many entries it had, and the hash of the last one. */
  | { readonly outcome: 'restarted'; readonly entries: number; readonly head: string };

/** A change by the owner. */
export type OwnersEntry = OwnersChange & Dated;

/** What one line of the audit log says. */
export type AuditEntry = AllowedEntry | RefusedEntry | OwnersEntry;

/** An entry as bytes. */
export function encodeEntry(entry: AuditEntry): Uint8Array {
  return utf8(JSON.stringify(entry));
}

/** Reads an entry; null when it is none. */
export function decodeEntry(bytes: Uint8Array): AuditEntry | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  return isEntry(value) ? value : null;
}

function isEntry(value: unknown): value is AuditEntry {
  return auditEntry(value);
}
