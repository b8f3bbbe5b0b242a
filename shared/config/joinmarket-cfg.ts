import { existsSync, readFileSync } from 'node:fs';
import { parametersOf, type Network } from '../bitcoin/network.ts';
import { readApproval, type ApprovalConfig } from './approval.ts';
import { defaultDirectories } from './directories.ts';
import { readDirectory, type DirectoryConfig } from './directory.ts';
import { readIrc, type IrcConfig } from './irc.ts';
import { readMaker, type MakerConfig } from './maker.ts';
import { parsePythonIni } from './python-ini.ts';
import { SectionReader } from './section.ts';
import { ConfigError, decimal, integer, list, oneOf, optional, text } from './value.ts';
import { readWatch, type WatchConfig } from './watch.ts';

/** Where the net VM finds bitcoind. */
export interface NodeConfig {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly cookieFile: string | null;
}

/** The section `[MESSAGING:...]` with `type = onion`. */
export interface OnionConfig {
  readonly socksHost: string;
  readonly socksPort: number;
  readonly torControlHost: string;
  readonly torControlPort: number;
  readonly servingHost: string;
  readonly servingPort: number;
  readonly hiddenServiceDir: string;
  readonly directoryNodes: readonly string[];
  /** Tor's control password; null where it wants a cookie or nothing. The key is ours. */
  readonly torControlPassword: string | null;
  /** True when `regtest_count` is not `0,0`, which is its default on regtest: Tor is off, plain TCP on the loopback. */
  readonly loopback: boolean;
}

/** Who broadcasts a CoinJoin of ours (protocol/coinjoin.md §8). */
export type BroadcastPolicy = 'self' | 'random-peer' | 'not-self' | 'multiple-peers';

export interface PolicyConfig {
  readonly mergeAlgorithm: 'default' | 'gradual' | 'greedy' | 'greediest';
  readonly gapLimit: number;
  /** Up to 1000: blocks until confirmation; above: sat per kvB. */
  readonly txFees: number;
  readonly txFeesFactor: number;
  readonly absurdFeePerKb: number;
  readonly maxSweepFeeChange: number;
  readonly maxCoinjoinFeeAbsolute: number | null;
  readonly maxCoinjoinFeeRelative: number | null;
  readonly txBroadcast: BroadcastPolicy;
  readonly minimumMakers: number;
  readonly maxSatsFreezeReuse: number;
  readonly interestRate: number;
  readonly bondlessMakersAllowance: number;
  readonly bondValueExponent: number;
  readonly takerUtxoRetries: number;
  readonly takerUtxoAge: number;
  readonly takerUtxoAmountPercent: number;
}

export interface TimeoutConfig {
  readonly makerTimeoutSeconds: number;
  readonly unconfirmTimeoutSeconds: number;
  readonly confirmTimeoutHours: number;
}

/** The section `[TAKER]`, which is ours: how long the order book is collected, in seconds. */
export interface OrderbookConfig {
  readonly minWait: number;
  /** Collecting ends when no new offer came for so long. */
  readonly quiet: number;
  readonly maxWait: number;
}

/** The section `[BRIDGE]`, which is ours: how the wallet VM reaches the net VM. */
export interface BridgeConfig {
  readonly transport: 'qrexec' | 'unix' | 'command';
  readonly target: string;
  readonly messagesSocket: string;
  readonly chainSocket: string;
  readonly messagesCommand: string;
  readonly chainCommand: string;
}

/** joinmarket.cfg, read and checked. */
export interface JoinMarketConfig {
  readonly network: Network;
  /** What handshakes name the network: regtest says `testnet`, as joinmarket-clientserver does. */
  readonly handshakeNetwork: string;
  readonly node: NodeConfig;
  /** Null when the file has no onion section. */
  readonly onion: OnionConfig | null;
  readonly irc: readonly IrcConfig[];
  readonly policy: PolicyConfig;
  readonly timeout: TimeoutConfig;
  readonly maker: MakerConfig;
  readonly orderbook: OrderbookConfig;
  readonly bridge: BridgeConfig;
  readonly directory: DirectoryConfig;
  readonly approval: ApprovalConfig;
  readonly watch: WatchConfig;
  /** Sentences about keys and sections that have no effect. */
  readonly warnings: readonly string[];
}

