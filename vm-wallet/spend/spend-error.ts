import { JmError } from '../../shared/errors.ts';

/** A payment that can't be made. */
export class SendError extends JmError<
  | 'send-not-enough-coins'
  | 'send-dust'
  | 'send-rejected'
  | 'send-same-address'
  | 'send-too-large'
  | 'send-coin-unknown'
  | 'send-coin-not-free'
  | 'send-coins-apart'
  | 'send-bad-change'
> {}

/** A transaction that can't be helped along. */
export class BumpError extends JmError<
  | 'bump-unknown'
  | 'bump-not-enough'
  | 'bump-rate-too-low'
  | 'bump-not-needed'
  | 'bump-spent'
  | 'bump-nothing-ours'
  | 'bump-rejected'
> {}

/** A partially signed transaction that can't be used. */
export class PsbtError extends JmError<
  | 'psbt-unreadable'
  | 'psbt-too-large'
  | 'psbt-not-same'
  | 'psbt-incomplete'
  | 'psbt-bad-signature'
  | 'psbt-no-amounts'
  | 'psbt-fee'
  | 'psbt-file-exists'
  | 'psbt-rejected'
> {}
