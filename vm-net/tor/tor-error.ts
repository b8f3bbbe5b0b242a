import { JmError } from '../../shared/errors.ts';

/** Tor can't be used as it is configured. */
export class TorError extends JmError<
  'tor-unreachable' | 'tor-not-control' | 'tor-authentication' | 'tor-refused' | 'tor-closed' | 'tor-key'
> {}
