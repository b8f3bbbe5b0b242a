import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs before the optimising compiler takes it; 67,584 are V8's own. */
const BUDGET_BEFORE_OPTIMISING = 400_000;

/**
 * Makes V8 compile each function at once by its quick compiler, and by the optimising one only where that pays. A CoinJoin is a burst
 * of a few milliseconds after minutes of silence: code that is a little warm was optimised in it again and again, on cores that the
 * makers needed, while what is hot reaches the larger budget within milliseconds.
 */
export function compileForBursts(): void {
  setFlagsFromString('--always-sparkplug');
  // Later versions count calls instead, and complain on stderr about a flag that they don't know.
  if (process.versions.node.startsWith('20.'))
    setFlagsFromString(`--interrupt-budget=${BUDGET_BEFORE_OPTIMISING}`);
}
