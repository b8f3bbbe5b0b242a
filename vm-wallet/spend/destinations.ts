import { scriptOfAddress } from '../../shared/bitcoin/address.ts';
import type { Sats } from '../../shared/bitcoin/amount.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { JmError } from '../../shared/errors.ts';
import { DUST } from './change.ts';
import { SendError } from './spend-error.ts';

/** Words that make no list of payments. */
export class PaymentListError extends JmError<'usage'> {}

/** Most recipients of one transaction. */
export const MAX_RECIPIENTS = 100;

/** Written instead of an address: a new one in the next mixdepth. */
export const NEXT_MIXDEPTH = 'INTERNAL';

/** What the user wants to pay to whom, as typed. An amount of 0 sweeps. */
export interface PaymentOrder {
  readonly amount: Sats;
  readonly destination: string;
}

/** An order whose address is one. `script` is null for an address that is still to be issued. */
export interface Destination extends PaymentOrder {
  readonly script: Uint8Array | null;
}

/**
 * Checks orders and the checksum of every address.
 * @throws PaymentListError, AddressError; SendError `send-dust`, `send-same-address`.
 */
export function checkOrders(orders: readonly PaymentOrder[], network: Network): Destination[] {
  if (orders.length === 0 || orders.length > MAX_RECIPIENTS) {
    throw new PaymentListError('usage', `A payment has 1 to ${MAX_RECIPIENTS} recipients`);
  }
  if (orders.length > 1 && orders.some(({ amount }) => amount === 0n)) {
    throw new PaymentListError('usage', 'A sweep has one recipient', {
      cure: 'Give every recipient an amount, or sweep to one address alone.',
    });
  }
  const seen = new Set<string>();
  return orders.map((order) => {
    const { amount, destination } = order;
    const script = destination === NEXT_MIXDEPTH ? null : scriptOfAddress(destination, network);
    const key = script === null ? NEXT_MIXDEPTH : toHex(script);
    if (seen.has(key)) {
      throw new SendError('send-same-address', `${destination} is paid twice`, {
        cure: 'Pay the sum to it once, or ask for another address: two payments to one address are linked.',
      });
    }
    seen.add(key);
    if (amount !== 0n && amount < DUST) {
      throw new SendError('send-dust', `${amount} sat is dust that no node relays`, { cure: 'Send more.' });
    }
    return { ...order, script };
  });
}
