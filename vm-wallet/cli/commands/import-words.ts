import path from 'node:path';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { connectChain } from '../../../shared/bridge/chain-client.ts';
import { HeaderFile } from '../../chain/header-file.ts';
import { staleTipWarning } from '../../chain/header-sync.ts';
import { LOOKAHEAD } from '../../chain/watch-list.ts';
import { discover, FAMILIES, type Discovered, type DiscoveryProgress } from '../../import/discover.ts';
import { entropyOf } from '../../keys/mnemonic.ts';
import { helloOf } from '../../runtime/context.ts';
import { transport } from '../../runtime/net-vm.ts';
import { INTERNAL } from '../../store/address-book.ts';
import type { WalletState } from '../../store/state.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import { UsageError } from '../failure.ts';
import type { ImportInvocation } from '../invocation/exchange.ts';
import { readConfig } from '../open.ts';
import { passwordFromDescriptor, passwordFromTerminal } from '../password.ts';
import { table } from '../table.ts';
import { amountText, type Terminal } from '../terminal.ts';
import { warn } from '../warn.ts';

/** Writes the chosen wallet, and returns its path. */
type Save = (command: CommandContext, state: WalletState) => Promise<string>;

/** Looks for what words hold, and makes a wallet of it once the user has seen it. */
export async function importWords(
  command: CommandContext,
  invocation: ImportInvocation,
  save: Save,
): Promise<void> {
  const { terminal, options } = command;
  const found = await lookOnChain(command, invocation);
  for (const one of found) for (const line of describe(one)) terminal.line(line);
  const summary = { found: found.map(shown) };
  if (invocation.dryRun) {
    terminal.data({ file: null, ...summary });
    return;
  }
  const chosen = choose(found);
  if (chosen.transactions === 0) {
    const text = 'the chain knows nothing of these words: compare them, and the extension, with your note';
    warn(terminal, text);
  }
  await confirm(`Make the ${chosen.family} wallet "${options.wallet}" from this?`, options);
  const file = await save(command, chosen.state);
  const { family, mixdepths, birthday } = chosen.state;
  terminal.line(`Imported into ${file}: ${family}, ${mixdepths} mixdepths.`);
  terminal.data({ file, family, mixdepths, birthday, ...summary });
}

async function lookOnChain(command: CommandContext, invocation: ImportInvocation): Promise<Discovered[]> {
  const { terminal, options, version } = command;
  const config = readConfig(command);
  const { network } = config;
  const { family, birthday = 1 } = invocation;
  const entropy = entropyOf(await askFor('The words, on one line', invocation.wordsFd));
  const extension =
    invocation.extension || invocation.extensionFd !== undefined
      ? await askFor('Mnemonic extension', invocation.extensionFd)
      : '';
  const headers = new HeaderFile(path.join(options.datadir, 'chain'), network);
  const now = (): number => Math.floor(Date.now() / 1000);
  const client: ChainClient = await connectChain(
    transport(config.bridge, 'jm.Chain'),
    helloOf({ software: `jm-wallet ${version}` }, network),
  );
  try {
    const found = await discover({
      entropy,
      extension,
      network,
      families: family === undefined ? FAMILIES : [family],
      birthday,
      lookahead: Math.max(LOOKAHEAD, config.policy.gapLimit),
      reusePolicy: config.policy.maxSatsFreezeReuse,
      headers,
      client,
      now,
      onProgress: (progress) => {
        showProgress(terminal, progress);
      },
    });
    const stale = staleTipWarning(headers.chain, now());
    if (stale !== null) warn(terminal, stale);
    return found;
  } finally {
    await client.close();
  }
}

/** Never the source of the wallet's password: what `--password-fd` holds is no word of a mnemonic. */
function askFor(prompt: string, descriptor: number | undefined): Promise<string> {
  const source = descriptor === undefined ? passwordFromTerminal() : passwordFromDescriptor(descriptor);
  return source.ask(prompt);
}

function choose(found: readonly Discovered[]): Discovered {
  const used = found.filter(({ transactions }) => transactions > 0);
  if (used.length > 1) {
    throw new UsageError('usage', 'These words were used for more than one kind of wallet', {
      cure: 'Import each under its own name: --wallet NAME, and --family native or --family nested.',
    });
  }
  const [chosen] = used.length === 1 ? used : found;
  if (chosen === undefined) throw new UsageError('usage', 'There is no kind of wallet to look for');
  return chosen;
}

function describe({ family, transactions, branches, bonds, total, firstBlock }: Discovered): string[] {
  if (transactions === 0 || firstBlock === null) return [`As a ${family} wallet: no transaction.`];
  const rows = branches.map(({ mixdepth, branch, highest }) => [
    String(mixdepth),
    branch === INTERNAL ? 'internal' : 'external',
    String(highest),
  ]);
  return [
    `As a ${family} wallet: ${transactions} transactions since block ${firstBlock}, ${amountText(total)}.`,
    ...(bonds > 0 ? [`Bonds: ${bonds}.`] : []),
    ...table([['mixdepth', 'branch', 'highest index'], ...rows], [0, 2]),
  ];
}

/** All but the state, which holds the secret. */
function shown({ family, transactions, branches, bonds, total, firstBlock }: Discovered): object {
  return { family, transactions, branches, bonds, total, firstBlock };
}

function showProgress(terminal: Terminal, progress: DiscoveryProgress): void {
  const { height, target } = progress;
  terminal.progress(
    progress.stage === 'headers'
      ? `verifying headers: ${height} of ${target}`
      : `looking for a ${progress.family} wallet: block ${height} of ${target}, ${Math.round(progress.secondsLeft)} s left`,
  );
}
