import * as z from 'zod';
import { ActivityKind, Direction } from './activity.ts';

const By = z.object({ kind: z.string(), id: z.string() });
/** A line of a record's timeline: something that happened, or a change of the record itself. */
export const TimelineEntry = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('activity'),
    id: z.string(),
    at: z.iso.datetime(),
    activity: z.object({
      kind: ActivityKind,
      subject: z.string().optional(),
      /** The first 500 characters; the activity itself has the rest. */
      text: z.string().optional(),
      direction: Direction.optional(),
      contactId: z.string(),
      dealIds: z.array(z.string()),
      by: By,
    }),
  }),
  z.object({
    type: z.literal('change'),
    id: z.string(),
    at: z.iso.datetime(),
    kind: z.enum(['created', 'updated', 'deleted']),
    by: By,
    cause: z.string().optional(),
    fields: z.record(z.string(), z.object({ before: z.unknown().optional(), after: z.unknown().optional() })),
  }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;

const Kept = z.array(z.looseObject({ key: z.string() }));
/** An address without its folded spelling. */
function withoutKeys(value: unknown): unknown {
  const kept = Kept.safeParse(value);
  return kept.success ? kept.data.map(({ key: _, ...shown }) => shown) : value;
}

/** A line as it is shown: without what Rapport keeps for itself, which no person changed. */
export function shownEntry(stored: object): TimelineEntry {
  const entry = TimelineEntry.parse(stored);
  if (entry.type !== 'change') return entry;
  const { stageTimes: _, emails, ...fields } = entry.fields;
  const shown = emails && { before: withoutKeys(emails.before), after: withoutKeys(emails.after) };
  return { ...entry, fields: { ...fields, ...(shown && { emails: shown }) } };
}
