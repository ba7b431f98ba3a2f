import type { Actor } from '../../../shared/core/actor.ts';
import { within } from '../../../shared/core/scope.ts';
import { linkPage, mostLinks } from '../../../shared/links/link-store.ts';
import { headOf } from '../../../shared/records/record-head.ts';
import type { Person } from './person.ts';

/** LINK-2: what the person is to records that the asker may see, and those to them. */
export async function* links({ who, workspaceId, ids }: Person) {
  const scope = within({ ...who, workspaceId } as Actor);
  const { items } = await linkPage(scope, { ids }, { limit: mostLinks });
  for (const { link, label, other } of items)
    yield {
      id: link.id,
      label,
      note: link.note,
      createdAt: link.createdAt,
      record: headOf(who, other as never),
    };
}
