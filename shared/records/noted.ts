/**
 * Fields in which Rapport itself notes what it finds out about what people have written: by the field's name, a value with what
 * is noted in another value of the same field.
 */
export type Noted = Readonly<Record<string, (value: never, as: never) => unknown>>;

/** A value of a field as far as people have written it, with what another one has noted: two that differ in notes alone become equal. */
export function notedAs(noted: Noted | undefined, field: string, value: unknown, as: unknown): unknown {
  const note = noted?.[field];
  return note && value !== undefined && as !== undefined ? note(value as never, as as never) : value;
}
