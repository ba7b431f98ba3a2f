import type { IdKind } from '../core/ids.ts';
import { type FieldChanges, recordKey, timelineSk } from '../core/record.ts';
import { getItem } from './dynamo.ts';

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
