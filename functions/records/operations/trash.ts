import type { Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { kindOfId } from '../../../shared/core/ids.ts';
import type { Page, PageRequest } from '../../../shared/core/page.ts';
import { assertPermitted } from '../../../shared/core/permitted.ts';
import { type GovernedKind, recordPermission } from '../../../shared/core/policy.ts';
import { isTrashed } from '../../../shared/core/record.ts';
import { assertWithin, within } from '../../../shared/core/scope.ts';
import { partitionsFor } from '../../../shared/core/scoped-list.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { ownedPage } from '../../../shared/platform/scoped-page.ts';
import { endTrash, isRestorable, purgeAt } from '../../../shared/records/trash.ts';
import { trashPk } from '../../../shared/records/trashable.ts';
import { typeNamed } from '../types/record-types.ts';
import { restoreOne } from './write.ts';

type Type = RecordType<Owned, object, object>;

/** The same for what lies elsewhere, what never was, what is purged and what one may not see. */
const notInTrash = (id: string) =>
  new AppError('not_found', 'not_in_trash', `There is no ${id} in the trash.`);

const itemOf = (kind: GovernedKind) => (record: Owned) =>
  isTrashed(record)
    ? [{ type: kind, id: record.id, deletedAt: record.deletedAt, purgeAt: purgeAt(record), record }]
    : [];

/** TRASH-1: what of a kind lies in the trash, in reach, newest first; a Query a partition and a BatchGet a page. */
export async function trashPage(
  kind: GovernedKind,
  { actor, now }: Context,
  page: PageRequest,
): Promise<Page<ReturnType<ReturnType<typeof itemOf>>[number]>> {
  assertPermitted(actor, recordPermission(kind, 'read'));
  const type = typeNamed(kind);
  if (!type) return { items: [] };
  const scope = within(actor);
  const base = trashPk(actor.workspaceId, kind);
  const { items, cursor } = await ownedPage(
    { base, partitions: partitionsFor(scope, kind, base), newestFirst: true },
    page,
    `${kind} trash`,
    (ids) => type.store.getTrashed(scope, ids),
    (record) => isRestorable(record, now),
  );
  return { items: items.flatMap(itemOf(kind)), cursor };
}

/** One that one may delete, and so restore. Throws `permission_missing`, `not_in_trash`, `record_out_of_reach`. */
async function trashed(id: string, { actor, now }: Context): Promise<{ type: Type; record: Owned }> {
  const type = typeNamed(kindOfId(id));
  if (!type) throw notInTrash(id);
  const { kind, ownerOf } = type.of;
  assertPermitted(actor, recordPermission(kind, 'delete'));
  const record = await type.store.findTrashed(within(actor), id);
  if (!record || !isRestorable(record, now)) throw notInTrash(id);
  assertWithin(within(actor, 'delete'), kind, id, ownerOf(record));
  return { type, record };
}

/** Twice the same is 404, as is what somebody has purged in between. */
export const restoreTrashed = (id: string, by: Context): Promise<Owned> =>
  retryLostRace(async () => {
    const { type, record } = await trashed(id, by);
    return restoreOne(type as never, record as never, by);
  });

/** Ends a record's time in the trash: the sweep does the rest (`functions/due/reasons/purge.ts`). */
export const purgeTrashed = (id: string, by: Context): Promise<void> =>
  retryLostRace(async () => {
    const { type, record } = await trashed(id, by);
    await type.store.save(endTrash(type.of, record, by), by);
  });
