import * as z from 'zod';

/** What a row would become. */
export const RowOutcome = z.enum(['new', 'existing', 'repeated', 'invalid']);
export type RowOutcome = z.infer<typeof RowOutcome>;

const Fault = z.object({
  field: z.string(),
  code: z.string(),
  detail: z.string(),
  from: z
    .string()
    .optional()
    .describe(
      'What the file says there, for a replacement to begin with; absent where it is of no one cell.',
    ),
});
/** A row as a dry run found it: what it would become, what was cleaned, what could not be read, and what was probably meant. */
export const CheckedRow = z.object({
  number: z.int(),
  outcome: RowOutcome,
  existingId: z
    .string()
    .optional()
    .describe('The record that has the row’s key already, where you may see it.'),
  sameAs: z.int().optional().describe('The row before it that has the same key.'),
  joined: z
    .array(z.int())
    .optional()
    .describe('Rows right behind it that are of the same record: the further lines of an order.'),
  values: z.record(z.string(), z.unknown()).describe('The record, as it would be made.'),
  besides: z
    .record(z.string(), z.string())
    .optional()
    .describe('What is made besides it (a `note`), or is to be there first (the `parent` of a company).'),
  isStale: z.literal(true).optional().describe('A lead of which nothing was heard for a year.'),
  changes: z
    .array(z.object({ field: z.string(), from: z.string(), to: z.string(), why: z.string() }))
    .describe('What was only written otherwise.'),
  faults: z.array(Fault).describe('What could not be read, and is left out.'),
  suggestions: z
    .array(z.object({ field: z.string(), from: z.string(), to: z.string(), confidence: z.number() }))
    .describe('What was probably meant; nothing is changed for it.'),
});
export type CheckedRow = z.infer<typeof CheckedRow>;

export const CheckCounts = z.object({
  new: z.int(),
  existing: z.int(),
  repeated: z.int(),
  invalid: z.int(),
  changed: z.int().describe('Rows of which something was written otherwise.'),
  faulty: z.int().describe('Rows of which something could not be read.'),
  suggested: z.int().describe('Rows of which something else was probably meant.'),
  joined: z.int().default(0).describe('Rows that are a part of the record of one before them.'),
  stale: z.int().default(0).describe('Leads of which nothing was heard for a year.'),
});
export type CheckCounts = z.infer<typeof CheckCounts>;
