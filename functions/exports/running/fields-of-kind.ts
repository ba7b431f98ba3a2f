import type { ExportedKind } from '../../../shared/exports/data-export.ts';
import { customKinds } from '../../../shared/fields/custom.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { catalogueOf } from '../../../shared/fields/field-store.ts';

/** The workspace's own fields that records of a kind have, without those in the archive. */
export async function fieldsOfKind(workspaceId: string, kind: ExportedKind): Promise<Field[]> {
  const of = customKinds.find((one) => one === kind);
  if (!of) return [];
  const { fields } = await catalogueOf(workspaceId, of);
  return fields.filter(({ archived }) => !archived);
}
