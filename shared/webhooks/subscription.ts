import { assertCondition } from '../conditions/assert-condition.ts';
import { type Condition, dependsOn, matches } from '../conditions/condition.ts';
import { askedFields, type ConditionKind, fieldsOf } from '../conditions/fields.ts';
import type { Now } from '../conditions/moment.ts';
import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { assertMayAsk, assertSeesWhole } from '../core/may-ask.ts';
import { fieldForbidden } from '../core/may-write.ts';
import { type GovernedKind, hasHideable } from '../core/policy.ts';
import { reachOf } from '../core/rights.ts';
import { seesPurchases } from '../orders/purchases.ts';
import { segmentKinds } from '../segments/segment-kinds.ts';
import { kindsOf } from './event-catalogue.ts';
import type { Webhook } from './webhook.ts';

type Asked = Pick<Webhook, 'status' | 'events'>;
/** Whether it is told of events of this type at all. */
export const listens = ({ status, events }: Asked, type: string): boolean =>
  status === 'active' && events.some((one) => one === '*' || one === type);

/** Whether its condition lets an event pass: `record` is the one that the event tells of, as it is now, if it is there. */
export function passes(condition: Condition | undefined, record: object | undefined, now: Now): boolean {
  if (condition === undefined) return true;
  return record !== undefined && matches(condition, record, now);
}

/** A condition must make sense of one of the kinds at least. What custom fields hold, each workspace says for itself. */
function assertAskable(condition: Condition, kinds: readonly GovernedKind[]): void {
  if (dependsOn(condition).some((path) => path.startsWith('custom.'))) return;
  const asked = kinds.filter((kind): kind is ConditionKind => kind !== 'activity');
  const faults = asked.map((kind) => faultOf(condition, kind));
  const [first] = faults;
  if (first !== undefined && faults.every((fault) => fault !== undefined)) throw first;
}
function faultOf(condition: Condition, kind: ConditionKind): unknown {
  try {
    assertCondition(condition, fieldsOf(kind, dependsOn(condition)), '/condition');
    return undefined;
  } catch (error) {
    return error;
  }
}

function outOfReach(kind: GovernedKind) {
  const detail = `A condition on every ${kind} needs the right to read every ${kind}.`;
  const errors = [{ pointer: '/condition', code: 'condition_out_of_reach', detail }];
  return new AppError('forbidden', 'condition_out_of_reach', detail, { errors });
}

/**
 * Who came into a segment tells what its condition asks. So whoever is told of segments, of those to come too, must be one from whom no
 * field of any record is hidden. Throws `field_forbidden`.
 */
function assertMayHearOfSegments(actor: Actor, events: readonly string[]): void {
  if (!events.some((one) => one === '*' || one.startsWith('segment.'))) return;
  for (const kind of segmentKinds) assertSeesWhole(actor, kind);
  if (!seesPurchases(actor)) throw fieldForbidden(['orderCount', 'lastOrderAt']);
}

/**
 * That an event came tells what its record holds where a condition decided. So whoever sets one must be one who may read every
 * record of the kinds that it is told of, and the fields that are asked. Throws `condition_invalid`, `condition_out_of_reach`, `field_forbidden`.
 */
export function assertMaySubscribe(
  actor: Actor,
  { events, condition }: Pick<Webhook, 'events' | 'condition'>,
) {
  assertMayHearOfSegments(actor, events);
  if (condition === undefined) return;
  assertAskable(condition, kindsOf(events));
  const asked = dependsOn(condition);
  for (const kind of kindsOf(events)) {
    const readAs = kind === 'activity' ? 'contact' : kind; // whoever sees a contact sees what happened with it
    if (reachOf(actor, readAs, 'read').reach !== 'all') throw outOfReach(kind);
    if (kind === 'activity') assertSeesWhole(actor, 'contact');
    else if (hasHideable(kind)) assertMayAsk(actor, kind, askedFields(asked));
  }
}
