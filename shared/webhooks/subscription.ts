import { type Condition, dependsOn, matches } from '../conditions/condition.ts';
import type { Now } from '../conditions/moment.ts';
import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { assertMayAsk } from '../core/may-ask.ts';
import { hasHideable } from '../core/policy.ts';
import { reachOf } from '../core/rights.ts';
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

/**
 * That an event came tells what its record holds where a condition decided. So whoever sets one must be one who may read every
 * record of the kinds that it is told of, and the fields that are asked. Throws `condition_out_of_reach`, `field_forbidden`.
 */
export function assertMaySubscribe(
  actor: Actor,
  { events, condition }: Pick<Webhook, 'events' | 'condition'>,
) {
  if (condition === undefined) return;
  const asked = dependsOn(condition);
  for (const kind of kindsOf(events)) {
    if (reachOf(actor, kind, 'read').reach !== 'all') {
      const detail = `A condition on every ${kind} needs the right to read every ${kind}.`;
      const errors = [{ pointer: '/condition', code: 'condition_out_of_reach', detail }];
      throw new AppError('forbidden', 'condition_out_of_reach', detail, { errors });
    }
    const heads = asked.flatMap((path) => [path, path.split('.')[0] ?? path]);
    if (hasHideable(kind)) assertMayAsk(actor, kind, [...new Set(heads)]);
  }
}
