import { fail, pass, type Finding } from '../../shared/finding.ts';

const HOUR = 3600;
/** Blocks may lie two hours ahead of an honest clock, and are rarely three hours apart. */
const AHEAD_SECONDS = 2 * HOUR;
const BEHIND_SECONDS = 3 * HOUR;

/**
 * The clock against the newest block, which is the one honest clock that an offline VM can see.
 * @param blockTime Unix seconds in the header of the newest block.
 * @param now Unix seconds.
 */
export function checkClock(blockTime: number, now: number, network: string): Finding {
  // The policy denies this VM the call by which others ask for the time.
  const cure =
    'Restart this VM, which takes the time from dom0; if the clock is right, check that the node gets new blocks.';
  const minutes = Math.round(Math.abs(now - blockTime) / 60);
  if (blockTime > now + AHEAD_SECONDS)
    return fail('clock', `${minutes} minutes behind the newest block`, cure);
  // On regtest, blocks come when asked for.
  if (network !== 'regtest' && now > blockTime + BEHIND_SECONDS) {
    return fail('clock', `the newest block is ${minutes} minutes old`, cure);
  }
  return pass('clock', `${minutes} minutes from the newest block`);
}
