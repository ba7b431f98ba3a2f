/** What cleaning did to a row, and what it could not do. */
export type Notes = {
  /** What was written otherwise than it was brought; `why` in a few words. */
  changes: { field: string; from: string; to: string; why: string }[];
  /** What could not be read; such a value is left out, but for that of a throw-away e-mail address, which is only told of. */
  faults: { field: string; code: string; detail: string }[];
  /** What was probably meant; nothing is changed for it. */
  suggestions: { field: string; from: string; to: string; confidence: number }[];
};

export const noNotes = (): Notes => ({ changes: [], faults: [], suggestions: [] });

/** Notes a change where there is one. */
export function noteChange(notes: Notes, field: string, from: string, to: string, why: string): void {
  if (from !== to) notes.changes.push({ field, from, to, why });
}
