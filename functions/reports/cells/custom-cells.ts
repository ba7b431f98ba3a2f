import type { Actor } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { customDimension, dimensionOfField } from '../../../shared/reports/custom-dimension.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

const fieldMissing = (kind: string) =>
  new AppError(
    'invalid',
    'report_field_missing',
    `The workspace has not chosen a custom field of ${kind}s to split reports by (reportFields.${kind}).`,
  );

/**
 * The dimension that cells have: of a custom field its own, by the one that the workspace has chosen. Throws
 * `report_field_missing`, `field_forbidden`.
 */
export async function dimensionAsked(
  actor: Actor,
  kind: 'deal' | 'contact',
  splitBy: string,
): Promise<string> {
  if (splitBy !== customDimension) return splitBy;
  const { reportFields } = await workspaceOf(actor.workspaceId);
  const { [kind]: key } = reportFields;
  if (key === undefined) throw fieldMissing(kind);
  assertMayAsk(actor, kind, [`custom.${key}`]);
  return dimensionOfField(key);
}
