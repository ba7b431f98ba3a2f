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
