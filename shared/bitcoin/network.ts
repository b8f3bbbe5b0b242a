/** The Bitcoin networks that we know. */
export type Network = 'mainnet' | 'testnet' | 'signet' | 'regtest';

export const NETWORKS: readonly Network[] = ['mainnet', 'testnet', 'signet', 'regtest'];

/** What differs between networks: address encoding, key derivation, default RPC port. */
export interface NetworkParameters {
  readonly bech32: string;
  readonly pubKeyHash: number;
  readonly scriptHash: number;
  readonly wif: number;
  /** BIP32 version bytes: always xpub/tpub, never ypub/zpub (protocol/wallet.md §2). */
  readonly bip32: { readonly public: number; readonly private: number };
  /** BIP44 coin type: 0 on mainnet, 1 elsewhere (protocol/wallet.md §1). */
  readonly coinType: 0 | 1;
  readonly rpcPort: number;
  /** The name in `getblockchaininfo.chain`. */
  readonly coreChain: 'main' | 'test' | 'signet' | 'regtest';
}

const TEST_KEYS = {
  pubKeyHash: 0x6f,
  scriptHash: 0xc4,
  wif: 0xef,
  bip32: { public: 0x043587cf, private: 0x04358394 },
  coinType: 1,
} as const;

const PARAMETERS: Record<Network, NetworkParameters> = {
  mainnet: {
    bech32: 'bc',
    pubKeyHash: 0x00,
    scriptHash: 0x05,
    wif: 0x80,
    bip32: { public: 0x0488b21e, private: 0x0488ade4 },
    coinType: 0,
    rpcPort: 8332,
    coreChain: 'main',
  },
  testnet: { ...TEST_KEYS, bech32: 'tb', rpcPort: 18332, coreChain: 'test' },
  signet: { ...TEST_KEYS, bech32: 'tb', rpcPort: 38332, coreChain: 'signet' },
  regtest: { ...TEST_KEYS, bech32: 'bcrt', rpcPort: 18443, coreChain: 'regtest' },
};

/** The parameters of a network. */
export function parametersOf(network: Network): NetworkParameters {
  return PARAMETERS[network];
}
