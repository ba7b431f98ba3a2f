import type { AnyRecord } from '../../../api/kinds.ts';
import { type FieldDef, isSame, patchOf, valueIn, writtenIn } from '../../../fields/field-def.ts';
import type { Change } from './change.ts';

/** What is to be done with what is selected; `fields` are those that undoing gives their former values. */
export type Job =
  | { kind: 'update'; change: Change; fields: string[] }
  | { kind: 'delete' }
  | { kind: 'done' };

/** The same value for a field of all. */
export function editJob(field: FieldDef, value: unknown): Job {
  const patch = patchOf(field, value);
  const isThere = (record: AnyRecord) => isSame(writtenIn(field, valueIn(field, record)), value);
  return {
    kind: 'update',
    change: (record) => (isThere(record) ? undefined : patch),
    fields: field.currencyIn ? [field.name, field.currencyIn] : [field.name],
  };
}

const tagsOf = (record: AnyRecord) => (Array.isArray(record.tags) ? (record.tags as string[]) : []);
const folded = (tag: string) => tag.trim().toLowerCase();

/** Tags that each gets beside its own, or loses. */
export function tagJob(tags: string[], way: 'add' | 'remove'): Job {
  const meant = new Set(tags.map(folded));
  const change: Change = (record) => {
    const own = tagsOf(record);
    const kept = own.filter((tag) => !meant.has(folded(tag)));
    if (way === 'remove') return kept.length === own.length ? undefined : { tags: kept };
    const missing = tags.filter((tag) => !own.some((one) => folded(one) === folded(tag)));
    return missing.length === 0 ? undefined : { tags: [...own, ...missing] };
  };
  return { kind: 'update', change, fields: ['tags'] };
}
