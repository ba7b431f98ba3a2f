import type { QueryClient } from '@tanstack/react-query';
import { isStale } from '../../../api/client.ts';
import type { AnyRecord, Kind } from '../../../api/kinds.ts';
import { keys, pathOf } from '../../../api/records.ts';
import { act } from '../../../api/write.ts';
import { type FieldDef, isSame, patchOf, tidy, valueIn, writtenIn } from '../../../fields/field-def.ts';
import { keep, readRecord } from '../page-query.ts';
import { changeEdit, type Edit, editsOf, endEdit } from './edits.ts';

type Written = { base: unknown; value: unknown };
type Outcome = { record: AnyRecord; theirs?: unknown };
const mostTries = 4;

/** What a PATCH of the version that was seen answers; undefined where there is another version by now. */
async function patch(kind: Kind, { id, version }: AnyRecord, body: unknown): Promise<AnyRecord | undefined> {
  try {
    return await act<AnyRecord>({ method: 'PATCH', path: pathOf(kind, id), body, ifMatch: { version } });
  } catch (error) {
    if (isStale(error)) return undefined;
    throw error;
  }
}

/** `theirs` where somebody else has given the field another value than the one that was seen when the edit began. */
async function write(
  kind: Kind,
  record: AnyRecord,
  field: FieldDef,
  edit: Written,
  tries = mostTries,
): Promise<Outcome> {
  const now = writtenIn(field, valueIn(field, record));
  if (isSame(now, edit.value)) return { record };
  if (!isSame(now, edit.base)) return { record, theirs: now };
  const after = await patch(kind, record, patchOf(field, edit.value));
  if (after) return { record: after };
  if (tries === 1) throw new Error(`${record.id} changes faster than it can be written`);
  const newer = await readRecord(kind, record.id); // where others changed other fields, both stay
  return write(kind, newer, field, edit, tries - 1);
}

const shownNow = (client: QueryClient, kind: Kind, id: string) =>
  client.getQueryData<AnyRecord>(keys.about(kind, id, 'page')) ??
  client.getQueryData<AnyRecord>(keys.record(kind, id));

/** The writes of a record one after the other, each of the version that the one before has made. */
const queues = new Map<string, Promise<void>>();
function inTurn(id: string, work: () => Promise<void>): Promise<void> {
  const mine = (queues.get(id) ?? Promise.resolve()).then(work);
  queues.set(id, mine);
  return mine;
}

/** Saves what is written in a field. It stays an open edit until the API has it, whatever becomes of the page. */
export async function saveField(client: QueryClient, kind: Kind, id: string, field: FieldDef): Promise<void> {
  const edit = editsOf(kind, id)[field.name];
  if (!edit || edit.status === 'saving') return;
  const written = { base: edit.base, value: tidy(edit.value) };
  if (isSame(written.value, edit.base)) return endEdit(kind, id, field.name);
  changeEdit(kind, id, field.name, { status: 'saving', error: undefined });
  /** Who began to edit it anew meanwhile goes on with that. */
  const settle = (outcome: Partial<Edit> | undefined) => {
    if (editsOf(kind, id)[field.name]?.status !== 'saving') return;
    if (outcome) changeEdit(kind, id, field.name, outcome);
    else endEdit(kind, id, field.name);
  };
  await inTurn(id, async () => {
    try {
      const shown = shownNow(client, kind, id) ?? (await readRecord(kind, id));
      const { record, ...outcome } = await write(kind, shown, field, written);
      keep(client, kind, record);
      settle('theirs' in outcome ? { status: 'conflict', theirs: outcome.theirs } : undefined);
    } catch (error) {
      settle({ status: 'failed', error });
    }
  });
}
