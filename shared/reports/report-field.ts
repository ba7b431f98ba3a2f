import { invalidField } from '../core/errors.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import type { FieldType } from '../fields/field.ts';
import type { ReportKind } from '../workspaces/workspace.ts';

/** Types whose values are few enough, or short enough, to split a report by. */
const splittable: readonly FieldType[] = ['choice', 'checkbox', 'text'];

/**
 * Holds a field that reports are to be split by to being there, in use, and of a type that splits. Throws `validation_failed` with `field_unknown`,
 * `field_not_splittable` at `/reportFields/<kind>`.
 */
export function assertSplits(kind: ReportKind, key: string, { fields }: Catalogue): void {
  const field = fields.find((one) => one.key === key && !one.archived);
  const pointer = `/reportFields/${kind}`;
  if (!field) throw invalidField(pointer, 'field_unknown', `There is no field ${key} of a ${kind} in use.`);
  if (splittable.includes(field.type)) return;
  const detail = `Reports are split by a field of type ${splittable.join(', ')}; ${key} is ${field.type}.`;
  throw invalidField(pointer, 'field_not_splittable', detail);
}
