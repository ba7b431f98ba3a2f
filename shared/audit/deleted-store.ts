import type { RecordBase, RecordKind } from '../core/record.ts';
import { queryItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { auditRecordPk } from './audit.ts';
import { changesOf, lineOfItem } from './audit-store.ts';
import { baseOf, type StoredChange } from './change-line.ts';
import { changeKindOf } from './history.ts';

const mostLooked = 10; // of a deleted record there is little behind its deletion

/** The record that a deletion took away, as it was; the moment of its last write is that of the deletion. */
function beforeDeletion(change: StoredChange): object {
  const fields = Object.entries(change.fields).map(([name, { before }]) => [name, before]);
  const version = change.recordVersion - 1;
  return { ...Object.fromEntries(fields), ...baseOf(change), version, updatedAt: change.at };
}

/**
 * A record that is deleted, as it was at the last, and when it was deleted; one Query and one BatchGet. Undefined for what is
 * there, what never was, and what was erased.
 */
export async function deletedRecord<T extends RecordBase>(
  of: RecordKind<T>,
  workspaceId: string,
  id: string,
): Promise<{ record: T; deletedAt: string } | undefined> {
  const pk = auditRecordPk(workspaceId, id);
  const { items } = await queryItems({ pk, newestFirst: true, consistent: true, limit: mostLooked });
  const line = items.map(lineOfItem).find((one) => changeKindOf(one) !== undefined);
  if (!line || changeKindOf(line) !== 'deleted') return undefined;
  const change = (await changesOf(workspaceId, [line])).get(line.id);
  if (!change || change.forgets || change.of !== of.kind) return undefined;
  return { record: of.schema.parse(beforeDeletion(change), parseContext()), deletedAt: line.at };
}
