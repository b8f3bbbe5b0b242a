import test from 'ava';
import { waitForOffers, type Clock } from '../../../../vm-wallet/runtime/collect-offers.ts';
import { OrderBook } from '../../../../vm-wallet/taker/order-book.ts';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import { bookOffer, makerNick } from '../../../fixtures/offers.ts';

/** Time that passes only while somebody waits; offers come at their second. */
function waiting(arrivals: readonly number[]): { readonly book: OrderBook; readonly clock: Clock } {
  const book = new OrderBook();
  const left = [...arrivals];
  let now = 0;
  let maker = 0;
  const arrive = (): void => {
    while (left[0] !== undefined && left[0] * 1000 <= now) {
      left.shift();
      maker += 1;
      book.addPrivate(makerNick(maker), { command: 'offers', offers: [bookOffer(maker).offer] });
    }
  };
  arrive();
  return {
    book,
    clock: {
      now: () => now,
      pause: (milliseconds) => {
        now += milliseconds;
        arrive();
        return Promise.resolve();
      },
    },
  };
}

/** Seconds until the wait ends. */
async function waited(arrivals: readonly number[], config = parseConfig('').orderbook): Promise<number> {
  const { book, clock } = waiting(arrivals);
  await waitForOffers(book, config, new AbortController().signal, clock);
  return clock.now() / 1000;
}

test('the defaults are at least 30 s, until 15 s were quiet, and at most 120 s', async (t) => {
  t.deepEqual(parseConfig('').orderbook, { minWait: 30, quiet: 15, maxWait: 120 });
  t.is(await waited([0]), 30);
  t.is(await waited([1, 2, 3]), 30);
  t.is(await waited([1, 20]), 35);
  // One more every ten seconds is never quiet.
  t.is(await waited(Array.from({ length: 20 }, (_unused, index) => index * 10)), 120);
  t.is(await waited([]), 120, 'an empty book is waited for as long as possible');
});

test('the edges of the quiet time: under, at and over it', async (t) => {
  // The quiet time after an offer at 15 s ends with the least wait.
  t.is(await waited([14.9]), 30);
  t.is(await waited([15]), 30);
  t.is(await waited([15.1]), 30.1);
});

test('the edges of the longest wait: an offer just before it does not prolong it', async (t) => {
  t.is(await waited([119.9]), 120);
  t.is(await waited([104.9]), 119.9);
  t.is(await waited([105]), 120);
  t.is(await waited([105.1]), 120);
});

test('all three are configurable', async (t) => {
  const text = '[TAKER]\norderbook_min_wait = 2\norderbook_quiet_period = 1\norder_wait_time = 4';
  const { orderbook } = parseConfig(text);
  t.is(await waited([0], orderbook), 2);
  t.is(await waited([1.5], orderbook), 2.5);
  t.is(await waited([1, 2, 2.9, 3.8], orderbook), 4);
});

test('it can be stopped while it waits', async (t) => {
  const controller = new AbortController();
  const { book, clock } = waiting([0]);
  const stopping: Clock = {
    ...clock,
    pause: (milliseconds) => {
      if (clock.now() >= 5000) controller.abort(new Error('stopped'));
      return clock.pause(milliseconds);
    },
  };
  await t.throwsAsync(waitForOffers(book, parseConfig('').orderbook, controller.signal, stopping), {
    message: 'stopped',
  });
  t.true(clock.now() < 6000);
});