const PLAIN_SECTIONS = [
  'DAEMON',
  'BLOCKCHAIN',
  'LOGGING',
  'TIMEOUT',
  'POLICY',
  'PAYJOIN',
  'YIELDGENERATOR',
  'SNICKER',
  'TAKER',
  'BRIDGE',
  'DIRECTORY',
  'APPROVAL',
  'WATCH',
];

/** Reads a file. @throws ConfigError, IniError */
export function loadConfig(file: string): JoinMarketConfig {
  if (!existsSync(file)) {
    throw new ConfigError('config-missing', `There is no ${file}`, {
      cure: 'Copy the one of joinmarket-clientserver, or start from docs/joinmarket.cfg.',
    });
  }
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    throw new ConfigError('config-unreadable', `${file} is not UTF-8 text, or may not be read`, { cause });
  }
  return parseConfig(content, file);
}

/** Reads the text of joinmarket.cfg. @throws ConfigError, IniError */
export function parseConfig(content: string, file = 'joinmarket.cfg'): JoinMarketConfig {
  const ini = parsePythonIni(content, file);
  const section = (name: string): SectionReader => new SectionReader(file, ini, name);
  const blockchain = section('BLOCKCHAIN');
  const network = readNetwork(blockchain);
  const node = readNode(blockchain, network);
  const policy = section('POLICY');
  const timeout = section('TIMEOUT');
  const yieldGenerator = section('YIELDGENERATOR');
  const taker = section('TAKER');
  const bridge = section('BRIDGE');
  const directory = section('DIRECTORY');
  const approval = section('APPROVAL');
  const watch = section('WATCH');
  const messaging = [...ini.keys()].filter((name) => name.startsWith('MESSAGING:')).map(section);
  const onionSections = messaging.filter(
    (reader) => reader.get('type', oneOf('onion', 'irc'), 'irc') === 'onion',
  );
  if (onionSections.length > 1) {
    throw new ConfigError(
      'config-bad-value',
      `${file}: more than one [MESSAGING:...] section has type = onion`,
      {
        cure: 'Keep one of them; it may list several directory_nodes.',
      },
    );
  }
  const [onionSection] = onionSections;
  const config = {
    network,
    handshakeNetwork: bridge.get('handshake_network', text, network === 'regtest' ? 'testnet' : network),
    node,
    onion: onionSection === undefined ? null : readOnion(onionSection, network),
    irc: messaging.filter((reader) => reader !== onionSection).map(readIrc),
    policy: readPolicy(policy),
    timeout: {
      makerTimeoutSeconds: timeout.get('maker_timeout_sec', integer(1, 3600), 60),
      unconfirmTimeoutSeconds: timeout.get('unconfirm_timeout_sec', integer(1, 86_400), 180),
      confirmTimeoutHours: timeout.get('confirm_timeout_hours', decimal(0), 6),
    },
    maker: readMaker(yieldGenerator),
    orderbook: {
      minWait: taker.get('orderbook_min_wait', decimal(0, 3600), 30),
      quiet: taker.get('orderbook_quiet_period', decimal(0, 3600), 15),
      maxWait: taker.get('order_wait_time', decimal(0, 3600), 120),
    },
    bridge: {
      transport: bridge.get('transport', oneOf('qrexec', 'unix', 'command'), 'qrexec'),
      target: bridge.get('target', text, '@default'),
      messagesSocket: bridge.get('messages_socket', text, '/run/jm/messages.sock'),
      chainSocket: bridge.get('chain_socket', text, '/run/jm/chain.sock'),
      messagesCommand: bridge.get('messages_command', text, ''),
      chainCommand: bridge.get('chain_command', text, ''),
    },
    directory: readDirectory(directory),
    approval: readApproval(approval),
    watch: readWatch(watch),
  };
  const unknownSections = [...ini.keys()]
    .filter((name) => !PLAIN_SECTIONS.includes(name) && !name.startsWith('MESSAGING:'))
    .map((name) => `${file}, [${name}]: this section is not known and has no effect`);
  const readers = [
    blockchain,
    policy,
    timeout,
    yieldGenerator,
    taker,
    bridge,
    directory,
    approval,
    watch,
    ...messaging,
  ];
  const warnings = [...readers.flatMap((reader) => reader.warnings()), ...unknownSections];
  return { ...config, warnings };
}

