import test from 'ava';
import fc from 'fast-check';
import type { Arrow } from '../../../../scripts/audit/graph.ts';
import { arrowsOf } from '../../../../scripts/audit/graph.ts';
import { formatSvg } from '../../../../scripts/audit/svg.ts';
import { machineFacts, machinePolicy } from '../../../fixtures/audited-machine.ts';
import { early } from '../../../fixtures/broken-set-up.ts';

const TAG = /<(?<close>\/?)(?<name>[a-z]+)(?<attributes>(?: [a-zA-Z0-9-]+="[^"<>&]*")*)(?<empty>\/?)>/uy;
const TEXT = /(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)+/uy;

/** Reads elements, plain attributes and text, and nothing else of XML; null when they are not well-formed under one root. */
function elementsOf(xml: string): readonly string[] | null {
  const open: string[] = [];
  const seen: string[] = [];
  let at = 0;
  while (at < xml.length) {
    TAG.lastIndex = TEXT.lastIndex = at;
    const tag = TAG.exec(xml);
    const plain = tag === null ? TEXT.exec(xml) : null;
    const length = (tag ?? plain)?.[0].length;
    if (length === undefined) return null;
    if (plain !== null && open.length === 0 && plain[0].trim() !== '') return null;
    at += length;
    if (tag === null) continue;
    const { close, name = '', empty } = tag.groups ?? {};
    if (close === '/') {
      if (open.pop() !== name) return null;
      continue;
    }
    if (open.length === 0 && seen.length > 0) return null;
    seen.push(name);
    if (empty === '') open.push(name);
  }
  return open.length === 0 ? seen : null;
}

const named = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('<a>', '&', '"', "']]>"),
);
const arrow: fc.Arbitrary<Arrow> = fc.record({
  source: named,
  target: named,
  services: fc.array(named, { minLength: 1, maxLength: 6 }),
  decision: fc.constantFrom('allow' as const, 'ask' as const),
});

test('the picture is well-formed and has a line for each arrow, whatever the names are', (t) => {
  fc.assert(
    fc.property(fc.array(arrow, { maxLength: 8 }), (arrows) => {
      const elements = elementsOf(formatSvg(arrows));
      if (elements === null) return false;
      const lines = elements.filter((name) => name === 'line').length;
      const boxes = elements.filter((name) => name === 'rect').length;
      return lines === arrows.length && boxes === 2 * arrows.length + 1;
    }),
  );
  t.is(elementsOf('<a><b></a></b>'), null);
});

test('the same arrows in another order make the same picture', (t) => {
  const one: Arrow = { source: 'a', target: 'b', services: ['x.Y', 'x.A'], decision: 'allow' };
  const other: Arrow = { ...one, target: 'c', decision: 'ask' };
  t.is(formatSvg([one, other]), formatSvg([other, { ...one, services: ['x.A', 'x.Y'] }]));
});

test('exactly the calls around our qubes are drawn, dashed where somebody is asked', (t) => {
  const policy = early('x.Y * @anyvm vault ask');
  const arrows = arrowsOf(machinePolicy(policy), machineFacts());
  const told = [...formatSvg(arrows).matchAll(/<g><title>(.*?)<\/title>.*?<line class="(\w+)"[^>]*>/gu)].map(
    ([line, title = '', decision = '']) => [title, decision, line.includes('stroke-dasharray')],
  );
  const expected = arrows.map(({ source, target, services, decision }) => [
    `${source} to ${target}, ${decision}: ${[...services].sort().join(', ')}`,
    decision,
    decision === 'ask',
  ]);
  t.deepEqual(told.toSorted(), expected.toSorted());
  t.true(told.some(([title]) => title === 'jm-wallet to vault, ask: x.Y'));
  t.true(told.some(([title]) => title === 'jm-wallet to jm-net, allow: jm.Chain, jm.Messages'));
});

test('more than three services are counted in the label and told in the title', (t) => {
  const services = ['a.A', 'b.B', 'c.C', 'd.D'];
  const three: Arrow = { source: 's', target: 't', services: services.slice(0, 3), decision: 'allow' };
  t.regex(formatSvg([three]), />a\.A, b\.B, c\.C<\/text>/u);
  const picture = formatSvg([{ ...three, services }]);
  t.regex(picture, />a\.A, b\.B, c\.C and 1 more<\/text>/u);
  t.regex(picture, /allow: a\.A, b\.B, c\.C, d\.D<\/title>/u);
});

test('without arrows the picture says so', (t) => {
  t.regex(formatSvg([]), />No calls\.<\/text>/u);
});
