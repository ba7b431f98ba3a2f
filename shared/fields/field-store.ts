import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { nameOf } from '../core/projection.ts';
import type { Change } from '../core/record.ts';
import { cached } from '../platform/cache.ts';
import type { Write } from '../platform/commit.ts';
import { getItem, getItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { recordStore } from '../platform/record-store.ts';
import { Catalogue, catalogueItem, catalogueKey, noFields, withField } from './catalogue.ts';
import { type CustomKind, customKinds } from './custom.ts';
import { type Field, fieldRecord } from './field.ts';

/** FIELD-1: by id, one GetItem. */
export const fieldStore = recordStore(fieldRecord);

/** FIELD-2: all fields of a kind of record in their order: one GetItem, consistent. */
export async function readCatalogue(workspaceId: string, of: CustomKind): Promise<Catalogue> {
  const item = await getItem(catalogueKey(workspaceId, of));
  return item ? Catalogue.parse(item, parseContext()) : noFields(of);
}

/** FIELD-3: those of all kinds; one BatchGet. */
export async function readCatalogues(
  workspaceId: string,
  kinds: readonly CustomKind[] = customKinds,
): Promise<Catalogue[]> {
  const items = await getItems(kinds.map((of) => catalogueKey(workspaceId, of)));
  return kinds.map((of) => {
    const item = items.get(nameOf(catalogueKey(workspaceId, of)));
    return item ? Catalogue.parse(item, parseContext()) : noFields(of);
  });
}

const lately = cached(30_000, (name) => {
  const [workspaceId = '', of = ''] = name.split('\n');
  return readCatalogue(workspaceId, of as CustomKind);
});
/** The same as it was at most 30 s ago: fields seldom change, and a write need not pay to read them. */
export const catalogueOf = (workspaceId: string, of: CustomKind): Promise<Catalogue> =>
  lately(`${workspaceId}\n${of}`);

const changedMeanwhile = () =>
  new AppError(
    'conflict',
    'version_conflict',
    'Another field was changed at the same moment. Send it again.',
  );

function catalogueWrite(workspaceId: string, before: Catalogue, after: Catalogue): Write {
  const isAsRead = {
    ConditionExpression: before.version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
    ...(before.version > 0 && { ExpressionAttributeValues: { ':version': before.version } }),
  };
  return {
    action: { Put: { Item: catalogueItem(workspaceId, after), ...isAsRead } },
    refused: changedMeanwhile,
  };
}

const mostBytes = 300_000; // of an item's 400 KB
/** Stores a field and its kind's catalogue in one transaction. Throws `version_conflict`, `too_many_fields`. */
export async function saveField(change: Change<Field>, catalogue: Catalogue, by: Context): Promise<void> {
  const { id } = (change.after ?? change.before) as Field;
  const after = withField(catalogue, id, change.after);
  if (change.after && Buffer.byteLength(JSON.stringify(after)) > mostBytes) {
    const detail = `All fields of a ${catalogue.of}, with their options, have ${mostBytes} bytes at most.`;
    throw new AppError('conflict', 'too_many_fields', detail);
  }
  await fieldStore.save(change, by, [catalogueWrite(by.actor.workspaceId, catalogue, after)]);
}
