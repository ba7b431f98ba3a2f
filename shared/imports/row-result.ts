import * as z from 'zod';

/** What became of a row when it was run, and when that was undone. */
export const RunResult = z.enum(['created', 'updated', 'unchanged', 'skipped', 'failed']);
export type RunResult = z.infer<typeof RunResult>;
export const UndoResult = z.enum(['removed', 'restored', 'kept', 'stuck']);
export type UndoResult = z.infer<typeof UndoResult>;
export const AnyResult = z.enum([...RunResult.options, ...UndoResult.options]);
export type AnyResult = z.infer<typeof AnyResult>;

const Problem = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
});
/** A row, and what became of it. */
export const RowResult = z.object({
  number: z.int(),
  result: AnyResult,
  recordId: z.string().optional().describe('The record that it is, where you may see it.'),
  problem: Problem.optional().describe('Why nothing, or not all, was made of it.'),
  fields: z
    .array(z.string())
    .optional()
    .describe('Of what was undone: what somebody has changed since the import; it stays as it is.'),
});
export type RowResult = z.infer<typeof RowResult>;

const counted = <const K extends readonly string[]>(names: K) =>
  z.object({
    done: z.int().describe('Rows that are done.'),
    ...(Object.fromEntries(names.map((name) => [name, z.int()])) as Record<K[number], z.ZodInt>),
  });
export const RunCounts = counted(RunResult.options);
export type RunCounts = z.infer<typeof RunCounts>;
export const UndoCounts = counted(UndoResult.options);
export type UndoCounts = z.infer<typeof UndoCounts>;

export const noneRun: RunCounts = { done: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 };
export const noneUndone: UndoCounts = { done: 0, removed: 0, restored: 0, kept: 0, stuck: 0 };

/** What was done of some rows: a row may have several results, or none. */
export type Worked = { rows: number; results: readonly RowResult[] };
/** Counts with those of more rows. */
export function countedWith<C extends RunCounts | UndoCounts>(counts: C, { rows, results }: Worked): C {
  const sums: Record<string, number> = { ...counts, done: counts.done + rows };
  for (const { result } of results) sums[result] = (sums[result] ?? 0) + 1;
  return sums as C;
}
