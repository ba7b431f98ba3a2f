import type { Actor } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { PageRequest } from '../../../shared/core/page.ts';
import { within } from '../../../shared/core/scope.ts';
import { type LinkAsked, linkPage, seenRecords } from '../../../shared/links/link-store.ts';
import { idsOf } from '../../../shared/platform/merged.ts';
import { headOf } from '../../../shared/records/record-head.ts';

/** A record's links as lines, each read with the record in front. Throws `record_not_found`. */
export async function listLinks(
  actor: Actor,
  { recordId, ...asked }: Omit<LinkAsked, 'ids'> & { recordId: string },
  page: PageRequest,
) {
  const scope = within(actor);
  const record = (await seenRecords(scope, [recordId])).get(recordId);
  if (!record) throw new AppError('not_found', 'record_not_found', `There is no ${recordId}.`);
  const { items, cursor } = await linkPage(
    scope,
    { ...asked, ids: idsOf({ ...record, id: record.id }) },
    page,
  );
  const lines = items.map(({ link, label, other }) => ({
    ...link,
    label,
    record: headOf(actor, other as never),
  }));
  return { items: lines, cursor };
}
