import { JmError } from '../../shared/errors.ts';

/** A plan that can't be made, is in the way, or would go beyond what the user agreed to. */
export class TumblerError extends JmError<
  | 'tumble-bad-option'
  | 'tumble-bad-destination'
  | 'tumble-few-destinations'
  | 'tumble-no-funds'
  | 'tumble-stranded'
  | 'tumble-unfinished'
  | 'tumble-no-plan'
  | 'tumble-paused'
  | 'tumble-over'
  | 'tumble-beyond-plan'
  | 'schedule-changed'
  | 'schedule-bad-entry'
  | 'schedule-missing'
> {}
