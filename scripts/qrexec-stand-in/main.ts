import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseIni } from 'ini';
import { decide } from '../audit/policy/decide.ts';
import { type Request, splitCall } from '../audit/policy/evaluate.ts';
import { DOM0_DIRECTORIES } from '../audit/policy/policy.ts';
import { System, type VmInfo } from '../audit/policy/system.ts';
import { PolicyTree } from '../audit/policy/tree.ts';
import { isServiceName } from './service-name.ts';

/*
 * Stands in for Qubes' qrexec-client-vm on machines without Qubes: `qrexec-client-vm [--] TARGET SERVICE[+ARG]`. It decides the call
 * by the policy files that ship and the audit's evaluator, refuses as Qubes does, or runs the service script that ships with the
 * environment that Qubes sets. The file in $QREXEC_STAND_IN describes the machine:
 *
 *   caller = jm-wallet
 *   policy = /path/to/qubes-rpc
 *   services = /path/to/qubes-rpc
 *   [vms]
 *   jm-wallet = jm-wallet          ; name = tags, separated by commas
 *   jm-net =
 *   [run]
 *   jm-net = /path/to/run-dir      ; JM_RUN_DIR of that VM's services
 *   [enter]
 *   jm-net = /path/to/program      ; of a VM with a file system of its own, in which the services' path is then: runs
 *                                  ; `program USER SERVICE-SCRIPT [ARGUMENT]`
 */
const REFUSED = 126;
const NO_SERVICE = 127;
const USAGE = 2;

interface StandIn {
  readonly caller: string;
  readonly policy: string;
  readonly services: string;
  readonly system: System;
  readonly runDirs: Readonly<Record<string, string>>;
  readonly enter: Readonly<Record<string, string>>;
}

/** Where a call goes, and as whom. */
interface Destination {
  readonly vm: string;
  readonly user: string;
}

/** Qubes' own, for a rule that names none. */
const DEFAULT_USER = 'user';

function main(argv: readonly string[]): void {
  const [target, call, ...rest] = argv.filter((word) => word !== '--');
  if (target === undefined || call === undefined || rest.length > 0) {
    process.stderr.write('usage: qrexec-client-vm [--] TARGET SERVICE[+ARGUMENT]\n');
    process.exitCode = USAGE;
    return;
  }
  const standIn = readStandIn();
  const { service, argument } = splitCall(call);
  const destination = destinationOf(standIn, {
    source: standIn.caller,
    service,
    argument,
    target: target.replaceAll('$', '@'),
  });
  if (destination === null || !isServiceName(call)) {
    process.stderr.write('Request refused\n');
    process.exitCode = REFUSED;
    return;
  }
  run(standIn, destination, service, argument);
}

/** Null when the call is refused. There is nobody to ask, and neither dom0 nor a disposable serves calls. */
function destinationOf(standIn: StandIn, request: Request): Destination | null {
  const verdict = decide(readPolicy(standIn.policy), request, standIn.system);
  if (verdict.decision !== 'allow' || verdict.target === 'dom0') return null;
  if (standIn.system.info(verdict.target) === null) return null;
  return { vm: verdict.target, user: verdict.user ?? DEFAULT_USER };
}

function readPolicy(directory: string): PolicyTree {
  const names = readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
  const { run, etc } = DOM0_DIRECTORIES;
  const files = new Map(
    names.map((name) => [path.posix.join(etc, name), readFileSync(path.join(directory, name))]),
  );
  return new PolicyTree(files, [run, etc]);
}

function run(standIn: StandIn, { vm, user }: Destination, service: string, argument: string): void {
  const script = path.join(standIn.services, service);
  const enter = standIn.enter[vm];
  if (enter === undefined) {
    if (!existsSync(script)) {
      process.exitCode = NO_SERVICE;
      return;
    }
    accessSync(script, constants.X_OK);
  }
  const plain = argument.slice(1);
  const words = [...(enter === undefined ? [] : [enter, user]), script, ...(plain === '' ? [] : [plain])];
  const [program = '', ...rest] = words;
  const runDir = standIn.runDirs[vm];
  const tools = process.env['JM_TOOLS'];
  const child = spawn(program, rest, {
    stdio: 'inherit',
    env: {
      PATH: process.env['PATH'] ?? '/usr/bin:/bin',
      QREXEC_REMOTE_DOMAIN: standIn.caller,
      QREXEC_SERVICE_FULL_NAME: `${service}${argument}`,
      QREXEC_SERVICE_ARGUMENT: plain,
      QREXEC_REQUESTED_TARGET_TYPE: '',
      QREXEC_AGENT_PID: String(process.pid),
      ...(runDir === undefined ? {} : { JM_RUN_DIR: runDir }),
      ...(tools === undefined ? {} : { JM_TOOLS: tools }),
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
  const vms = new Map([['dom0', vmInfo('AdminVM', [])]]);
  for (const [name, tags] of Object.entries(section('vms'))) {
    vms.set(
      name,
      vmInfo(
        'AppVM',
        tags.split(',').filter((tag) => tag !== ''),
      ),
    );
  }
  return {
    caller: String(values['caller']),
    policy: String(values['policy']),
    services: String(values['services']),
    system: new System(vms),
    runDirs: section('run'),
    enter: section('enter'),
  };
}

function vmInfo(type: string, tags: readonly string[]): VmInfo {
  return {
    type,
    tags,
    templateForDispvms: false,
    defaultDispvm: null,
    guivm: null,
    powerState: 'Running',
    uuid: '',
    internal: false,
    relayvm: null,
    transportRpc: null,
  };
}

main(process.argv.slice(2));
