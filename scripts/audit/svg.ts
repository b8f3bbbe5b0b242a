import type { Arrow } from './graph.ts';

const LETTER = 8.4;
const ROW = 64;
const BOX = 32;
const MARGIN = 24;
/** More services than these stand in the arrow's title only. */
const SHOWN_SERVICES = 3;

/** Who may call whom, as a picture: a row for each arrow, dashed where somebody is asked. The same arrows make the same picture. */
export function formatSvg(arrows: readonly Arrow[]): string {
  const rows = [...arrows].sort((one, other) => compare(keyOf(one), keyOf(other)));
  const left = widest(rows.map(({ source }) => source));
  const right = widest(rows.map(({ target }) => target));
  const middle = widest(rows.map(label));
  const width = MARGIN * 4 + left + middle + right;
  const height = MARGIN * 2 + Math.max(rows.length, 1) * ROW;
  const columns = { from: MARGIN, left, start: MARGIN + left, end: MARGIN * 3 + left + middle, right };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole(width)}" height="${height}" font-family="monospace" font-size="14">`,
    '<title>Who may call whom</title>',
    '<defs><marker id="head" markerWidth="10" markerHeight="10" refX="9" refY="5" orient="auto">' +
      '<path d="M0,0 L10,5 L0,10 z"/></marker></defs>',
    '<rect width="100%" height="100%" fill="white"/>',
    ...(rows.length === 0 ? [text(MARGIN, MARGIN * 2, 'No calls.')] : []),
    ...rows.map((arrow, index) => row(arrow, MARGIN + index * ROW, columns)),
    '</svg>',
    '',
  ].join('\n');
}

interface Columns {
  readonly from: number;
  readonly left: number;
  readonly start: number;
  readonly end: number;
  readonly right: number;
}

function row(arrow: Arrow, top: number, { from, left, start, end, right }: Columns): string {
  const { source, target, decision } = arrow;
  const y = top + ROW / 2;
  const dashed = decision === 'ask' ? ' stroke-dasharray="6 4"' : '';
  const told = `${source} to ${target}, ${decision}: ${sortedServices(arrow).join(', ')}`;
  return [
    '<g>',
    `<title>${escape(told)}</title>`,
    box(from, y, left),
    text(from + LETTER, y + 5, source),
    box(end, y, right),
    text(end + LETTER, y + 5, target),
    `<line class="${decision}" x1="${whole(start)}" y1="${y}" x2="${whole(end)}" y2="${y}" stroke="black" stroke-width="1.5"${dashed} marker-end="url(#head)"/>`,
    text(start + MARGIN, y - 6, label(arrow)),
    '</g>',
  ].join('');
}

function box(x: number, y: number, width: number): string {
  return `<rect x="${whole(x)}" y="${y - BOX / 2}" width="${whole(width)}" height="${BOX}" rx="4" fill="white" stroke="black"/>`;
}

function text(x: number, y: number, written: string): string {
  return `<text x="${whole(x)}" y="${y}">${escape(written)}</text>`;
}

function label(arrow: Arrow): string {
  const services = sortedServices(arrow);
  const more = services.length - SHOWN_SERVICES;
  const shown = services.slice(0, SHOWN_SERVICES).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function sortedServices({ services }: Arrow): readonly string[] {
  return [...services].sort();
}

function widest(texts: readonly string[]): number {
  return (Math.max(0, ...texts.map((one) => one.length)) + 2) * LETTER;
}

function whole(length: number): number {
  return Math.round(length);
}

function keyOf({ source, target, decision }: Arrow): string {
  return [source, target, decision].join(' ');
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Nothing of what was read is markup, and nothing is what XML forbids. */
function escape(written: string): string {
  return written
    .replace(/[^\x20-\x7e]/gu, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
