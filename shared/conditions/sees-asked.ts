import type { Actor } from '../core/actor.ts';
import { fieldForbidden } from '../core/may-write.ts';
import { hasHideable } from '../core/policy.ts';
import { hiddenAnywhere, reachOf } from '../core/rights.ts';
import { type Condition, dependsOn } from './condition.ts';
import { askedFields, besideContacts, type ConditionKind } from './fields.ts';

/**
 * What of a condition an actor does not see in every record in reach: fields that a role hides, and what contacts have bought
 * where not every order is in reach.
 */
export function hiddenOf(actor: Actor, kind: ConditionKind, condition: Condition): string[] {
  const paths = dependsOn(condition);
  const hidden = hasHideable(kind) ? hiddenAnywhere(actor, kind) : new Set<string>();
  const isBought = (path: string) => kind === 'contact' && besideContacts.includes(path);
  const seesOrders = reachOf(actor, 'order', 'read').reach === 'all';
  return [
    ...askedFields(paths).filter((name) => hidden.has(name)),
    ...paths.filter((path) => isBought(path) && !seesOrders),
  ];
}

/** Who may not see what is asked may neither ask nor be told whom the answer names. Throws `field_forbidden`. */
export function assertSeesAsked(actor: Actor, kind: ConditionKind, condition: Condition): void {
  const hidden = hiddenOf(actor, kind, condition);
  if (hidden.length > 0) throw fieldForbidden(hidden);
}
