import { Ajv2020 } from 'ajv/dist/2020.js';
import { JmError } from '../../shared/errors.ts';
import { readJson } from './read-json.ts';
import type { Finding } from './finding.ts';
import { object } from './schema.ts';

/** The file of accepted risks is not one. */
export class BaselineError extends JmError<'baseline-unreadable'> {}

/** A risk that somebody has accepted until a day. */
export interface Accepted {
  readonly id: string;
  /** How the finding's text starts. */
  readonly shows: string;
  readonly reason: string;
  /** The last day on which it is accepted, YYYY-MM-DD. */
  readonly expires: string;
}

/** A finding that does not count, and why. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly by: Accepted;
}

/** Findings that count, and those that somebody has accepted. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
}

const SOME_TEXT = { type: 'string', minLength: 1, maxLength: 1000 } as const;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;

const validate = new Ajv2020().compile<readonly Accepted[]>({
  type: 'array',
  maxItems: 10_000,
  items: object({
    id: { type: 'string', pattern: '^[A-Z][0-9]{2}$' },
    shows: SOME_TEXT,
    reason: { ...SOME_TEXT, pattern: '[^ ]' },
    expires: { type: 'string' },
  }),
});

/** Reads the file of accepted risks. @throws BaselineError that names the place */
export function parseBaseline(text: string): readonly Accepted[] {
  const value = readJson(text, validate, unreadable);
  const odd = value.findIndex(({ expires }) => !isDay(expires));
  if (odd !== -1) throw unreadable(`/${odd}/expires is no day, written YYYY-MM-DD`);
  return value;
}

/** Takes out what is accepted on that day. */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: readonly Accepted[],
  today: string,
): Judged {
  const judged = findings.map((finding) => ({
    finding,
    by: baseline.find(
      ({ id, shows, expires }) => id === finding.id && finding.shows.startsWith(shows) && today <= expires,
    ),
  }));
  return {
    findings: judged.flatMap(({ finding, by }) => (by === undefined ? [finding] : [])),
    accepted: judged.flatMap(({ finding, by }) => (by === undefined ? [] : [{ finding, by }])),
  };
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(moment.getTime()) && dayOf(moment) === text;
}

function unreadable(what: string, cause?: unknown): BaselineError {
  return new BaselineError('baseline-unreadable', `The baseline can't be read: ${what}`, {
    cure: 'It is a JSON list of objects with id, shows, reason and expires.',
    cause,
  });
}