function readNetwork(section: SectionReader): Network {
  const source = section.get(
    'blockchain_source',
    oneOf('bitcoin-rpc', 'regtest', 'bitcoin-rpc-no-history', 'no-blockchain'),
    'bitcoin-rpc',
  );
  const network = section.get('network', oneOf('mainnet', 'testnet', 'signet', 'regtest'), 'mainnet');
  return source === 'regtest' ? 'regtest' : network;
}

function readNode(section: SectionReader, network: Network): NodeConfig {
  section.ignore('rpc_wallet_file');
  return {
    host: section.get('rpc_host', text, 'localhost'),
    port: section.get('rpc_port', optional(integer(1, 65_535)), null) ?? parametersOf(network).rpcPort,
    user: section.get('rpc_user', text, 'bitcoin'),
    password: section.get('rpc_password', text, 'password'),
    cookieFile: section.get('rpc_cookie_file', optional(text), null),
  };
}

function readOnion(section: SectionReader, network: Network): OnionConfig {
  const nodes = section.get('directory_nodes', list, []);
  return {
    socksHost: section.get('socks5_host', text, 'localhost'),
    socksPort: section.get('socks5_port', integer(1, 65_535), 9050),
    torControlHost: section.get('tor_control_host', text, 'localhost'),
    torControlPort: section.get('tor_control_port', integer(1, 65_535), 9051),
    servingHost: section.get('onion_serving_host', text, '127.0.0.1'),
    servingPort: section.get('onion_serving_port', integer(0, 65_535), 8080),
    hiddenServiceDir: section.get('hidden_service_dir', text, ''),
    directoryNodes: nodes.length > 0 ? nodes : defaultDirectories(network),
    torControlPassword: section.get('tor_control_password', optional(text), null),
    loopback: section
      .get('regtest_count', list, network === 'regtest' ? ['1', '1'] : ['0', '0'])
      .some((count) => count !== '0'),
  };
}

function readPolicy(section: SectionReader): PolicyConfig {
  section.ignore(
    'segwit',
    'native',
    'wallet_caching_disabled',
    'listunspent_args',
    'accept_commitment_broadcasts',
    'commit_file_location',
    'commitment_list_location',
  );
  return {
    mergeAlgorithm: section.get(
      'merge_algorithm',
      oneOf('default', 'gradual', 'greedy', 'greediest'),
      'default',
    ),
    gapLimit: section.get('gaplimit', integer(1, 10_000), 6),
    txFees: section.get('tx_fees', integer(1, 100_000_000), 3),
    txFeesFactor: Math.abs(section.get('tx_fees_factor', decimal(-1, 1), 0.2)),
    absurdFeePerKb: section.get('absurd_fee_per_kb', integer(1), 350_000),
    maxSweepFeeChange: section.get('max_sweep_fee_change', decimal(0), 0.8),
    maxCoinjoinFeeAbsolute: section.get('max_cj_fee_abs', optional(integer(0)), null),
    maxCoinjoinFeeRelative: section.get('max_cj_fee_rel', optional(decimal(0, 1)), null),
    txBroadcast: section.get(
      'tx_broadcast',
      oneOf('self', 'random-peer', 'not-self', 'multiple-peers'),
      'random-peer',
    ),
    minimumMakers: section.get('minimum_makers', integer(1, 100), 4),
    maxSatsFreezeReuse: section.get('max_sats_freeze_reuse', integer(-1), -1),
    interestRate: section.get('interest_rate', decimal(0), 0.015),
    bondlessMakersAllowance: section.get('bondless_makers_allowance', decimal(0, 1), 0.125),
    bondValueExponent: section.get('bond_value_exponent', decimal(0), 1.3),
    takerUtxoRetries: section.get('taker_utxo_retries', integer(1, 10), 3),
    takerUtxoAge: section.get('taker_utxo_age', integer(1, 100_000), 5),
    takerUtxoAmountPercent: section.get('taker_utxo_amtpercent', integer(1, 100), 20),
  };
}
