import { CommanderError } from 'commander';
import { compileForBursts } from '../shared/engine.ts';
import { EXIT, exitCodeOf, reportFailure } from './cli/failure.ts';
import { openerFor } from './cli/command-needs.ts';
import { passwordSource, type CommandContext } from './cli/command-context.ts';
import { buildProgram, type Invocation } from './cli/program.ts';
import { guardProcess } from './cli/guard-process.ts';
import { createTerminal, type Terminal } from './cli/terminal.ts';
import { warn } from './cli/warn.ts';

const version = process.env['JM_VERSION'] ?? 'development';

/** Each command is loaded when it is called: help must not wait for the cryptography. */
async function perform(invocation: Invocation, command: CommandContext): Promise<void> {
  switch (invocation.command) {
    case 'create':
      return (await import('./cli/commands/create.ts')).create(command, invocation);
    case 'recover':
      return (await import('./cli/commands/create.ts')).recover(command, invocation);
    case 'backup':
      return (await import('./cli/commands/backup.ts')).backup(command, invocation);
    case 'restore':
      return invocation.drill
        ? (await import('./cli/commands/drill.ts')).drill(command, invocation)
        : (await import('./cli/commands/restore.ts')).restore(command, invocation);
    case 'password':
      return (await import('./cli/commands/password.ts')).password(command, invocation);
    case 'maker-password':
      return (await import('./cli/commands/maker-password.ts')).makerPassword(command, invocation);
    case 'check':
      return (await import('./cli/commands/check.ts')).check(command);
    case 'import':
      return (await import('./cli/commands/import-wallet.ts')).importWallet(command, invocation);
    case 'export':
      return (await import('./cli/commands/export.ts')).exportWallet(command, invocation);
    case 'labels export':
      return (await import('./cli/commands/labels.ts')).exportLabels(command);
    case 'labels import':
      return (await import('./cli/commands/labels.ts')).importLabels(command, invocation);
    case 'rescan':
      return (await import('./cli/commands/rescan.ts')).rescan(command, invocation);
    case 'scan':
      return (await import('./cli/commands/scan.ts')).scan(command, invocation);
    case 'display':
      return (await import('./cli/commands/display.ts')).display(command, invocation);
    case 'address':
      return (await import('./cli/commands/address.ts')).address(command, invocation);
    case 'address list':
      return (await import('./cli/commands/address.ts')).listAddresses(command);
    case 'address release':
      return (await import('./cli/commands/address.ts')).release(command, invocation);
    case 'utxos':
      return (await import('./cli/commands/utxos.ts')).utxos(command, invocation);
    case 'freeze':
    case 'unfreeze':
      return (await import('./cli/commands/freeze.ts')).freeze(command, invocation);
    case 'label':
      return (await import('./cli/commands/label.ts')).label(command, invocation);
    case 'send':
      return (await import('./cli/commands/send.ts')).send(command, invocation);
    case 'bump':
      return (await import('./cli/commands/bump.ts')).bump(command, invocation);
    case 'psbt sign':
      return (await import('./cli/commands/psbt.ts')).psbtSign(command, invocation);
    case 'psbt combine':
      return (await import('./cli/commands/psbt.ts')).psbtCombine(command, invocation);
    case 'psbt finalize':
      return (await import('./cli/commands/psbt.ts')).psbtFinalize(command, invocation);
    case 'psbt broadcast':
      return (await import('./cli/commands/psbt.ts')).psbtBroadcast(command, invocation);
    case 'sign-message':
      return (await import('./cli/commands/sign-message.ts')).signMessage(command, invocation);
    case 'verify-message':
      return (await import('./cli/commands/verify-message.ts')).verifyMessage(command, invocation);
    case 'coinjoin':
      return (await import('./cli/commands/coinjoin.ts')).coinjoin(command, invocation);
    case 'tumble plan':
      return (await import('./cli/commands/tumble-plan.ts')).tumblePlan(command, invocation);
    case 'tumble run':
    case 'tumble resume':
      return (await import('./cli/commands/tumble-run.ts')).tumbleRun(command, invocation);
    case 'tumble status':
      return (await import('./cli/commands/tumble-status.ts')).tumbleStatus(command);
    case 'tumble pause':
    case 'tumble cancel':
      return (await import('./cli/commands/tumble-control.ts')).tumbleStop(command, invocation);
    case 'schedule run':
      return (await import('./cli/commands/schedule.ts')).scheduleRun(command, invocation);
    case 'schedule check':
      return (await import('./cli/commands/schedule.ts')).scheduleCheck(command, invocation);
    case 'rounds':
      return (await import('./cli/commands/rounds.ts')).rounds(command, invocation);
    case 'rounds finish':
      return (await import('./cli/commands/rounds.ts')).roundsFinish(command, invocation);
    case 'rounds free':
      return (await import('./cli/commands/rounds.ts')).roundsFree(command, invocation);
    case 'podle add':
      return (await import('./cli/commands/podle.ts')).podleAdd(command, invocation);
    case 'podle list':
      return (await import('./cli/commands/podle.ts')).podleList(command);
    case 'podle remove':
      return (await import('./cli/commands/podle.ts')).podleRemove(command, invocation);
    case 'maker':
      return (await import('./cli/commands/maker.ts')).maker(command, invocation);
    case 'earnings':
      return (await import('./cli/commands/earnings.ts')).earnings(command, invocation);
    case 'bond create':
      return (await import('./cli/commands/bond-create.ts')).bondCreate(command, invocation);
    case 'bond watch':
      return (await import('./cli/commands/bond-create.ts')).bondWatch(command, invocation);
    case 'bond fund':
      return (await import('./cli/commands/bond-fund.ts')).bondFund(command, invocation);
    case 'bond list':
      return (await import('./cli/commands/bond-list.ts')).bondList(command, invocation);
    case 'bond recover':
      return (await import('./cli/commands/bond-list.ts')).bondRecover(command);
    case 'bond certify':
      return (await import('./cli/commands/bond-certify.ts')).bondCertify(command, invocation);
    case 'bond redeem':
      return (await import('./cli/commands/bond-redeem.ts')).bondRedeem(command, invocation);
    case 'bond value':
      return (await import('./cli/commands/bond-value.ts')).bondValueCommand(command, invocation);
    case 'rules':
      return (await import('./cli/commands/rules.ts')).rules(command);
    case 'rules accept':
      return (await import('./cli/commands/rules.ts')).acceptRules(command);
    case 'rules check':
      return (await import('./cli/commands/rules.ts')).checkRules(command, invocation);
    case 'allow':
      return (await import('./cli/commands/allow.ts')).allow(command, invocation);
    case 'audit-log':
      return (await import('./cli/commands/audit-log.ts')).auditLog(command, invocation);
    case 'audit-log restart':
      return (await import('./cli/commands/audit-log.ts')).restartAuditLog(command);
    case 'history':
      return (await import('./cli/commands/history.ts')).history(command, invocation);
    case 'doctor':
      return (await import('./cli/commands/doctor.ts')).doctor(command);
  }
}

