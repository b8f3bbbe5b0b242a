/** What may cross the bridge when the node itself looks for coins. */

const KEY = '[xt]pub[1-9A-HJ-NP-Za-km-z]{107}';
const CHECKSUM = '#[02-9ac-hj-np-z]{8}';

/** The only descriptors (BIP380) that cross the bridge: a branch of a segwit account, of public keys. As a regular expression. */
export const BRANCH_DESCRIPTOR = `^(wpkh\\(${KEY}/[01]/\\*\\)|sh\\(wpkh\\(${KEY}/[01]/\\*\\)\\))${CHECKSUM}$`;
/** A single script: P2WSH, as bonds have it. */
export const BOND_SCRIPT = '^0020[0-9a-f]{64}$';
/** Names of our wallets in the node. */
export const NODE_WALLET = '^jm-split-[0-9a-f]{16}$';

export const MAX_DESCRIPTORS = 40;
export const MAX_DESCRIPTOR_INDEX = 20_000;
export const MAX_SINGLE_SCRIPTS = 1000;
export const MAX_RESCAN_BLOCKS = 20_000;
export const MAX_OWN_TRANSACTIONS = 1000;
export const MAX_UTXO_SET_COINS = 2000;
