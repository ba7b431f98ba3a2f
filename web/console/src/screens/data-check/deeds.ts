import { permissionFor } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import type { FieldDef } from '../../fields/field-def.ts';
import { useFields } from '../../fields/use-fields.ts';
import type { CheckedKind, Deed } from './checks.ts';
import type { Finding } from './finding.ts';

/** One thing that is done to many; a patch with `fills` is for those alone in which that field is lacking. */
export type Job =
  | { by: 'suggestion' }
  | { by: 'trash' }
  | { by: 'patch'; patch: Record<string, unknown>; fills?: string };

export type Fields = ReadonlyMap<string, FieldDef>;
const isSettable = (fields: Fields, name: string) => {
  const field = fields.get(name);
  return field !== undefined && !field.isReadOnly && !field.isHidden;
};

/** Whether a finding has a suggestion that one may take. */
export const isSuggested = ({ repair }: Finding, fields: Fields): boolean =>
  repair !== undefined && Object.keys(repair).every((name) => isSettable(fields, name));

/** The fields that are lacking and that one may fill in, each once. */
export const fillable = (findings: readonly Finding[], fields: Fields): FieldDef[] =>
  [...new Set(findings.flatMap((finding) => finding.fields))]
    .filter((name) => isSettable(fields, name))
    .flatMap((name) => fields.get(name) ?? []);

/** Which of the selected a job is for. */
export function isMeantBy(job: Job, finding: Finding, fields: Fields): boolean {
  if (job.by === 'suggestion') return isSuggested(finding, fields);
  return job.by === 'trash' || job.fills === undefined || finding.fields.includes(job.fills);
}

/** Whether a deed can be done to any of these. */
export function isPossible(deed: Deed, findings: readonly Finding[], fields: Fields): boolean {
  if (deed === 'suggestion') return findings.some((finding) => isSuggested(finding, fields));
  if (deed === 'fill') return fillable(findings, fields).length > 0;
  return findings.length > 0;
}

/** The fields of a kind by name, and which of some deeds one may do at all. */
export function useMayDo(kind: CheckedKind, deeds: readonly Deed[]): { fields: Fields; offered: Deed[] } {
  const may = useMay();
  const fields = new Map(useFields(kind).map((field) => [field.name, field]));
  const mayEdit = may(permissionFor(kind, 'edit'));
  const isOffered: Record<Deed, () => boolean> = {
    suggestion: () => mayEdit,
    fill: () => mayEdit,
    assign: () => mayEdit && isSettable(fields, 'ownerId'),
    date: () => mayEdit && isSettable(fields, 'expectedCloseOn'),
    trash: () => may(permissionFor(kind, 'delete')),
  };
  return { fields, offered: deeds.filter((deed) => isOffered[deed]()) };
}
