import { utf8 } from '../../shared/crypto/bytes.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { outdatedMaker, type FileKey, type OwnerKey } from './file-format.ts';
import { checkState, parseJson, stateFrom, unreadable } from './parse-state.ts';
import { guardedText, openSeed, sealSeed } from './seed-box.ts';
import type { WalletState } from './state.ts';

/** The state as it goes into the file: the seed is sealed once more, and under the maker password left as it was. */
export function packState(state: WalletState, key: FileKey, random: Random): Uint8Array {
  // What this version could not read back must never reach the disk.
  checkState(state, key.role);
  const seed = key.role === 'owner' ? sealSeed(state, key.seed, random) : key.sealedSeed;
  return utf8(JSON.stringify({ seed, ...state, entropy: undefined, extension: undefined }));
}

/** The state with its seed, from the text of a file of this version. @throws WalletFileError */
export function unpackForOwner(text: string, version: number, { seed: key }: OwnerKey): WalletState {
  if (version === 1) return stateFrom(parseJson(text));
  const { seed, rest } = apart(parseJson(text));
  return stateFrom({ ...rest, ...openSeed(seed, key, rest) });
}

/** The state without its seed, and the seed as it lies sealed in it. @throws WalletFileError */
export function unpackForMaker(text: string): { readonly state: WalletState; readonly sealedSeed: string } {
  const { seed, rest } = apart(parseJson(text));
  const state = stateFrom({ ...rest, entropy: '', extension: '' }, 'maker');
  // An upgrade of what only the owner may change is the owner's to write.
  if (guardedText(state) !== guardedText(rest)) throw outdatedMaker();
  return { state, sealedSeed: seed };
}

function apart(value: unknown): { readonly seed: string; readonly rest: object } {
  if (typeof value !== 'object' || value === null || !('seed' in value)) throw unreadable();
  const { seed, ...rest } = value;
  if (typeof seed !== 'string' || !/^([0-9a-f]{2})+$/u.test(seed)) throw unreadable();
  return { seed, rest };
}
