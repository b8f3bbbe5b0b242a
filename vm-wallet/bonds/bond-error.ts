import { JmError } from '../../shared/errors.ts';

/** Something that can't be done with a bond. */
export class BondError extends JmError<
  | 'bond-month-over'
  | 'bond-unknown'
  | 'bond-nested'
  | 'bond-no-coin'
  | 'bond-locked'
  | 'bond-frozen'
  | 'bond-bad-key'
  | 'bond-bad-coin'
  | 'bond-own-key'
  | 'bond-cold-key'
  | 'bond-no-request'
  | 'bond-bad-signature'
  | 'bond-too-small'
  | 'bond-rejected'
> {}
