import { AppError, notFound, referenceUnknown } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { mayTouch, reachOf } from '../core/rights.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { caseFolded } from '../core/text.ts';
import { cursorOf, keyOf } from '../platform/cursor.ts';
import { getItems, queryItems } from '../platform/dynamo.ts';
import { followed, type Ids } from '../platform/merged.ts';
import { contactErased, recordStore } from '../platform/record-store.ts';
import type { Link, LinkKind } from './link.ts';
import { linkKindOf, linkKinds, linkRecord } from './link.ts';
import { linksPk } from './link-projection.ts';

/** LINK-1: by id, one GetItem. By its ends and label, two. */
export const linkStore = recordStore(linkRecord);

export const mostLinks = 200;
export type Ends = { fromId: string; toId: string };
const keyOfEnd = (workspaceId: string, id: string) => recordKey(workspaceId, linkKindOf(id) as LinkKind, id);
const ownerOf = ({ ownerId }: Item) => ownerId as string | undefined;

/**
 * Of these records those that are there and in sight, by the ids that were asked: in the place of one that was merged stands
 * the record that it was merged into. One BatchGet a hundred, and MERGE-1.
 */
export async function seenRecords(scope: Scope, ids: string[]): Promise<Map<string, Item>> {
  const keys = ids.map((id) => ({ id, name: nameOf(keyOfEnd(scope.workspaceId, id)) }));
  const read = async () => followed(await getItems(ids.map((id) => keyOfEnd(scope.workspaceId, id))));
  const items = ids.length > 0 ? await read() : new Map<string, Item>();
  return new Map(
    keys.flatMap(({ id, name }) => {
      const item = items.get(name);
      const isSeen = item && !item.deletedAt && mayRead(scope, linkKindOf(id) as LinkKind, ownerOf(item));
      return isSeen ? [[id, item] as const] : [];
    }),
  );
}

/**
 * A link belongs to both records, and its direction is a matter of words: who may edit either may set it, as they could note it
 * there. Throws `record_out_of_reach`.
 */
function assertEditsOne(scope: Scope, ends: Item[]): void {
  const edits = ends.some((end) =>
    mayTouch(scope, linkKindOf(String(end.id)) as LinkKind, 'edit', ownerOf(end)),
  );
  if (edits) return;
  const detail = 'Your roles let you see both records, and edit neither.';
  throw new AppError('forbidden', 'record_out_of_reach', detail);
}

/** That a new link's ends are in sight, and one to be edited: the records that their ids mean now. Throws `reference_unknown`, `contact_erased`, `record_out_of_reach`. */
export async function assertMayLink(scope: Scope, { fromId, toId }: Ends): Promise<Ends> {
  const seen = await seenRecords(scope, [fromId, toId]);
  for (const [id, pointer] of [
    [fromId, '/fromId'],
    [toId, '/toId'],
  ] as const) {
    const end = seen.get(id);
    if (!end) throw referenceUnknown(pointer, `There is no ${linkKindOf(id)} ${id}.`);
    if (end.erasedAt) throw contactErased(id);
  }
  assertEditsOne(scope, [...seen.values()]);
  return { fromId: String(seen.get(fromId)?.id), toId: String(seen.get(toId)?.id) };
}

/** A link both ends of which are in sight, and with `edit` one to be edited. Throws `link_not_found`, `record_out_of_reach`. */
export async function seenLink(scope: Scope, id: string, edit = false): Promise<Link> {
  const link = await linkStore.get(scope.workspaceId, id);
  const seen = await seenRecords(scope, [link.fromId, link.toId]);
  if (seen.size < 2) throw notFound('link', id);
  if (edit) assertEditsOne(scope, [...seen.values()]);
  return link;
}

export type LinkEntry = { sk: string; id: string; other: string; label: string };
const entryOf = ({ sk, id, other, label }: Item): LinkEntry => ({
  sk,
  id: String(id),
  other: String(other),
  label: String(label),
});
/** LINK-2: all of an id's links, newest first; one Query, of at most 200 small entries and what came at once. */
export async function linkEntries(workspaceId: string, recordId: string): Promise<LinkEntry[]> {
  const pk = linksPk(workspaceId, recordId);
  const { items } = await queryItems({ pk, newestFirst: true, consistent: true, limit: 2 * mostLinks });
  return items.map(entryOf);
}

