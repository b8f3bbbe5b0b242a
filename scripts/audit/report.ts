import type { AcceptedFinding, Judged } from './baseline.ts';
import type { Severity } from './finding.ts';

const ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
const COLOURS: Readonly<Record<Severity, number>> = { critical: 31, high: 31, medium: 33, low: 36, info: 2 };

/** Closes a report that used what the VMs told of themselves. */
const FROM_INSIDE = 'What the VMs told of themselves can prove failure, never health: they may lie.\n';

/** How to write the report. */
export interface ReportStyle {
  readonly colour: boolean;
  /** True when facts from inside the VMs were used. */
  readonly fromInside: boolean;
}

/** The findings for people, the worst first. Nothing of what was read can move the cursor. */
export function formatFindings({ findings, accepted }: Judged, { colour, fromInside }: ReportStyle): string {
  return [
    formatCounted(findings, colour),
    ...(accepted.length === 0 ? [] : [formatAccepted(accepted)]),
    ...(fromInside ? [FROM_INSIDE] : []),
  ].join('');
}

function formatAccepted(accepted: readonly AcceptedFinding[]): string {
  const lines = accepted.flatMap(({ finding: { id, shows }, by: { reason, expires } }) => [
    `accepted  ${id}  ${printable(shows)}`,
    `               until ${expires}: ${printable(reason)}`,
  ]);
  return `${[...lines, '', `${accepted.length} accepted`].join('\n')}\n`;
}

function formatCounted(findings: Judged['findings'], colour: boolean): string {
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
