import { archiveParts, type RecordPart } from '../../../shared/exports/workspace-parts.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
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

/** All records that a list names: a Query and a BatchGet for a hundred. */
export const listed = (part: RecordPart, pkOf: (workspaceId: string) => string): Walk =>
  inList(pkOf, (workspaceId, ids) => recordStore(archiveParts[part]).getMany(workspaceId, ids));

export type Beside = {
  /** The lists of the records that they lie beside. */
  parents: (workspaceId: string) => string[];
  pkOf: (workspaceId: string, parentId: string) => string;
  /** Of what lies beside two records only one's is meant. */
  isOf?: (record: never, parentId: string) => boolean;
};
type ReadBeside = (parentId: string, after: string | undefined) => ReturnType<ReturnType<typeof reading>>;

/** What lies beside one record; `behind`: where the walk stands when that is over. */
async function* ofParent(read: ReadBeside, id: string, at: Place, behind: Place): AsyncGenerator<Stretch> {
  let inner = at.inner;
  do {
    const { records, last } = await read(id, inner);
    inner = last;
    if (records.length > 0) yield { records, next: inner === undefined ? behind : { ...at, inner } };
  } while (inner !== undefined);
}
async function* ofParents(read: ReadBeside, parents: readonly Entry[], from: Place): AsyncGenerator<Stretch> {
  let at = from;
  for (const { sk, id } of parents) {
    const behind = { list: from.list, after: sk };
    yield* ofParent(read, id, at, behind);
    at = behind;
  }
}

/** All records that lie beside others: a Query for each of these, and a BatchGet where it has any. */
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
      yield* ofParents(read, entries, place);
      place = placeBehind(place, last, pks);
      yield { records: [], next: place };
    }
  };
