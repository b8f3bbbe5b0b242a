import { JmError } from '../errors.ts';

/** What ended or refused a call over the bridge. */
export type BridgeErrorCode =
  | 'frame-oversized'
  | 'frame-unknown-kind'
  | 'frame-malformed'
  | 'frame-truncated'
  | 'bridge-schema-violation'
  | 'bridge-unexpected'
  | 'bridge-flood'
  | 'hello-timeout'
  | 'version-mismatch'
  | 'network-mismatch'
  | 'service-mismatch'
  | 'request-timeout'
  | 'call-refused'
  | 'call-died'
  | 'call-closed'
  | 'service-missing'
  | 'daemon-down';

/** The call to the other VM failed, or it said something that the bridge does not allow. */
export class BridgeError extends JmError<BridgeErrorCode> {}

/** A failure that the other VM reported in answer to a request. Its words are shown, never acted on. */
export class PeerFailure extends JmError {}
