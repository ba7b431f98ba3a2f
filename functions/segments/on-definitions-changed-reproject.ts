import { type CheckedKind, checkedKinds } from '../../shared/checks/checks.ts';
import { workspacePk } from '../../shared/core/record.ts';
import type { Field } from '../../shared/fields/field.ts';
import { fieldStore } from '../../shared/fields/field-store.ts';
import { userListPk } from '../../shared/identity/user-projection.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { queueLooks } from '../../shared/platform/keys-queue.ts';
import { listPk } from '../../shared/records/list-entries.ts';
import { scoringChanged } from '../../shared/scoring/scoring-events.ts';
import { walkedKey } from '../../shared/segments/catalogue.ts';
import { definitionsChanged } from '../../shared/segments/segment-events.ts';
import { type SegmentKind, segmentKinds } from '../../shared/segments/segment-kinds.ts';
import { setZone, versionToWalk } from '../../shared/segments/segment-store.ts';
import { workspaceStore } from '../../shared/workspaces/workspace-store.ts';

/** A look at every record of the kind, a page of its list at a time; the last one's message notes that it was. */
async function walk(workspaceId: string, kind: SegmentKind): Promise<void> {
  const version = await versionToWalk(workspaceId, kind);
  if (version === undefined) return;
  const pk = `${workspacePk(workspaceId)}#LIST#${kind.toUpperCase()}`;
  const walked = { key: walkedKey(workspaceId, kind), version };
  await queueLooks([{ partition: { workspaceId, pk, walked } }]);
}

type Data = { recordId: string; fields: string[]; purpose?: string };
type FieldChanged = { workspaceId: string; type: string; data: { recordId: string; fields: string[] } };
const borrowed = ['identifies', 'required'] as const;
const told: readonly string[] = [...borrowed, 'archived'];

/** The kinds whose records a field's change makes others: all, where nobody can say any more whose field it was. */
function kindsOf(field: Field | undefined, type: string, fields: readonly string[]): readonly CheckedKind[] {
  const isNew = type === 'field.created';
  const isChanged = !isNew && fields.some((name) => told.includes(name));
  if (!field) return isChanged ? checkedKinds : [];
  const isBorrowed = borrowed.some((name) => field[name] || (!isNew && fields.includes(name)));
  // A stage may ask for a field that nobody else does: not while it is in the archive.
  const isAsked = field.of === 'deal' && isChanged;
  const isMeant = (isNew || isChanged) && (isBorrowed || isAsked);
  return isMeant ? checkedKinds.filter((kind) => kind === field.of) : [];
}

/** The same where a custom field tells from now on who is meant, or is required, or is so no longer. */
async function walkFielded({ workspaceId, type, data }: FieldChanged): Promise<void> {
  const field = await fieldStore.find(workspaceId, data.recordId);
  const kinds = kindsOf(field, type, data.fields);
  await queueLooks(kinds.map((kind) => ({ partition: { workspaceId, pk: listPk(workspaceId, kind) } })));
}

/**
 * All records of a kind borrow its definitions: where those have changed since all records were looked at, they are looked at
 * again. Where rules or what was learned are others, all contacts are scored anew. One function for both, since a queue of its own costs by the
 * month. Safe to run twice: what it does follows from what is there, not from the event.
 */
export const handler = consumer<Data>([...definitionsChanged, ...scoringChanged] as never, async (event) => {
  const { type, workspaceId, at, data } = event;
  if (type.startsWith('scoring.'))
    return queueLooks([data.purpose === 'risk' ? { risks: { workspaceId } } : { scores: { workspaceId } }]);
  if (type.startsWith('field.')) return walkFielded({ type, workspaceId, data });
  if (type === 'workspace.updated') {
    if (!data.fields.includes('timeZone')) return;
    await queueLooks([{ partition: { workspaceId, pk: userListPk(workspaceId) } }]); // whose mornings follow it
    const { timeZone } = await workspaceStore.get(workspaceId, workspaceId);
    for (const kind of segmentKinds) await setZone(workspaceId, kind, timeZone, at);
  }
  for (const kind of segmentKinds) await walk(workspaceId, kind);
});
