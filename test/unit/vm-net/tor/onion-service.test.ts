import test from 'ava';
import { OnionService } from '../../../../vm-net/tor/onion-service.ts';
import { fakeTorControl, refusesOnions } from '../../../fixtures/fake-tor-control.ts';

test('when neither command is taken, the error says what cures it on Qubes and elsewhere', async (t) => {
  const { port, heard } = await fakeTorControl(t, refusesOnions);
  const starting = OnionService.start(
    {
      control: { host: '127.0.0.1', port, password: null },
      target: { host: '127.0.0.1', port: 5222 },
      key: 'ED25519-V3:a secret',
      jitter: () => 0,
      onChange: () => undefined,
    },
    new AbortController().signal,
  );
  const error = await t.throwsAsync(starting, { message: 'Tor refused ADD_ONION: 510 Command filtered' });
  t.like(error, { code: 'tor-refused' });
  const cure = String(Reflect.get(error, 'cure'));
  t.regex(cure, /qubesctl --skip-dom0 --targets=GATEWAY state\.apply jm\.gateway/u);
  t.regex(cure, /elsewhere, let the user of Tor's control port send ADD_ONION/u);
  t.false(`${error.message}${cure}`.includes('secret'));
  const [better = '', plain = ''] = heard.filter((command) => command.startsWith('ADD_ONION'));
  t.true(better.startsWith(`${plain} PoW`));
});
