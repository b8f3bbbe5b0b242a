import { execa } from 'execa';
import { parseHeader } from '../../shared/bitcoin/header.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { connectChain } from '../../shared/bridge/chain-client.ts';
import type { ServiceName } from '../../shared/bridge/hello.ts';
import { connectMessages } from '../../shared/bridge/messages-client.ts';
import type { JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import { helloOf } from '../runtime/context.ts';
import { transport } from '../runtime/net-vm.ts';
import { checkClock } from './clock.ts';
import { fail, failed, pass, type Finding } from '../../shared/finding.ts';

const DENIED = 126;
/** Calls that any policy but ours might allow. None of them does harm where it is allowed: nothing is written to it. */
const FORBIDDEN = ['qubes.VMShell', 'qubes.Filecopy', 'qubes.OpenURL'] as const;

/** Whether both services answer, in our version, and the node behind them can be used. */
export async function checkBridge(
  config: JoinMarketConfig,
  version: string,
  now: number,
): Promise<readonly Finding[]> {
  const hello = helloOf({ software: `jm-wallet ${version}` }, config.network);
  const findings: Finding[] = [];
  try {
    const client = await connectChain(transport(config.bridge, 'jm.Chain'), hello);
    findings.push(judgeVersion('jm.Chain', client.software, version));
    findings.push(...(await checkChain(client, config, now)));
    await client.close();
  } catch (error) {
    findings.push(failed('jm.Chain', error));
  }
  try {
    const client = await connectMessages(transport(config.bridge, 'jm.Messages'), hello);
    findings.push(judgeVersion('jm.Messages', client.software, version));
    await client.close();
  } catch (error) {
    findings.push(failed('jm.Messages', error));
  }
  return findings;
}

/** Whether dom0 refuses what the wallet VM must not do. Only where calls go through dom0. */
export async function checkPolicy(config: JoinMarketConfig): Promise<readonly Finding[]> {
  const { bridge } = config;
  if (bridge.transport !== 'qrexec') return [];
  return Promise.all(
    FORBIDDEN.map(async (service) => {
      const { exitCode } = await execa('qrexec-client-vm', ['--', bridge.target, service], {
        reject: false,
        input: '',
        stdout: 'ignore',
        stderr: 'ignore',
        timeout: 20_000,
      });
      const subject = `policy: ${service}`;
      if (exitCode === DENIED) return pass(subject, 'refused, as it must be');
      return fail(
        subject,
        exitCode === undefined ? 'qrexec-client-vm can not be started' : `not refused (code ${exitCode})`,
        'Install 32-jm.policy in /etc/qubes/policy.d of dom0, and run the audit there.',
      );
    }),
  );
}

async function checkChain(
  client: ChainClient,
  config: JoinMarketConfig,
  now: number,
): Promise<readonly Finding[]> {
  try {
    const status = await client.status();
    const [raw] = await client.headers(status.height, 1);
    const node = pass('node', `chain ${status.chain}, block ${status.height}`);
    return raw === undefined ? [node] : [node, checkClock(parseHeader(raw).time, now, config.network)];
  } catch (error) {
    return [failed('node', error)];
  }
}

function judgeVersion(service: ServiceName, software: string, version: string): Finding {
  const theirs = software.split(' ')[1];
  return theirs === version
    ? pass(service, `answers: ${software}`)
    : fail(service, `answers: ${software}, and we are ${version}`, 'Install the same release in both VMs.');
}
