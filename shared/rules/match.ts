import { kindOfId } from '../core/ids.ts';
import type { GovernedKind } from '../core/policy.ts';
import type { EventType } from '../webhooks/event-catalogue.ts';
import type { Cause } from './cause.ts';
import type { LiveRule } from './live.ts';
import type { EventTrigger, Trigger } from './trigger.ts';

/** What happened, as the bus tells of it. `by`: because of what of ours. */
export type Happened = {
  id: string;
  type: string;
  workspaceId: string;
  at: string;
  data: Record<string, unknown>;
  by?: Cause | undefined;
};

const idsIn: Partial<Record<GovernedKind, string>> = { contact: 'contactId', deal: 'dealId', task: 'taskId' };
/** The record of a kind that an event tells of. */
export function recordIn(kind: GovernedKind, { data }: Pick<Happened, 'data'>): string | undefined {
  const named = idsIn[kind];
  const id = data.recordId ?? (named && data[named]);
  return typeof id === 'string' && kindOfId(id) === kind ? id : undefined;
}

const changed = ({ fields }: EventTrigger, { type, data }: Happened) =>
  fields === undefined ||
  !type.endsWith('.updated') ||
  (Array.isArray(data.fields) && fields.some((name) => isAmong(name, data.fields as unknown[])));
/** An event names `custom`, not which of them. */
const isAmong = (name: string, fields: unknown[]) => fields.includes(name.split('.')[0]);
const says = ({ data: wanted }: EventTrigger, { type, data }: Happened) =>
  Object.entries(wanted?.[type as EventType] ?? {}).every(([name, value]) => data[name] === value);

/** A mail of ours is nobody's deed: a rule that answered it with another would never come to an end. */
const isOwnMail = ({ type, by }: Happened) =>
  type.startsWith('activity.') && by !== undefined && 'mail' in by;

function begins(trigger: Trigger, event: Happened): boolean {
  if (trigger.on === 'date') return false; // a moment begins it, no event
  if (trigger.on === 'segment')
    return (
      event.type === `segment.${trigger.turn}` &&
      event.data.segmentId === trigger.segmentId &&
      event.data.initial !== true // nothing has happened to the record
    );
  return (
    trigger.events.some((type) => type === event.type) && changed(trigger, event) && says(trigger, event)
  );
}

/** The live rules that an event begins, as far as the event itself tells: nothing is read for it. */
export const begunBy = (rules: readonly LiveRule[], event: Happened): LiveRule[] =>
  isOwnMail(event) ? [] : rules.filter(({ trigger }) => begins(trigger, event));
