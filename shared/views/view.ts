import * as z from 'zod';
import { Condition } from '../conditions/condition.ts';
import type { Context } from '../core/actor.ts';
import { invalidField } from '../core/errors.ts';
import { idOf, newId } from '../core/ids.ts';
import { Direction } from '../core/page.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { boardKinds, ordersOf, type ViewKind, viewKinds } from './view-kinds.ts';

const mostFilterBytes = 4096;
const mostColumns = 50;
const mostPosition = 1e10;
/** `custom.<name>`, and a part of a field that has parts: `emails.address`. */
const fieldName = /^[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]{1,64}){0,2}$/;

const Column = z.strictObject({
  field: z
    .string()
    .max(80)
    .regex(fieldName, 'Must be the name of a field, like `ownerId` or `custom.floor`.'),
  width: z.int().min(20).max(2000).optional().describe('In CSS pixels.'),
});
const columns = z
  .array(Column)
  .max(mostColumns)
  .refine((all) => new Set(all.map(({ field }) => field)).size === all.length, 'A field is named twice.');
const Layout = z.enum(['table', 'board']);
const Visibility = z.enum(['private', 'shared']);

const fields = {
  name: z.string().trim().min(1).max(100),
  of: z.enum(viewKinds).describe('The kind of its records.'),
  layout: Layout.default('table').describe(
    'A `board` is of what has stages or states: deals, tasks, tickets.',
  ),
  columns: columns.default([]).describe('In their order; none leaves them to whoever shows the view.'),
  sort: z.string().max(20).optional().describe('An order of the kind’s list.'),
  direction: Direction.optional(),
  filter: Condition.optional(),
  segmentId: idOf('segment').optional().describe('Of the same kind: the list is its members.'),
  pipelineId: idOf('pipeline').optional().describe('Of deals: whose board it is.'),
  visibility: Visibility.default('private').describe(
    '`private`: its owner’s alone, and no administrator’s either. `shared`: everybody’s in the workspace.',
  ),
  position: z
    .number()
    .min(0)
    .max(mostPosition)
    .optional()
    .describe(
      'Where it stands among those of its kind, the least first; behind those that are there where it is left out.',
    ),
};
/** How somebody looks at the records of a kind, kept by name. It holds no records and gives no rights to any. */
export const View = z.object({
  ...recordBase('view'),
  ...fields,
  ownerId: idOf('user').describe('Who made it.'),
  position: fields.position.unwrap(),
});
export type View = z.infer<typeof View>;
export const viewRecord = defineRecord('view', View);
export const ViewBody = View.omit({ workspaceId: true });

export const NewView = z.strictObject(fields);
export type NewView = z.infer<typeof NewView>;
export const ViewPatch = z.strictObject({
  name: fields.name.optional(),
  layout: Layout.optional(),
  columns: columns.optional(),
  sort: fields.sort.nullable(),
  direction: fields.direction.nullable(),
  filter: Condition.nullish(),
  segmentId: fields.segmentId.nullable(),
  pipelineId: fields.pipelineId.nullable(),
  visibility: Visibility.optional(),
  position: fields.position,
});
export type ViewPatch = z.infer<typeof ViewPatch>;

const has = (kinds: readonly ViewKind[], of: ViewKind) => kinds.includes(of);
/** What holds for the whole; throws `validation_failed`. */
function sound(view: View): View {
  const { of, layout, sort, pipelineId, filter } = view;
  if (layout === 'board' && !has(boardKinds, of))
    throw invalidField('/layout', 'no_board', `Only of ${boardKinds.join(', ')} there are boards.`);
  if (sort !== undefined && !ordersOf(of).includes(sort))
    throw invalidField('/sort', 'order_unknown', `Those of a ${of} are ${ordersOf(of).join(', ')}.`);
  if (pipelineId !== undefined && of !== 'deal')
    throw invalidField('/pipelineId', 'no_pipeline', 'Only deals stand in a pipeline.');
  if (filter && Buffer.byteLength(JSON.stringify(filter)) > mostFilterBytes)
    throw invalidField('/filter', 'too_big', `A filter has at most ${mostFilterBytes} bytes.`);
  return view;
}

export function createView(given: NewView, { actor, now }: Context): Kept<View> {
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const position = given.position ?? Math.floor(Date.parse(now) / 1000); // behind those that were made before
  const after = sound({ ...base, ...given, position, id: newId('view', now), ownerId: actor.id });
  return { of: viewRecord, before: undefined, after, events: [] };
}

/** A filter is replaced as a whole: merged with the one before it would ask for something that nobody wrote. */
export function patchView(view: View, { filter, ...patch }: ViewPatch, { now }: Context): Kept<View> {
  const { filter: before, ...rest } = mergePatch(view, patch);
  const kept = filter === undefined ? before : (filter ?? undefined);
  const merged: View = { ...rest, ...(kept && { filter: kept }) };
  return { of: viewRecord, before: view, after: nextVersion(sound(merged), {}, now), events: [] };
}

export const deleteView = (view: View): Change<View> => ({
  of: viewRecord,
  before: view,
  after: undefined,
  events: [],
});
