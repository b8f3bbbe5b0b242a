import test from 'ava';
import path from 'node:path';
import { QUICK } from '../../../../fixtures/irc-bot.ts';
import { makeCertificate } from '../../../../fixtures/irc-certificates.ts';
import { withIrc } from '../../../../fixtures/irc-lab.ts';

test(
  'a certificate of a given authority for the right name is good',
  withIrc(async (t, lab) => {
    const tls = await makeCertificate(lab.directory, 'irc.test');
    const { tlsPort } = await lab.server({ tls });
    const both = [1, 2].map(() => lab.bot({ port: tlsPort, tls: true, authoritiesFile: tls.certificate }));
    const [ann, bob] = both;
    if (ann === undefined || bob === undefined) throw new Error('no bots');
    await Promise.all([ann.channel.start(), bob.channel.start()]);
    const line = ann.say(bob, 'tx', 'z'.repeat(2000));
    t.like(await bob.waitFor(({ event }) => event === 'private'), { line });
  }),
);

test(
  'a certificate for another name is refused, with the cure',
  withIrc(async (t, lab) => {
    const tls = await makeCertificate(lab.directory, 'other.test');
    const { tlsPort } = await lab.server({ tls });
    const bot = lab.bot({ port: tlsPort, tls: true, authoritiesFile: tls.certificate });
    await bot.channel.start();
    t.is(bot.channel.status.state, 'down');
    t.regex(bot.channel.status.detail, /certificate that is not good for it .*other\.test.*Correct host/u);
  }),
);

test(
  'a self-signed certificate is refused, unless certificates are not verified',
  withIrc(async (t, lab) => {
    const tls = await makeCertificate(lab.directory, 'irc.test');
    const { tlsPort } = await lab.server({ tls });
    const strict = lab.bot({ port: tlsPort, tls: true });
    await strict.channel.start();
    t.is(strict.channel.status.state, 'down');
    t.regex(strict.channel.status.detail, /self.signed certificate.*ssl_ca_file; ssl_verify = false/u);
    const lax = lab.bot({ port: tlsPort, tls: true, verifyTls: false, host: 'any.name' });
    await lax.channel.start();
    t.is(lax.channel.status.state, 'up');
  }),
);

test(
  'authorities that are not there are told, with the cure',
  withIrc(async (t, lab) => {
    const tls = await makeCertificate(lab.directory, 'irc.test');
    const { tlsPort } = await lab.server({ tls });
    const bot = lab.bot({ port: tlsPort, tls: true, authoritiesFile: path.join(lab.directory, 'none.pem') });
    await bot.channel.start();
    t.regex(bot.channel.status.detail, /none\.pem can't be read.*Set ssl_ca_file/u);
  }),
);

test(
  'a port that speaks plain IRC is not taken for TLS',
  withIrc(async (t, lab) => {
    const { port } = await lab.server();
    const bot = lab.bot({ port, tls: true }, { timing: { ...QUICK, welcome: 200 } });
    void bot.channel.start();
    t.like(await bot.become('down', /does not speak TLS with us .*Check port and usessl/u), {
      channel: 'irc1',
    });
  }),
);
