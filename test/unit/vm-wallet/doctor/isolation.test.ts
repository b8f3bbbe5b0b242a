import test from 'ava';
import { checkIsolation, type NetworkFiles } from '../../../../vm-wallet/doctor/isolation.ts';

const HEAD = [
  'Inter-|   Receive                                                |  Transmit',
  ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed',
].join('\n');
const NUMBERS = '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0';
const ROUTE_HEAD = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT';
const ZEROS = '00000000000000000000000000000000';
const ALONE: NetworkFiles = {
  interfaces: `${HEAD}\n    lo: ${NUMBERS}\n`,
  routes: `${ROUTE_HEAD}\n`,
  routes6: `${ZEROS.slice(1)}1 80 ${ZEROS} 00 ${ZEROS} 00000000 00000002 00000000 80200001       lo\n`,
  resolver: '# nothing\n',
};

/** Subjects that fail. */
function failing(files: Partial<NetworkFiles>): readonly string[] {
  return checkIsolation({ ...ALONE, ...files }).flatMap(({ ok, subject }) => (ok ? [] : [subject]));
}

test('a VM with nothing but loopback is apart, and so is one without the files', (t) => {
  t.deepEqual(failing({}), []);
  t.deepEqual(failing({ interfaces: '', routes: '', routes6: '', resolver: '' }), []);
});

test('each way out is found alone, and named', (t) => {
  const eth0 = `${ALONE.interfaces}  eth0: ${NUMBERS}\n`;
  t.deepEqual(failing({ interfaces: eth0 }), ['interfaces']);
  t.regex(checkIsolation({ ...ALONE, interfaces: eth0 })[0]?.says ?? '', /eth0/u);
  t.deepEqual(
    failing({ routes: `${ROUTE_HEAD}\neth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n` }),
    ['routes'],
  );
  t.deepEqual(
    failing({ routes6: `${ZEROS} 00 ${ZEROS} 00 ${ZEROS} 00000400 00000001 00000000 00000003     eth0\n` }),
    ['routes'],
  );
  t.deepEqual(failing({ resolver: 'search lan\nnameserver 10.139.1.1\n' }), ['name servers']);
  t.deepEqual(failing({ resolver: '#nameserver 10.139.1.1\n' }), []);
});
