import test from 'ava';
import { metricFamilies } from '../../../../vm-net/directory/metric-families.ts';
import { DirectoryMetrics, total } from '../../../../vm-net/directory/metrics.ts';
import { byLabel, formatPrometheus, single } from '../../../../vm-net/directory/prometheus.ts';
import { GAUGES, PROCESS } from '../../../fixtures/directory-metrics.ts';

test('a family is its help, its type and its samples', (t) => {
  t.is(
    formatPrometheus([
      single('gauge', 'size', 'How large.', 1.5),
      byLabel('counter', 'lines_total', 'Lines.', 'type', { public: 2, private: 0 }),
    ]),
    '# HELP size How large.\n# TYPE size gauge\nsize 1.5\n' +
      '# HELP lines_total Lines.\n# TYPE lines_total counter\n' +
      'lines_total{type="public"} 2\nlines_total{type="private"} 0\n',
  );
});

test('what would break a line is escaped', (t) => {
  const family = {
    name: 'x',
    help: 'back\\slash\nand "quotes"',
    type: 'gauge',
    samples: [{ labels: { a: 'back\\slash\nand "quotes"', b: '' }, value: 1 }],
  } as const;
  t.is(
    formatPrometheus([family]),
    '# HELP x back\\\\slash\\nand "quotes"\n# TYPE x gauge\n' +
      'x{a="back\\\\slash\\nand \\"quotes\\"",b=""} 1\n',
  );
});

test('numbers that are none have names of their own', (t) => {
  const valueOf = (value: number): string =>
    formatPrometheus([single('gauge', 'x', '', value)]).split('\n')[2] ?? '';
  t.deepEqual([NaN, Infinity, -Infinity, 1e21, 0.1, 0].map(valueOf), [
    'x NaN',
    'x +Inf',
    'x -Inf',
    'x 1e+21',
    'x 0.1',
    'x 0',
  ]);
});

/** The samples in the text, by name and labels. */
function samplesOf(metrics: DirectoryMetrics): Map<string, number> {
  const text = formatPrometheus(metricFamilies(metrics, GAUGES, PROCESS));
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

test('every counter is shown under a name of its own', (t) => {
  const metrics = new DirectoryMetrics();
  let next = 1;
  const count = <Key extends string>(counts: Record<Key, number>): void => {
    for (const key in counts) counts[key] = next++;
  };
  count(metrics.refused);
  count(metrics.linesIn);
  count(metrics.linesOut);
  count(metrics.nickAuth);
  metrics.connections = next++;
  metrics.joins = next++;
  metrics.bytesIn = next++;
  metrics.bytesOut = next++;
  metrics.publicRelayed = next++;
  metrics.publicShed = next++;
  metrics.privateRelayed = next++;
  metrics.privateShed = next++;
  metrics.privateUnknownRecipient = next++;
  metrics.forged = next++;
  metrics.peerlistsShed = next++;
  metrics.slowReadersDropped = next++;
  metrics.evictions = next++;
  metrics.displaced = next++;
  const counters = [...samplesOf(metrics)].filter(([name]) => /_total(\{|$)/u.test(name));
  t.deepEqual(
    counters.map(([, value]) => value).sort((a, b) => a - b),
    Array.from({ length: next - 1 }, (_, index) => index + 1),
  );
  // Nothing is counted that is not shown: what is a number in the object was numbered above.
  t.true(Object.values(metrics).every((value) => typeof value !== 'number' || value > 0));
});

test('how things stand is shown in base units', (t) => {
  const samples = samplesOf(new DirectoryMetrics());
  const expected: Record<string, number> = {
    'joinmarket_directory_peers{kind="serving"}': 3,
    'joinmarket_directory_peers{kind="not_serving"}': 2,
    joinmarket_directory_waiting_connections: 1,
    joinmarket_directory_unsent_bytes: 4096,
    joinmarket_directory_uptime_seconds: 120,
    joinmarket_directory_resident_memory_bytes: 67_108_864,
    'joinmarket_directory_event_loop_lag_seconds{quantile="0.5"}': 0.001,
    'joinmarket_directory_event_loop_lag_seconds{quantile="0.99"}': 0.02,
    'joinmarket_directory_event_loop_lag_seconds{quantile="1"}': 0.25,
  };
  for (const [name, value] of Object.entries(expected)) t.is(samples.get(name), value, name);
});

test('names and labels are such as Prometheus takes', (t) => {
  const text = formatPrometheus(metricFamilies(new DirectoryMetrics(), GAUGES, PROCESS));
  const lines = text.split('\n').slice(0, -1);
  const allowed =
    /^(# HELP [a-z_]+ .+|# TYPE [a-z_]+ (counter|gauge)|[a-z_]+(\{[a-z_]+="[a-z0-9_.-]+"\})? [0-9.]+)$/u;
  t.deepEqual(
    lines.filter((line) => !allowed.test(line)),
    [],
  );
  const names = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]);
  t.is(new Set(names).size, names.length);
  t.true(names.length > 15);
});

test('a total is the sum of its parts', (t) => {
  t.is(total({}), 0);
  t.is(total({ a: 1, b: 2 }), 3);
});
