import { JmError } from '../../shared/errors.ts';

/** Why a wallet that could be read can't be brought in. */
export class ImportError extends JmError<
  'wallet-damaged' | 'wallet-kind-unsupported' | 'wallet-too-large' | 'wallet-other-network'
> {}
