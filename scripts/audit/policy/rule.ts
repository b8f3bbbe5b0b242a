import { type Action, parseAction } from './action.ts';
import { type Place, PolicyError } from './policy-error.ts';
import { quoted } from './quoted.ts';
import { parseSourceToken, parseTargetToken, type SourceToken, type Token } from './token.ts';

/** Which calls a rule is about. */
export interface Calls {
  /** A service's name, or `*`. */
  readonly service: string;
  /** `+` and the argument, or `*`. */
  readonly argument: string;
}

/** One rule, and where it stands. Its line is null for the deny that a legacy file for one argument implies. */
export interface Rule extends Place, Calls {
  readonly source: SourceToken;
  readonly target: Token;
  readonly action: Action;
}

const SERVICE = /^(\*|[A-Za-z0-9._-]+)$/u;
const ARGUMENT = /^(\*|\+[A-Za-z0-9+._-]*)$/u;

/** Reads the first two fields of a rule. @throws PolicyError `syntax` */
export function parseCalls(service: string, argument: string, place: Place): Calls {
  if (!SERVICE.test(service)) throw new PolicyError('syntax', place, `${quoted(service)} is no service`);
  if (!ARGUMENT.test(argument)) throw new PolicyError('syntax', place, `${quoted(argument)} is no argument`);
  if (service === '*' && argument !== '*') {
    throw new PolicyError('syntax', place, 'the service * takes only the argument *');
  }
  return { service, argument };
}

/** Reads the fields behind service and argument: source, target, action and parameters. @throws PolicyError `syntax` */
export function parseRule(calls: Calls, fields: readonly string[], place: Place): Rule {
  const [sourceText, targetText, word, ...items] = fields;
  if (sourceText === undefined || targetText === undefined || word === undefined) {
    throw new PolicyError('syntax', place, 'the rule has too few fields');
  }
  const source = parseSourceToken(sourceText);
  if (source === null) throw new PolicyError('syntax', place, `${quoted(sourceText)} is no source`);
  const target = parseTargetToken(targetText);
  if (target === null) throw new PolicyError('syntax', place, `${quoted(targetText)} is no target`);
  const action = parseAction(word, items, place);
  if (action.kind === 'allow' && target.kind === 'default' && action.target === null) {
    throw new PolicyError('syntax', place, 'allow on @default needs target=');
  }
  return { file: place.file, line: place.line, ...calls, source, target, action };
}
