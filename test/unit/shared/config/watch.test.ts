import test from 'ava';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';

test('the section [WATCH] has defaults, and bounds', (t) => {
  t.deepEqual(parseConfig('').watch, { ownOffersMinutes: 60, staleTipMinutes: 120 });
  const read = (key: string, value: number) => parseConfig(`[WATCH]\n${key} = ${value}\n`).watch;
  t.is(read('own_offers_minutes', 0).ownOffersMinutes, 0);
  t.is(read('own_offers_minutes', 1440).ownOffersMinutes, 1440);
  t.throws(() => read('own_offers_minutes', 1441), { code: 'config-bad-value' });
  t.is(read('stale_tip_minutes', 10).staleTipMinutes, 10);
  t.is(read('stale_tip_minutes', 10_080).staleTipMinutes, 10_080);
  t.throws(() => read('stale_tip_minutes', 9), { code: 'config-bad-value' });
  t.throws(() => read('stale_tip_minutes', 10_081), { code: 'config-bad-value' });
  t.is(parseConfig('[WATCH]\nmore = 1\n').warnings.length, 1);
});
