import test from 'ava';
import { noticeText, type MakerNotice } from '../../../../vm-wallet/runtime/maker-notice.ts';
import { makerNick } from '../../../fixtures/offers.ts';

const NICK = makerNick(1);

test('each notice in words', (t) => {
  const notices: readonly (readonly [MakerNotice, string])[] = [
    [{ event: 'ready', nick: NICK, offers: [] }, `offering as ${NICK}`],
    [{ event: 'offers', offers: ['one', 'two'] }, 'offering: one | two'],
    [{ event: 'offers', offers: [] }, 'nothing to offer: no mixdepth has enough confirmed coins'],
    [{ event: 'round', taker: NICK, text: 'asks' }, `${NICK}: asks`],
    [{ event: 'signed', taker: NICK, round: 'r', txid: 'aa' }, `${NICK}: signed aa`],
    [{ event: 'confirmed', txid: 'aa', earned: 5n }, 'CoinJoin aa confirmed, earned 5 sat'],
    [{ event: 'warning', text: 'look' }, 'warning: look'],
    [{ event: 'note', text: 'block 7' }, 'block 7'],
  ];
  for (const [notice, text] of notices) t.is(noticeText(notice), text);
});
