import * as z from 'zod';
import { changeKinds, type FieldChanges } from '../core/record.ts';
import { ActivityKind, Direction, MailFate } from './activity.ts';

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
      score: z.int().optional().describe('Of a rating: from 1, bad, to 5, very good.'),
      contactId: z.string(),
      dealIds: z.array(z.string()),
      mail: MailFate.optional(),
      by: By,
    }),
  }),
  z.object({
    type: z.literal('file'),
    id: z.string(),
    at: z.iso.datetime(),
    file: z.object({
      name: z.string(),
      kind: z.string(),
      size: z.int(),
      contentType: z.string().optional(),
      by: By,
    }),
  }),
  z.object({
    type: z.literal('change'),
    id: z.string(),
    at: z.iso.datetime(),
    kind: z.enum(changeKinds),
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

const kept = new Set(['stageTimes', 'hash']);
/** What changed, field by field, without what Rapport keeps for itself, which no person changed. */
export function shownChanges(changes: FieldChanges): FieldChanges {
  const { emails, ...rest } = changes;
  const fields = Object.entries(rest).filter(([name]) => !kept.has(name));
  const shown = emails && { before: withoutKeys(emails.before), after: withoutKeys(emails.after) };
  return { ...Object.fromEntries(fields), ...(shown && { emails: shown }) };
}

/** A line as it is shown. */
export function shownEntry(stored: object): TimelineEntry {
  const entry = TimelineEntry.parse(stored);
  return entry.type === 'change' ? { ...entry, fields: shownChanges(entry.fields) } : entry;
}
