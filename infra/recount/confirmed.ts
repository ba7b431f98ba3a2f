import type { Finding } from '../../shared/platform/recount.ts';

/** What a finding is about, and by how much a counter is off; of `more` only that there is more. */
function textOf(finding: Finding): string {
  if (finding.kind === 'more') return 'more';
  if (finding.kind !== 'counter') return [finding.kind, finding.key, finding.problem].join('\n');
  const { kind, group, measure, stored, expected } = finding;
  return [kind, group, measure, stored - expected].join('\n');
}

/**
 * Looks, and where something is found looks once more at a later moment: what both found. At any second some changes are written and not
 * projected yet, others the second after; what is off by the same in two looks is off.
 */
export async function confirmed(look: () => Promise<Finding[]>): Promise<Finding[]> {
  const first = await look();
  if (first.length === 0) return [];
  const known = new Set(first.map(textOf));
  return (await look()).filter((finding) => known.has(textOf(finding)));
}
