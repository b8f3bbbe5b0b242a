import type { ActKind } from '../signing-act.ts';

/** What is counted over an hour or a day. Money in sats. */
export const MEASURES = [
  'amount',
  'minerFee',
  'coinjoinFee',
  'signatures',
  'commitments',
  'disclosures',
] as const;
export type Measure = (typeof MEASURES)[number];

/** The name of a measure in rules.ini; rules have it with hyphens. */
export const MEASURE_KEYS: Readonly<Record<Measure, string>> = {
  amount: 'amount',
  minerFee: 'miner_fee',
  coinjoinFee: 'coinjoin_fee',
  signatures: 'signatures',
  commitments: 'commitments',
  disclosures: 'disclosures',
};

/** Over what a cap holds. */
export const SPANS = ['transaction', 'hour', 'day'] as const;
export type Span = (typeof SPANS)[number];

/** What this wallet is for. */
export type Role = 'any' | 'maker-only' | 'taker-only' | 'bond-only';

/** The most of each measure; where none is named, there is no limit. */
export type Caps = Readonly<Partial<Record<Measure, bigint>>>;

/** rules.ini, read and checked. */
export interface SpendingRules {
  readonly caps: Readonly<Record<Span, Caps>>;
  /** Scripts, hex, that money may go to; null for any. */
  readonly destinations: ReadonlySet<string> | null;
  readonly role: Role;
  /** Hours of the day (UTC) in which nothing is signed. */
  readonly quietHours: ReadonlySet<number>;
}

/** What holds where there are no rules. */
export const NO_RULES: SpendingRules = {
  caps: { transaction: {}, hour: {}, day: {} },
  destinations: null,
  role: 'any',
  quietHours: new Set(),
};

/** Roles beside `any` in which a key may be used for this. */
export const ROLES_OF: Readonly<Record<ActKind, readonly Role[]>> = {
  payment: [],
  replacement: [],
  child: [],
  psbt: [],
  'coinjoin-taker': ['taker-only'],
  'coinjoin-maker': ['maker-only'],
  commitment: ['taker-only'],
  disclosure: ['maker-only'],
  message: [],
  'bond-certificate': ['bond-only'],
  'bond-announcement': ['maker-only', 'bond-only'],
};
