import * as z from 'zod';
import type { ConditionKind } from '../conditions/fields.ts';
import { idOf } from '../core/ids.ts';
import { LocalTime } from '../core/local-time.ts';
import type { GovernedKind } from '../core/policy.ts';
import { segmentKinds } from '../segments/segment-kinds.ts';
import { type EventType, eventTypes, kindsOf } from '../webhooks/event-catalogue.ts';

/** What lies in the trash no rule does anything with; of segments a trigger of its own tells; a file may be any record's. */
const isRuled = (type: string) => !/\.(deleted|purged)$/.test(type) && !/^(segment|file)\./.test(type);
/** What a rule can begin with, of all that webhooks are told of. */
const ruleEvents: readonly EventType[] = eventTypes.filter(isRuled);
const RuleEvent = z.enum(ruleEvents).meta({ id: 'RuleEvent' });

const name = z.string().min(1).max(80);
const EventTrigger = z.strictObject({
  on: z.literal('event'),
  events: z.array(RuleEvent).min(1).max(20).describe('Events of one kind of record.'),
  fields: z
    .array(name)
    .min(1)
    .max(50)
    .optional()
    .describe('Of what `*.updated` tells of: only where one of these fields changed.'),
  data: z
    .partialRecord(RuleEvent, z.record(name, z.union([z.string().max(200), z.boolean(), z.number()])))
    .optional()
    .describe('By event: only where it says this, as in `{"deal.moved":{"toStageId":"won"}}`.'),
});
const DateTrigger = z.strictObject({
  on: z.literal('date'),
  kind: z.enum(segmentKinds),
  field: name.describe('A day or an instant of such a record; a custom one is `custom.<key>`.'),
  offsetDays: z.int().min(-365).max(365).default(0).describe('Days behind it; before it where negative.'),
  at: LocalTime.describe('By the workspace’s time zone.'),
  yearly: z.boolean().default(false).describe('Every year, as birthdays come.'),
});
const SegmentTrigger = z.strictObject({
  on: z.literal('segment'),
  segmentId: idOf('segment').optional().describe('A draft may be without.'),
  turn: z.enum(['entered', 'left']),
});

export const Trigger = z
  .discriminatedUnion('on', [EventTrigger, DateTrigger, SegmentTrigger])
  .meta({ id: 'RuleTrigger' });
export type Trigger = z.infer<typeof Trigger>;
export type DateTrigger = z.infer<typeof DateTrigger>;
export type EventTrigger = z.infer<typeof EventTrigger>;

/** The kinds of record that a trigger tells of: one, of a sound trigger; of a segment its members' kind, which the segment says. */
export function kindsOfTrigger(trigger: Trigger): GovernedKind[] {
  if (trigger.on === 'date') return [trigger.kind];
  return trigger.on === 'event' ? kindsOf(trigger.events) : [];
}

/** Kinds of which a condition can be asked: all but activities. */
export const asksOf = (kind: GovernedKind): kind is ConditionKind => kind !== 'activity';
