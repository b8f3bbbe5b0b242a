import { fromHex } from '../crypto/bytes.ts';
import type { Network } from './network.ts';

const VERSION_AND_PREVIOUS = `01000000${'00'.repeat(32)}`;
const MERKLE_ROOT = '3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a';

/** Time, bits and nonce, little-endian. */
const TAILS: Record<Network, string> = {
  mainnet: '29ab5f49ffff001d1dac2b7c',
  testnet: 'dae5494dffff001d1aa4ae18',
  signet: '008f4d5fae77031e8ad22203',
  regtest: 'dae5494dffff7f2002000000',
};

/** The 80 bytes of a network's first header. */
export function genesisHeader(network: Network): Uint8Array {
  return fromHex(VERSION_AND_PREVIOUS + MERKLE_ROOT + TAILS[network]);
}

/**
 * Blocks that are buried so deep that a chain without them is not the network's (height and hash). Up to 295,000 and on testnet they
 * are Bitcoin Core's own checkpoints; 840,000 is where its assumeutxo begins; 420,000 and 630,000 are halvings.
 */
export const CHECKPOINTS: Record<Network, Readonly<Record<number, string>>> = {
  mainnet: {
    11_111: '0000000069e244f73d78e8fd29ba2fd2ed618bd6fa2ee92559f542fdb26e7c1d',
    105_000: '00000000000291ce28027faea320c8d2b054b2e0fe44a773f3eefb151d6bdc97',
    210_000: '000000000000048b95347e83192f69cf0366076336c639f9b7228e9ba171342e',
    295_000: '00000000000000004d9b4ef50f0f9d686fd69db2e03af35a100370c64632a983',
    420_000: '000000000000000002cce816c0ab2c5c269cb081896b7dcb34b8422d6b74ffa1',
    630_000: '000000000000000000024bead8df69990852c202db0e0097c1a12ea637d7e96d',
    840_000: '0000000000000000000320283a032748cef8227873ff4872689bf23f1cda83a5',
  },
  testnet: { 546: '000000002a936ca763904c3c35fce2f3556c559c0214345d31b1bcebf76acb70' },
  signet: {},
  regtest: {},
};

/**
 * Work that a network had passed by early 2024 (Bitcoin Core 26, nMinimumChainWork). A chain with less can be mined by anyone
 * from the first, easy blocks on. None for signet: the custom ones start from the same block.
 */
export const MINIMUM_WORK: Record<Network, bigint> = {
  mainnet: 0x63c4ebd298db40af57541800n,
  testnet: 0xc59b14e264ba6c15db9n,
  signet: 0n,
  regtest: 0n,
};
