import type { Context } from '../../../shared/core/actor.ts';
import { canonical } from '../../../shared/core/canonical.ts';
import { kindOfId } from '../../../shared/core/ids.ts';
import {
  type FieldChanges,
  type Kept,
  nextVersion,
  type OwnedKind,
  type RecordBase,
  recordKey,
  timelineSk,
} from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { withCheckedCustom } from '../../../shared/fields/custom-store.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { type Noted, notedAs } from '../../../shared/records/noted.ts';
import { typeNamed } from '../../records/types/record-types.ts';
import { type RowMark, takenBackWrite } from './row-mark.ts';

type Values = Record<string, unknown>;
/** Fields of which none is right without the others. */
const together: readonly (readonly string[])[] = [
  ['pipelineId', 'stageId', 'status', 'stageEnteredAt', 'stageTimes', 'closedAt', 'lostReason', 'wonReason'],
  ['items', 'amountCents', 'currency'],
];

/** A change field by field, custom fields each by itself. */
function flat(changes: FieldChanges): FieldChanges {
  const { custom, ...fields } = changes;
  if (!custom) return fields;
  const [before, after] = [(custom.before ?? {}) as Values, (custom.after ?? {}) as Values];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const own = [...keys].filter((key) => canonical(before[key]) !== canonical(after[key]));
  return {
    ...fields,
    ...Object.fromEntries(own.map((key) => [`custom.${key}`, { before: before[key], after: after[key] }])),
  };
}

function valueAt(record: object, name: string): unknown {
  const [field = '', key] = name.split('.');
  const value = (record as Values)[field];
  return key === undefined ? value : (value as Values | undefined)?.[key];
}

/** The names that stand as the import left them, and those that somebody has changed since. */
function sorted(
  record: object,
  changes: FieldChanges,
  noted: Noted | undefined,
): { back: string[]; left: string[] } {
  const isChanged = (name: string, after: unknown) =>
    canonical(notedAs(noted, name, valueAt(record, name), after)) !== canonical(after);
  const changed = new Set(
    Object.entries(changes)
      .filter(([name, { after }]) => isChanged(name, after))
      .map(([name]) => name),
  );
  const isLeft = (name: string) =>
    changed.has(name) ||
    together.some((group) => group.includes(name) && group.some((one) => changed.has(one)));
  const names = Object.keys(changes);
  return { back: names.filter((name) => !isLeft(name)), left: names.filter(isLeft) };
}

type Back = { changes: FieldChanges; back: readonly string[]; noted: Noted | undefined };
function restored<T extends RecordBase>(record: T, { changes, back, noted }: Back, now: string): T {
  const fields: Values = {};
  const custom: Values = { ...((record as Values).custom as object) };
  for (const name of back) {
    const [field = '', key] = name.split('.');
    const before = changes[name]?.before;
    if (key === undefined) fields[field] = notedAs(noted, field, before, valueAt(record, field));
    else if (before === undefined) delete custom[key];
    else custom[key] = before;
  }
  return nextVersion(record, { ...fields, ...('custom' in record && { custom }) } as Partial<T>, now);
}

async function changesOf(
  { workspaceId }: Import,
  { recordId, at, changeId }: RowMark,
): Promise<FieldChanges> {
  const kind = kindOfId(recordId);
  const pk = kind && recordKey(workspaceId, kind, recordId).pk;
  const item = pk && (await getItem({ pk, sk: timelineSk(at, changeId) }));
  return item ? flat(item.fields as FieldChanges) : {};
}

/**
 * Gives a record its values back that a row changed, field by field, in one transaction with noting it at the mark. Answers the
 * fields that somebody has changed since, which stay as they are, or that the record is not there any more.
 */
export async function restoreFields(one: Import, mark: RowMark, by: Context): Promise<string[] | 'gone'> {
  if (mark.left) return mark.left;
  const type = typeNamed(kindOfId(mark.recordId));
  if (!type) throw new Error('A row has changed what is no record');
  const of = type.of as OwnedKind<RecordBase>;
  const changes = await changesOf(one, mark);
  return retryLostRace(async () => {
    const found = await recordStore(of).find(one.workspaceId, mark.recordId);
    if (!found || found.deletedAt) return 'gone';
    const record = (await type.store.get(within(by.actor, 'edit'), mark.recordId)) as RecordBase;
    const { noted } = type;
    const { back, left } = sorted(record, changes, noted);
    const after = restored(record, { changes, back, noted }, by.now);
    const kept = { of, before: record, after, events: [] } as Kept<RecordBase>;
    const { change, also } = await withCheckedCustom({ change: kept });
    await type.store.save(change as never, by, [...also, takenBackWrite(one, mark, left)]);
    return left;
  });
}
