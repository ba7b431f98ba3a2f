import type { Actor } from '../../../shared/core/actor.ts';
import type { CleanContext } from '../../../shared/imports/cleaning/clean-context.ts';
import { dayOrderOf } from '../../../shared/imports/cleaning/day-order.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { readPart } from '../../../shared/imports/import-object-store.ts';
import { importFields } from '../../../shared/imports/mapping/import-fields.ts';
import type { Workspace } from '../../../shared/workspaces/workspace.ts';
import { ownFields } from '../running/own-fields.ts';
import { knownValues } from './known-values.ts';
import type { Namer } from './naming/namer.ts';

/** In which order the file writes its dates, as its first rows tell. */
async function dayOrderIn(one: Import): Promise<CleanContext['dayOrder']> {
  const types = new Map(importFields(one.kind).map(({ name, type }) => [name, type]));
  const columns = (one.mapping ?? [])
    .filter(({ field }) => ['day', 'instant'].includes(types.get(field) ?? ''))
    .map(({ column }) => column);
  const first = columns.length > 0 ? await readPart(one, 0) : [];
  return dayOrderOf(first.flatMap(({ cells }) => columns.map((column) => cells[column] ?? '')));
}

type Pair = { field: string; from: string; to: string };
type Replaced = NonNullable<CleanContext['replaced']>;
/** What is meant otherwise than it is written, by field; the first that is said of a value holds. */
export function replacedBy(pairs: readonly Pair[], base: Replaced = new Map()): Replaced {
  const all = new Map([...base].map(([field, known]) => [field, new Map(known)]));
  for (const { field, from, to } of pairs) {
    const known = all.get(field) ?? new Map<string, string>();
    if (!known.has(from)) known.set(from, to);
    all.set(field, known);
  }
  return all;
}

/** What is known of an import's rows before any is looked at. */
export async function cleanContextOf(
  one: Import,
  { country }: Pick<Workspace, 'country'>,
  { actor, namer }: { actor: Actor; namer: Namer },
): Promise<CleanContext> {
  const own = await ownFields(one);
  return {
    country,
    dayOrder: await dayOrderIn(one),
    customTypes: Object.fromEntries(own.map(({ key, type }) => [key, type])),
    known: await knownValues(one, actor, namer),
    replaced: replacedBy(one.replacements ?? []),
  };
}