/** Throws `too_many_links`. */
export async function assertRoom(workspaceId: string, { fromId, toId }: Ends): Promise<void> {
  for (const id of [fromId, toId]) {
    if ((await linkEntries(workspaceId, id)).length < mostLinks) continue;
    throw new AppError('conflict', 'too_many_links', `${id} has ${mostLinks} links, the most of a record.`);
  }
}

/** `ids`: the record's own first, and those of the records that were merged into it. */
export type LinkAsked = { ids: Ids; label?: string | undefined; type?: string | undefined };
type Line = { link: Link; label: string; other: Item };

/** Where a page ends would tell how many are out of sight: only for whom nothing is are they not looked at first. */
async function inSight(scope: Scope, { ids }: LinkAsked, entries: LinkEntry[]): Promise<LinkEntry[]> {
  const seesAll = linkKinds.every((kind) => reachOf(scope, kind, 'read').reach === 'all');
  if (seesAll && ids.length === 1) return entries;
  const seen = await seenRecords(scope, [...new Set(entries.map(({ other }) => other))]);
  return distinct(ids, entries, (other) => seen.get(other)?.id as string | undefined);
}

/** Entries whose other record is in sight, and is not the record itself; the same of several of its ids once, the newest. */
function distinct(ids: Ids, entries: LinkEntry[], meant: (other: string) => string | undefined): LinkEntry[] {
  const known = new Set<string>();
  return entries.filter(({ other, label }) => {
    const id = meant(other);
    const said = `${caseFolded(label)} ${id}`;
    if (id === undefined || id === ids[0] || known.has(said)) return false;
    known.add(said);
    return true;
  });
}

/** The same of all ids of a record. */
async function entriesOf(workspaceId: string, ids: Ids): Promise<LinkEntry[]> {
  const all = await Promise.all(ids.map((id) => linkEntries(workspaceId, id)));
  return all.length === 1 ? all.flat() : all.flat().sort((a, b) => (a.sk < b.sk ? 1 : -1));
}

/**
 * LINK-2: a page of a record's links whose other ends are in sight: one Query for each of its ids, and a BatchGet each of the links and of those;
 * for whom not everything is in reach also one a hundred of the others.
 */
export async function linkPage(
  scope: Scope,
  asked: LinkAsked,
  { limit, cursor }: PageRequest,
): Promise<Page<Line>> {
  const { ids, label, type } = asked;
  const pk = linksPk(scope.workspaceId, ids[0]);
  const bound = JSON.stringify(['links', label, type]);
  const after = cursor ? await keyOf(cursor, pk, bound) : undefined;
  const entries = (await entriesOf(scope.workspaceId, ids)).filter(
    (entry) =>
      (label === undefined || caseFolded(entry.label) === caseFolded(label)) &&
      (type === undefined || linkKindOf(entry.other) === type),
  );
  const wanted = (await inSight(scope, asked, entries)).filter(({ sk }) => !after || sk < after.sk);
  const shown = wanted.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await linesOf(scope, shown),
    cursor: wanted.length > limit && last ? await cursorOf({ pk, sk: last.sk }, bound) : undefined,
  };
}

async function linesOf(scope: Scope, entries: LinkEntry[]): Promise<Line[]> {
  const { workspaceId } = scope;
  const [links, others] = await Promise.all([
    getItems(entries.map(({ id }) => linkStore.keyOf(workspaceId, id))),
    seenRecords(scope, [...new Set(entries.map(({ other }) => other))]),
  ]);
  return entries.flatMap(({ id, label, other: otherId }) => {
    const item = links.get(nameOf(linkStore.keyOf(workspaceId, id)));
    const other = others.get(otherId);
    return item && other ? [{ link: linkStore.parse(item), label, other }] : [];
  });
}
