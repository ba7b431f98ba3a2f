import type { Condition } from '../../../shared/conditions/condition.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { AppError, invalidField } from '../../../shared/core/errors.ts';
import { columnsOf, viewedColumns } from '../../../shared/exports/columns/columns-of-kind.ts';
import type { DataExport, NewDataExport } from '../../../shared/exports/data-export.ts';
import { assertMayExport } from '../../../shared/exports/may-export.ts';
import type { Field } from '../../../shared/fields/field.ts';
import type { RecordType } from '../../../shared/platform/record-type.ts';
import { segmentStore } from '../../../shared/segments/segment-store.ts';
import { assertSeesView } from '../../../shared/views/may-view.ts';
import type { View } from '../../../shared/views/view.ts';
import { seenView } from '../../../shared/views/view-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { typeNamed } from '../../records/types/record-types.ts';
import { fieldsOfKind } from './fields-of-kind.ts';
import { listedPage, memberStretch } from './listed.ts';

const both = (...conditions: (Condition | undefined)[]): Condition | undefined => {
  const said = conditions.filter((one) => one !== undefined);
  return said.length > 1 ? { $and: said } : said[0];
};

/** What a view says of what is asked for, narrowed by what is said besides. Throws `validation_failed` where they are of two kinds. */
function narrowed(view: View, given: NewDataExport, fields: readonly Field[]): NewDataExport {
  const { of, filter, segmentId = given.segmentId, pipelineId } = view;
  if (of !== given.kind) throw invalidField('/viewId', 'other_kind', `The view is of ${of} records.`);
  if (given.segmentId !== undefined && given.segmentId !== segmentId)
    throw invalidField('/segmentId', 'other_segment', `The view is of the segment ${segmentId}.`);
  const shown = view.columns.map(({ field }) => field);
  const whole = both(filter, pipelineId ? { pipelineId } : undefined, given.filter);
  const columns = given.columns ?? (shown.length > 0 ? viewedColumns(of, fields, shown) : undefined);
  return { ...given, filter: whole, segmentId, columns };
}

/** The same of the view that is named, if one is. Throws `view_not_found`, `permission_missing`, `validation_failed`. */
async function withView(
  actor: Actor,
  given: NewDataExport,
  fields: readonly Field[],
): Promise<NewDataExport> {
  if (given.viewId === undefined) return given;
  return narrowed(await seenView(actor, given.viewId, assertSeesView), given, fields);
}

/** Throws `validation_failed` for columns that there are not. */
function assertColumns({ kind, format, columns }: NewDataExport, fields: readonly Field[]): void {
  if (!columns) return;
  if (format === 'csv') return void columnsOf(kind, fields, columns);
  const { shape } = typeNamed(kind) as RecordType;
  const known = new Set([...Object.keys(shape.body.shape), ...fields.map(({ key }) => `custom.${key}`)]);
  const partOf = (name: string) => (name.startsWith('custom.') ? name : (name.split('.')[0] ?? name));
  for (const [at, name] of columns.entries())
    if (!known.has(partOf(name)))
      throw invalidField(`/columns/${at}`, 'column_unknown', `A ${kind} has no ${name}.`);
}

const inBody = ({ kind, code, message, more }: AppError) =>
  new AppError(kind, code, message, {
    ...more,
    ...(more.errors && {
      errors: more.errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\?/, '') })),
    }),
  });

/** Asks the list for one record, so that what it refuses is said at once, where it stands in the body. */
async function assertListed(actor: Actor, given: NewDataExport): Promise<void> {
  if (given.kind === 'activity') return;
  try {
    await (given.segmentId ? memberStretch(actor, given, undefined) : listedPage(actor, given, undefined, 1));
  } catch (error) {
    throw error instanceof AppError ? inBody(error) : error;
  }
}

/** A segment of the kind that one may read. Throws `segment_not_found`, `permission_missing`, `validation_failed`. */
async function assertSegment({ workspaceId, permissions }: Actor, { kind, segmentId }: NewDataExport) {
  if (segmentId === undefined) return;
  if (!permissions.includes('segments:read'))
    throw new AppError('forbidden', 'permission_missing', 'This needs the permission segments:read.');
  const { of } = await segmentStore.get(workspaceId, segmentId);
  if (of !== kind) throw invalidField('/segmentId', 'other_kind', `The segment is of ${of} records.`);
}

function assertAsks({ kind, filter }: NewDataExport): void {
  if (kind === 'activity' && filter)
    throw invalidField(
      '/filter',
      'no_filter',
      'Activities have no list of their own that could be filtered.',
    );
}

/** All of what is asked for, each part of it looked at. Throws what lists, segments and views throw, and `permission_missing`. */
export async function checked(
  actor: Actor,
  given: NewDataExport,
): Promise<Omit<NewDataExport, 'timeZone'> & Pick<DataExport, 'timeZone' | 'ownFields'>> {
  assertMayExport(actor, given.kind);
  const fields = await fieldsOfKind(actor.workspaceId, given.kind);
  const whole = await withView(actor, given, fields);
  assertAsks(whole);
  assertColumns(whole, fields);
  await assertSegment(actor, whole);
  await assertListed(actor, whole);
  const { timeZone } = await workspaceOf(actor.workspaceId);
  const ownFields = fields.map(({ key, label }) => ({ key, label }));
  return { ...whole, ownFields, timeZone: whole.timeZone ?? timeZone };
}
