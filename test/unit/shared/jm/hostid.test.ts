import test from 'ava';
import fc from 'fast-check';
import { hostidsOverlap, isIrcHostid } from '../../../../shared/jm/hostid.ts';

test('names of networks, and host and port where there is none, are hostids', (t) => {
  for (const hostid of [
    'hackint',
    'Fake',
    'irc.example.org6697',
    '2001:db8::16697',
    'onion-network2',
    'a_b',
    'N',
  ]) {
    t.true(isIrcHostid(hostid), hostid);
  }
});

test('a hostid has one to 67 characters', (t) => {
  t.false(isIrcHostid(''));
  t.true(isIrcHostid('x'));
  t.true(isIrcHostid('x'.repeat(67)));
  t.false(isIrcHostid('x'.repeat(68)));
});

test('a hostid holds nothing but letters, digits, dots, underscores, colons and hyphens', (t) => {
  for (const character of [' ', '!', '+', '/', '~', '\n', 'é', '|']) {
    t.false(isIrcHostid(`hack${character}int`), character);
  }
  t.false(isIrcHostid('hackint\n'));
});

test('no hostid of an IRC server makes signatures good for the onion network too', (t) => {
  for (const hostid of ['onion-network', 'ONION-network', '0onion-network', 'network', 'NETWORK', 'k']) {
    t.false(isIrcHostid(hostid), hostid);
  }
});

test('hostids overlap when one ends in the other, whatever the case and the order', (t) => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Za-z0-9.]{0,9}$/u),
      fc.stringMatching(/^[A-Za-z0-9.]{1,9}$/u),
      (start, end) => {
        t.true(hostidsOverlap(start + end, end.toUpperCase()));
        t.true(hostidsOverlap(end.toLowerCase(), start + end));
        t.false(hostidsOverlap(`${start}${end}-`, end));
      },
    ),
  );
  t.false(hostidsOverlap('hackint', 'libera'));
  t.false(hostidsOverlap('hackint', 'hack'), 'the beginning does not matter');
});
