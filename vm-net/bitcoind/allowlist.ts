import {
  BOND_SCRIPT,
  BRANCH_DESCRIPTOR,
  MAX_DESCRIPTOR_INDEX,
  MAX_DESCRIPTORS,
  MAX_SINGLE_SCRIPTS,
  NODE_WALLET,
} from '../../shared/bridge/scan-limits.ts';

/** What joinmarketd needs of every node. */
export const NODE_METHODS = [
  'getblockchaininfo',
  'getindexinfo',
  'getblockhash',
  'getblockheader',
  'getblock',
  'getblockfilter',
  'getpeerinfo',
  'getblockfrompeer',
  'gettxout',
  'getrawtransaction',
  'gettxoutproof',
  'getmempoolinfo',
  'getmempoolentry',
  'gettxspendingprevout',
  'estimatesmartfee',
  'testmempoolaccept',
  'sendrawtransaction',
  'scantxoutset',
] as const;

/** What the backend "descriptors" needs besides: a blank watch-only wallet in the node. */
export const WALLET_METHODS = [
  'loadwallet',
  'createwallet',
  'listdescriptors',
  'importdescriptors',
  'rescanblockchain',
  'listsinceblock',
] as const;

/**
 * Every RPC method that can leave this program. All of them read, but the two that hand over a transaction, the one that asks a peer
 * for a pruned block, and those that keep a blank watch-only wallet; none touches another wallet of the node, its connections or its
 * configuration.
 */
export const ALLOWED_METHODS = [...NODE_METHODS, ...WALLET_METHODS] as const;

/** A method of the allowlist; no other compiles. */
export type AllowedMethod = (typeof ALLOWED_METHODS)[number];

/** Only what these say may be asked of these methods; each asks about the wallet in the request's path, or about none. */
const CHECKS: Partial<Record<AllowedMethod, (params: readonly unknown[], wallet: string | null) => boolean>> =
  {
    getpeerinfo: (params, wallet) => wallet === null && params.length === 0,
    getblockfrompeer: (_params, wallet) => wallet === null,
    scantxoutset: ([action, objects, ...more], wallet) =>
      wallet === null &&
      more.length === 0 &&
      (action === 'start' ? isListOf(objects, isScanObject) : isOneOf(action, ['status', 'abort'])),
    loadwallet: ([name, onStartup], wallet) => wallet === null && isNodeWallet(name) && onStartup === true,
    createwallet: ([name, withoutPrivateKeys, blank], wallet) =>
      wallet === null && isNodeWallet(name) && withoutPrivateKeys === true && blank === true,
    // Its one parameter asks for private keys.
    listdescriptors: (params, wallet) => isNodeWallet(wallet) && params.length === 0,
    importdescriptors: ([requests, ...more], wallet) =>
      isNodeWallet(wallet) && more.length === 0 && isListOf(requests, isImport),
    rescanblockchain: (params, wallet) => isNodeWallet(wallet) && params.every(Number.isSafeInteger),
    listsinceblock: (_params, wallet) => isNodeWallet(wallet),
  };

/**
 * True when a call may leave this program. Whatever holds a private key, in any of its texts, fits nowhere.
 * @param wallet The wallet of the node whose path the call goes to; null for the node itself.
 */
export function isAllowed(
  call: { readonly method: string; readonly params: readonly unknown[] },
  wallet: string | null,
): boolean {
  const method = ALLOWED_METHODS.find((allowed) => allowed === call.method);
  if (method === undefined) return false;
  const check = CHECKS[method];
  return check === undefined ? wallet === null : check(call.params, wallet);
}

const SEARCH_METHODS: readonly AllowedMethod[] = ['scantxoutset', ...WALLET_METHODS];

/** True for methods with which a node searches for coins itself: it may do without them. */
export function isSearchMethod(method: AllowedMethod): boolean {
  return SEARCH_METHODS.includes(method);
}

const MAX_OBJECTS = MAX_DESCRIPTORS + MAX_SINGLE_SCRIPTS;
const branch = new RegExp(BRANCH_DESCRIPTOR, 'u');
const single = new RegExp(
  `^raw\\(${BOND_SCRIPT.replace('^', '').replace('$', '')}\\)#[02-9ac-hj-np-z]{8}$`,
  'u',
);
const nodeWallet = new RegExp(NODE_WALLET, 'u');

/** `{ desc, range }` for a branch, plain text for a single script. */
function isScanObject(value: unknown): boolean {
  if (typeof value === 'string') return single.test(value);
  return isRecord(value) && hasOnly(value, ['desc', 'range']) && isBranch(value);
}

function isImport(value: unknown): boolean {
  if (!isRecord(value) || value['timestamp'] !== 'now') return false;
  if (!('range' in value)) {
    return hasOnly(value, ['desc', 'timestamp']) && single.test(String(value['desc']));
  }
  return hasOnly(value, ['desc', 'timestamp', 'range']) && isBranch(value);
}

function isBranch({ desc, range }: Record<string, unknown>): boolean {
  if (typeof desc !== 'string' || !branch.test(desc) || !Array.isArray(range) || range.length !== 2)
    return false;
  const [first, last] = range as readonly unknown[];
  // The node keeps a thousand addresses more than we ask for, and wants its own range back.
  return first === 0 && Number.isSafeInteger(last) && Number(last) >= 0 && Number(last) <= MAX_NODE_INDEX;
}

const MAX_NODE_INDEX = 2 * MAX_DESCRIPTOR_INDEX;

function isNodeWallet(value: unknown): boolean {
  return typeof value === 'string' && nodeWallet.test(value);
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= MAX_OBJECTS && value.every(fits);
}

function isOneOf(value: unknown, words: readonly string[]): boolean {
  return typeof value === 'string' && words.includes(value);
}

function hasOnly(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
