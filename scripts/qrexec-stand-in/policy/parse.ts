/** One rule of a policy file. */
export interface PolicyRule {
  readonly file: string;
  readonly line: number;
  readonly service: string;
  readonly argument: string;
  readonly source: string;
  readonly target: string;
  readonly action: 'allow' | 'ask' | 'deny';
  readonly parameters: ReadonlyMap<string, string>;
}

/** A line that Qubes would not load; it makes Qubes refuse every call. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}

const SERVICE = /^(\*|[A-Za-z0-9._-]+)$/u;
const ARGUMENT = /^(\*|\+[A-Za-z0-9+._-]*)$/u;
const TOKEN =
  /^(\*|@anyvm|@adminvm|@default|@dispvm(:[A-Za-z0-9_.:@-]+)?|@(tag|type):[A-Za-z0-9_-]+|[A-Za-z$][A-Za-z0-9_.$-]*)$/u;
const PARAMETERS: Readonly<Record<PolicyRule['action'], readonly string[]>> = {
  allow: ['target', 'user', 'autostart', 'notify'],
  ask: ['target', 'default_target', 'user', 'autostart', 'notify'],
  deny: ['notify'],
};

/** Reads the rules of one file of policy.d (R4.3 grammar without includes). @throws PolicyError */
export function parsePolicy(text: string, file: string): PolicyRule[] {
  const rules: PolicyRule[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/u).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    rules.push(parseRule(line, file, index + 1));
  }
  return rules;
}

function parseRule(text: string, file: string, line: number): PolicyRule {
  const bad = (reason: string): PolicyError => new PolicyError(`${file}:${line}: ${reason}`);
  if (text.startsWith('!')) throw bad('directives are not supported here');
  const [service, argument, source, target, action, ...rest] = text.split(/\s+/u);
  if (service === undefined || argument === undefined || source === undefined || target === undefined) {
    throw bad('too few columns');
  }
  if (action !== 'allow' && action !== 'ask' && action !== 'deny')
    throw bad(`unknown action ${action ?? ''}`);
  if (!SERVICE.test(service)) throw bad(`bad service ${service}`);
  if (!ARGUMENT.test(argument) || (service === '*' && argument !== '*'))
    throw bad(`bad argument ${argument}`);
  if (!TOKEN.test(source) || source === '@default' || source === '@dispvm') throw bad(`bad source ${source}`);
  if (!TOKEN.test(target)) throw bad(`bad target ${target}`);
  const parameters = new Map<string, string>();
  for (const item of rest) {
    const [key = '', value, ...more] = item.split('=');
    if (value === undefined || more.length > 0 || parameters.has(key) || !PARAMETERS[action].includes(key)) {
      throw bad(`bad parameter ${item}`);
    }
    parameters.set(key, value);
  }
  if (action === 'allow' && target === '@default' && !parameters.has('target'))
    throw bad('allow on @default needs target=');
  return { file, line, service, argument, source, target, action, parameters };
}
