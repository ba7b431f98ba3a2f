import { customKinds } from '../../../shared/fields/custom.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { readCatalogue } from '../../../shared/fields/field-store.ts';
import type { Import } from '../../../shared/imports/import.ts';

/** The fields of the workspace's own that records of an import's kind may have, without those in the archive. */
export async function ownFields({ workspaceId, kind }: Import): Promise<Field[]> {
  const of = customKinds.find((one) => one === kind);
  if (!of) return [];
  const { fields } = await readCatalogue(workspaceId, of);
  return fields.filter(({ archived }) => !archived);
}
