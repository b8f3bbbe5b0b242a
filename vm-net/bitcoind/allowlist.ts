/**
 * Every RPC method that can leave this program. All of them read, but the two that hand over a transaction; none touches the
 * node's wallet, peers or configuration.
 */
export const ALLOWED_METHODS = [
  'getblockchaininfo',
  'getindexinfo',
  'getblockhash',
  'getblockheader',
  'getblock',
  'getblockfilter',
  'gettxout',
  'getrawtransaction',
  'gettxoutproof',
  'getmempoolinfo',
  'getmempoolentry',
  'estimatesmartfee',
  'testmempoolaccept',
  'sendrawtransaction',
] as const;

/** A method of the allowlist; no other compiles. */
export type AllowedMethod = (typeof ALLOWED_METHODS)[number];
