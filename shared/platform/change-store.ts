import { type IdKind, idPrefixes } from '../core/ids.ts';
import { type FieldChanges, recordKey, timelineSk } from '../core/record.ts';
import { getItem, queryItems } from './dynamo.ts';

/** The change of a record that was made at a moment, of which it has one; one Query. Undefined where it is gone. */
export async function changeMadeAt(
  kind: IdKind,
  { workspaceId, id, at }: { workspaceId: string; id: string; at: string },
): Promise<FieldChanges | undefined> {
  const { pk } = recordKey(workspaceId, kind, id);
  const [from, to] = [timelineSk(at, idPrefixes.change), timelineSk(at, `${idPrefixes.change}~`)];
  const { items } = await queryItems({ pk, from, to, limit: 1, consistent: true });
  return items[0]?.fields as FieldChanges | undefined;
}

type Of = { id: string; workspaceId: string; at: string; data: { recordId: string } };

/**
 * CHANGE-1: what a change that published an event has changed, field by field; one GetItem. An event's id is that of its
 * change and a number. Undefined where the change is gone.
 */
export async function changedFields(kind: IdKind, event: Of): Promise<FieldChanges | undefined> {
  const { pk } = recordKey(event.workspaceId, kind, event.data.recordId);
  const [changeId = ''] = event.id.split('.');
  const change = await getItem({ pk, sk: timelineSk(event.at, changeId) });
  return change?.fields as FieldChanges | undefined;
}
