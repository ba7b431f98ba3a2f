import { canonical } from '../core/canonical.ts';
import { kindOfId } from '../core/ids.ts';
import type { GovernedKind } from '../core/policy.ts';
import type { FieldChanges } from '../core/record.ts';
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
/** An event names `custom`, not which of them: that its change knows (`customAsked`). */
const isAmong = (name: string, fields: unknown[]) => fields.includes(name.split('.')[0]);
const customPrefix = 'custom.';
/**
 * The custom fields (by their keys) of which one must have changed for an event to begin a rule that it names; none where the event itself
 * says enough.
 */
export function customAsked(trigger: Trigger, { type, data }: Pick<Happened, 'type' | 'data'>): string[] {
  if (trigger.on !== 'event' || !trigger.fields || !type.endsWith('.updated')) return [];
  const told = Array.isArray(data.fields) ? data.fields : [];
  const isToldWhole = trigger.fields.some((name) => !name.startsWith(customPrefix) && isAmong(name, told));
  const custom = trigger.fields.filter((name) => name.startsWith(customPrefix));
  return isToldWhole ? [] : custom.map((name) => name.slice(customPrefix.length));
}
/** Whether a change has changed one of these custom fields. */
export function changesCustom({ custom }: FieldChanges, keys: readonly string[]): boolean {
  const [before, after] = [custom?.before, custom?.after].map(
    (one) => (one ?? {}) as Record<string, unknown>,
  );
  return keys.some((key) => canonical(before?.[key]) !== canonical(after?.[key]));
}
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
