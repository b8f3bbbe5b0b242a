import { toHex } from '../../shared/crypto/bytes.ts';
import type { ScriptIndex } from '../chain/ledger.ts';
import { TIMELOCKED } from '../keys/hd-wallet.ts';

/**
 * Tells scripts whose money we can spend at once. A bond's is ours too, but locked for years perhaps: what a stranger's transaction
 * pays to it does not come back.
 */
export function freeOwnScripts(scripts: ScriptIndex): (script: Uint8Array) => boolean {
  return (script) => {
    const path = scripts.get(toHex(script));
    return path !== undefined && path.branch !== TIMELOCKED;
  };
}
