import type { Context } from '../core/actor.ts';
import { retryLostRace } from '../platform/again.ts';
import { commit } from '../platform/commit.ts';
import { writesOf } from '../platform/record-store.ts';
import { partition } from '../privacy/items-store.ts';
import { deleteLink, type Link } from './link.ts';
import { linksPk } from './link-projection.ts';
import { linkStore } from './link-store.ts';

/** Takes a link out for good; of what it said its change keeps the fields' names alone. */
const dropLink = (link: Link, by: Context): Promise<void> =>
  retryLostRace(async () => {
    const found = await linkStore.find(link.workspaceId, link.id);
    if (found) await commit(writesOf({ ...deleteLink(found), purges: true }, by));
  });

/** LINK-2: every link of a record that goes, each told of when it is gone. May be repeated. */
export async function* dropLinksOf(workspaceId: string, recordId: string, by: Context): AsyncGenerator<Link> {
  for await (const { id } of partition({ pk: linksPk(workspaceId, recordId) })) {
    const link = await linkStore.find(workspaceId, String(id));
    if (!link) continue;
    await dropLink(link, by);
    yield link;
  }
}
