import { kindOfId } from '../../../shared/core/ids.ts';
import { nameOf } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { archiveParts, type RecordPart } from '../../../shared/exports/workspace-parts.ts';
import { getItems, queryItems } from '../../../shared/platform/dynamo.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';

/** Where a walk stands: in which of a part's lists, behind which entry, and, of what lies beside records, behind which of theirs. */
export type Place = { list: number; after?: string | undefined; inner?: string | undefined };
type Stretch = { records: { id: string }[]; next: Place | undefined };
export type Walk = (workspaceId: string, from: Place) => AsyncGenerator<Stretch>;
type Entry = { sk: string; id: string };

const aPage = 100;
async function idsIn(
  pk: string,
  sk: string | undefined,
): Promise<{ entries: Entry[]; last: string | undefined }> {
  const after = sk === undefined ? undefined : { pk, sk };
  const { items, last } = await queryItems({ pk, limit: aPage, after, consistent: true });
  return { entries: items.map((item) => ({ sk: item.sk, id: String(item.id) })), last: last?.sk };
}

/** Records of a part by a page of a list that names them. */
const reading = (part: RecordPart, workspaceId: string) => {
  const store = recordStore(archiveParts[part]);
  return async (pk: string, after: string | undefined) => {
    const { entries, last } = await idsIn(pk, after);
    const ids = entries.map(({ id }) => id);
    return { records: ids.length > 0 ? await store.getMany(workspaceId, ids) : [], last };
  };
};

function placeBehind({ list }: Place, last: string | undefined, pks: readonly string[]): Place | undefined {
  if (last !== undefined) return { list, after: last };
  return list + 1 < pks.length ? { list: list + 1 } : undefined;
}

/** What some list names, a hundred at a time. `read`: of a page of the list. */
export const inList = (
  pkOf: (workspaceId: string) => string,
  read: (workspaceId: string, ids: string[]) => Promise<{ id: string }[]>,
): Walk =>
  async function* (workspaceId, { after }) {
    let at = after;
    do {
      const { entries, last } = await idsIn(pkOf(workspaceId), at);
      at = last;
      const ids = entries.map(({ id }) => id);
      const records = ids.length > 0 ? await read(workspaceId, ids) : [];
      yield { records, next: at === undefined ? undefined : { list: 0, after: at } };
    } while (at !== undefined);
  };

/** Records with those that were merged into them, which stand in no list: what names these names them still. */
const withMerged = (part: RecordPart) => async (workspaceId: string, ids: string[]) => {
  const store = recordStore(archiveParts[part]);
  const records = await store.getMany(workspaceId, ids);
  const merged = records.flatMap(mergedIn);
  return merged.length > 0 ? [...records, ...(await store.getMany(workspaceId, merged))] : records;
};
const mergedIn = (record: object): string[] => {
  const { mergedIds } = record as { mergedIds?: string[] };
  return mergedIds ?? [];
};

/** All records that a list names: a Query and a BatchGet for a hundred. */
export const listed = (part: RecordPart, pkOf: (workspaceId: string) => string): Walk =>
  inList(pkOf, withMerged(part));

export type Beside = {
  /** The lists of the records that they lie beside. */
  parents: (workspaceId: string) => string[];
  pkOf: (workspaceId: string, parentId: string) => string;
  /** Of what lies beside two records only one's is meant. */
  isOf?: (record: never, parentId: string) => boolean;
};
type ReadBeside = (parentId: string, after: string | undefined) => ReturnType<ReturnType<typeof reading>>;

/** A record that others lie beside, by all ids that it has. */
type Parent = { sk: string; ids: readonly string[] };
async function parentsOf(workspaceId: string, entries: readonly Entry[]): Promise<Parent[]> {
  const keyOf = (id: string) => recordKey(workspaceId, kindOfId(id) ?? 'contact', id);
  const items = entries.length > 0 ? await getItems(entries.map(({ id }) => keyOf(id))) : new Map();
  return entries.map(({ sk, id }) => ({ sk, ids: [id, ...mergedIn(items.get(nameOf(keyOf(id))) ?? {})] }));
}

/** Under which of a record's ids a walk stands, and behind which entry there: `<n>:<sk>`. */
function innerOf(inner = '0:'): { n: number; sk: string | undefined } {
  const cut = inner.indexOf(':');
  return { n: Number(inner.slice(0, cut)), sk: inner.slice(cut + 1) || undefined };
}

/** What lies beside one record; `behind`: where the walk stands when that is over. */
async function* ofParent(
  read: ReadBeside,
  ids: readonly string[],
  at: Place,
  behind: Place,
): AsyncGenerator<Stretch> {
  let place: Place = at;
  while (place !== behind) {
    const { n, sk } = innerOf(place.inner);
    const { records, last } = await read(ids[n] ?? '', sk);
    if (last !== undefined) place = { ...at, inner: `${n}:${last}` };
    else place = n + 1 < ids.length ? { ...at, inner: `${n + 1}:` } : behind;
    if (records.length > 0) yield { records, next: place };
  }
}
async function* ofParents(
  read: ReadBeside,
  parents: readonly Parent[],
  from: Place,
): AsyncGenerator<Stretch> {
  let at = from;
  for (const { sk, ids } of parents) {
    const behind = { list: from.list, after: sk };
    yield* ofParent(read, ids, at, behind);
    at = behind;
  }
}

/** All records that lie beside others: a BatchGet for a hundred of these, a Query for each, and a BatchGet where it has any. */
export const beside = (part: RecordPart, { parents, pkOf, isOf = () => true }: Beside): Walk =>
  async function* (workspaceId, from) {
    const pks = parents(workspaceId);
    const page = reading(part, workspaceId);
    const read: ReadBeside = async (id, after) => {
      const { records, last } = await page(pkOf(workspaceId, id), after);
      return { records: records.filter((one) => isOf(one as never, id)), last };
    };
    let place: Place | undefined = from;
    while (place) {
      const { entries, last } = await idsIn(pks[place.list] ?? '', place.after);
      yield* ofParents(read, await parentsOf(workspaceId, entries), place);
      place = placeBehind(place, last, pks);
      yield { records: [], next: place };
    }
  };
