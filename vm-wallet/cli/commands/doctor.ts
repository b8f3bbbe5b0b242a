import { existsSync } from 'node:fs';
import { checkBridge, checkPolicy } from '../../doctor/bridge.ts';
import { checkBonds } from '../../doctor/bonds.ts';
import { checkFiles } from '../../doctor/files.ts';
import { failed, pass, type Finding } from '../../../shared/finding.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import { listBonds } from '../../bonds/bond-book.ts';
import { DoctorError } from '../../doctor/doctor-error.ts';
import { checkIsolation, readNetworkFiles } from '../../doctor/isolation.ts';
import { keysOf } from '../../runtime/context.ts';
import { readWallet } from '../../store/open-wallet.ts';
import type { CommandContext } from '../command-context.ts';
import { readConfig, walletFile } from '../open.ts';

/** Looks at everything that keeps this VM apart and the wallet working. @throws DoctorError */
export async function doctor(command: CommandContext): Promise<void> {
  const { terminal, options, version } = command;
  const config = readConfig(command);
  const now = Math.floor(Date.now() / 1000);
  const findings: readonly Finding[] = [
    ...checkIsolation(readNetworkFiles()),
    checkFiles(options.datadir, process.getuid?.() ?? 0),
    ...(await checkBridge(config, version, now)),
    ...(await checkPolicy(config)),
    ...(await lookAtBonds(command, now)),
  ];
  for (const { subject, ok, says, cure } of findings) {
    const mark = ok ? terminal.paint('green', 'ok  ') : terminal.paint('red', 'FAIL');
    terminal.line(`${mark}  ${subject}: ${visibleAscii(says, 400)}`);
    if (cure !== null) terminal.line(`      ${terminal.paint('cyan', 'cure:')} ${visibleAscii(cure, 400)}`);
  }
  if (findings.some(({ ok }) => !ok)) throw new DoctorError(findings);
  terminal.data({ findings });
}

/** Bonds are in the wallet file, and a self-test asks no password: it looks when one was handed over. Reads past the wallet's lock. */
async function lookAtBonds(
  { options, passwords, opener = 'owner' }: CommandContext,
  now: number,
): Promise<readonly Finding[]> {
  const file = walletFile(options);
  if (!existsSync(file)) return [pass('bonds', 'there is no wallet yet')];
  if (options.passwordFd === undefined) {
    return [pass('bonds', 'not looked at without --password-fd; "jm-wallet bond list" shows when they end')];
  }
  try {
    const { state, makerKeys } = await readWallet(file, await passwords.ask('Wallet password'), opener);
    const height = state.scanned?.height ?? 0;
    const chain = { height, medianTime: () => now, headerAt: () => null };
    return checkBonds(listBonds(state, keysOf({ state, makerKeys }), chain), { height, now });
  } catch (error) {
    return [failed('bonds', error)];
  }
}