function terminalFor(json: boolean, colour: boolean): Terminal {
  const onTerminal = process.stdout.isTTY && process.stderr.isTTY;
  return createTerminal(
    { out: process.stdout, err: process.stderr },
    { json, colour: colour && onTerminal && process.env['NO_COLOR'] === undefined },
  );
}

async function main(argv: readonly string[]): Promise<number> {
  let terminal = terminalFor(argv.includes('--json'), false);
  const program = buildProgram(version, async (invocation, options) => {
    terminal = terminalFor(options.json, options.color);
    const unguarded = guardProcess();
    if (unguarded !== null) warn(terminal, unguarded);
    const opener = openerFor(invocation);
    await perform(invocation, { options, terminal, passwords: passwordSource(options), version, opener });
  });
  try {
    await program.parseAsync([...argv]);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    reportFailure(terminal, error);
    return exitCodeOf(error);
  }
}

/** Ends once the result is out: timers and half-closed calls must not keep the command alive. */
function leave(code: number): void {
  process.exitCode = code;
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}

// Node would print an error that nobody waited for as it is, with whatever a stranger had put into it.
process.on('uncaughtException', (error) => {
  reportFailure(terminalFor(process.argv.includes('--json'), false), error);
  leave(exitCodeOf(error));
});

compileForBursts();
void main(process.argv).then(leave);
