import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseIni } from 'ini';
import { evaluate, type Machine } from './policy/evaluate.ts';
import { parsePolicy, PolicyError } from './policy/parse.ts';

/*
 * Stands in for Qubes' qrexec-client-vm on machines without Qubes: `qrexec-client-vm [--] TARGET SERVICE[+ARG]`. It decides the call
 * by the policy files that ship, refuses as Qubes does, or runs the service script that ships with the environment that Qubes
 * sets. The file in $QREXEC_STAND_IN describes the machine:
 *
 *   caller = jm-wallet
 *   policy = /path/to/qubes-rpc
 *   services = /path/to/qubes-rpc
 *   [vms]
 *   jm-wallet = jm-wallet          ; name = tags, separated by commas
 *   jm-net =
 *   [run]
 *   jm-net = /path/to/run-dir      ; JM_RUN_DIR of that VM's services
 */
const REFUSED = 126;
const NO_SERVICE = 127;
const USAGE = 2;

interface StandIn {
  readonly caller: string;
  readonly policy: string;
  readonly services: string;
  readonly machine: Machine;
  readonly runDirs: Readonly<Record<string, string>>;
}

function main(argv: readonly string[]): void {
  const [target, call, ...rest] = argv.filter((word) => word !== '--');
  if (target === undefined || call === undefined || rest.length > 0) {
    process.stderr.write('usage: qrexec-client-vm [--] TARGET SERVICE[+ARGUMENT]\n');
    process.exitCode = USAGE;
    return;
  }
  const plus = call.indexOf('+');
  const service = plus === -1 ? call : call.slice(0, plus);
  const argument = plus === -1 ? '+' : call.slice(plus);
  const standIn = readStandIn();
  const verdict = decide(standIn, { source: standIn.caller, service, argument, target });
  if (verdict === null) {
    process.stderr.write('Request refused\n');
    process.exitCode = REFUSED;
    return;
  }
  run(standIn, verdict, service, argument);
}

function decide(standIn: StandIn, call: Parameters<typeof evaluate>[1]): string | null {
  try {
    const files = readdirSync(standIn.policy)
      .filter((name) => name.endsWith('.policy') && !name.startsWith('.'))
      .sort();
    const rules = files.flatMap((name) =>
      parsePolicy(readFileSync(path.join(standIn.policy, name), 'utf8'), name),
    );
    const verdict = evaluate(rules, call, standIn.machine);
    return verdict.verdict === 'allow' ? verdict.target : null;
  } catch (error) {
    // An error in any policy file refuses every call on the machine.
    if (error instanceof PolicyError) return null;
    throw error;
  }
}

function run(standIn: StandIn, vm: string, service: string, argument: string): void {
  const script = path.join(standIn.services, service);
  if (!existsSync(script)) {
    process.exitCode = NO_SERVICE;
    return;
  }
  accessSync(script, constants.X_OK);
  const plain = argument.slice(1);
  const child = spawn(script, plain === '' ? [] : [plain], {
    stdio: 'inherit',
    env: {
      PATH: process.env['PATH'] ?? '/usr/bin:/bin',
      QREXEC_REMOTE_DOMAIN: standIn.caller,
      QREXEC_SERVICE_FULL_NAME: `${service}${argument}`,
      QREXEC_SERVICE_ARGUMENT: plain,
      QREXEC_REQUESTED_TARGET_TYPE: '',
      QREXEC_AGENT_PID: String(process.pid),
      JM_RUN_DIR: standIn.runDirs[vm] ?? '/run/jm',
      JM_TOOLS: process.env['JM_TOOLS'] ?? '',
    },
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGKILL' ? 137 : 143);
  });
}

function readStandIn(): StandIn {
  const file = process.env['QREXEC_STAND_IN'];
  if (file === undefined) throw new Error('QREXEC_STAND_IN must name the file that describes the machine');
  const values = parseIni(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const section = (name: string): Record<string, string> => (values[name] ?? {}) as Record<string, string>;
  const vms = new Map(
    Object.entries(section('vms')).map(([name, tags]) => [
      name,
      { tags: tags.split(',').filter((tag) => tag !== '') },
    ]),
  );
  return {
    caller: String(values['caller']),
    policy: String(values['policy']),
    services: String(values['services']),
    machine: { vms },
    runDirs: section('run'),
  };
}

main(process.argv.slice(2));
