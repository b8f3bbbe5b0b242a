import type { Finding, Severity } from './finding.ts';

const ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
const COLOURS: Readonly<Record<Severity, number>> = { critical: 31, high: 31, medium: 33, low: 36, info: 2 };

/** The findings for people, the worst first. Nothing of what was read can move the cursor. */
export function formatFindings(findings: readonly Finding[], colour: boolean): string {
  if (findings.length === 0) return 'No findings: policy and qubes are as they should be.\n';
  const sorted = [...findings].sort(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || a.id.localeCompare(b.id),
  );
  const lines = sorted.flatMap(({ id, severity, shows, rule, why, fix }) => {
    const mark = severity.padEnd(8);
    const place = rule === null ? '' : `${rule.file}${rule.line === null ? '' : `:${rule.line}`}`;
    return [
      `${colour ? `\u001b[${COLOURS[severity]}m${mark}\u001b[0m` : mark}  ${id}  ${printable(shows)}`,
      ...(place === '' ? [] : [`               ${printable(place)}`]),
      `               why: ${why}`,
      `               fix: ${printable(fix)}`,
    ];
  });
  const counts = ORDER.map(
    (severity) => [severity, findings.filter((one) => one.severity === severity).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}`);
  return `${[...lines, '', `${findings.length} findings: ${counts.join(', ')}`].join('\n')}\n`;
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\u2013-\u2192]/gu, '?').slice(0, 400);
}
