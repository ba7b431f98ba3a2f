import type { Actor } from '../core/actor.ts';
import { customFieldTypes } from '../fields/catalogue.ts';
import { customKinds } from '../fields/custom.ts';
import { readCatalogue } from '../fields/field-store.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { assertCondition } from './assert-condition.ts';
import { type Condition, dependsOn } from './condition.ts';
import { type ConditionKind, fieldsOf } from './fields.ts';
import { assertSeesAsked } from './sees-asked.ts';

async function customTypes(workspaceId: string, kind: ConditionKind): Promise<Record<string, string>> {
  const of = customKinds.find((one) => one === kind);
  return of ? customFieldTypes(await readCatalogue(workspaceId, of)) : {};
}

/**
 * Holds a condition to what this actor may ask of records of a kind: the fields that there are, and of those the ones that they
 * see in every record in reach. One GetItem for the custom fields, where it names any. Throws `condition_invalid`, `field_forbidden`.
 */
export async function assertMayAskFor(
  actor: Actor,
  kind: ConditionKind,
  condition: Condition,
  pointer: string,
): Promise<void> {
  const paths = dependsOn(condition);
  assertSeesAsked(actor, kind, condition, pointer);
  if (!paths.some((path) => path.startsWith('custom.')))
    return assertCondition(condition, fieldsOf(kind, paths), pointer);
  const { undeclaredFields } = await workspaceOf(actor.workspaceId);
  const declared = await customTypes(actor.workspaceId, kind);
  const custom = { declared, accepts: undeclaredFields === 'accept' };
  return assertCondition(condition, fieldsOf(kind, paths, custom), pointer);
}
