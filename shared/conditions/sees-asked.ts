import type { Actor } from '../core/actor.ts';
import { fieldForbidden } from '../core/may-write.ts';
import { hasHideable } from '../core/policy.ts';
import { hiddenAnywhere } from '../core/rights.ts';
import { seesPurchases } from '../orders/purchases.ts';
import { type Condition, dependsOn } from './condition.ts';
import { askedFields, boughtFields, type ConditionKind } from './fields.ts';

/**
 * What of a condition an actor does not see in every record in reach: fields that a role hides, and what contacts have bought
 * where not every order is in reach, or whose it is is hidden.
 */
export function hiddenOf(actor: Actor, kind: ConditionKind, condition: Condition): string[] {
  const paths = dependsOn(condition);
  const hidden = hasHideable(kind) ? hiddenAnywhere(actor, kind) : new Set<string>();
  const isBought = (path: string) => kind === 'contact' && boughtFields.includes(path);
  return [
    ...askedFields(paths).filter((name) => hidden.has(name)),
    ...paths.filter((path) => isBought(path) && !seesPurchases(actor)),
  ];
}

/** Who may not see what is asked may neither ask nor be told whom the answer names. Throws `field_forbidden` at its `pointer`. */
export function assertSeesAsked(
  actor: Actor,
  kind: ConditionKind,
  condition: Condition,
  pointer = '/condition',
): void {
  const hidden = hiddenOf(actor, kind, condition);
  if (hidden.length > 0) throw fieldForbidden(hidden, () => pointer);
}
