/** What the index has for one term: records by id, with whether the very word was found, and whether there were more. */
export type List = { ids: Map<string, boolean>; cut: boolean };

type Count = { lists: number; exact: number };
const none: Count = { lists: 0, exact: 0 };
function countsOf(lists: List[]): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { ids } of lists)
    for (const [id, exact] of ids) {
      const { lists: n, exact: very } = counts.get(id) ?? none;
      counts.set(id, { lists: n + 1, exact: very + (exact ? 1 : 0) });
    }
  return counts;
}
const timeOf = (id: string) => id.slice(3);

/**
 * The records worth reading, the likeliest first, by the lists that were read to their end: what all of them have, else what
 * any has. Whether a record has the other terms as well is seen when it is read. `cut`: there may be more that match.
 */
export function candidatesOf(lists: List[], most: number): { ids: string[]; cut: boolean } {
  const counts = countsOf(lists);
  const whole = lists.filter(({ ids, cut }) => !cut && ids.size > 0);
  const base = whole.length > 0 ? whole : lists;
  const any = [...new Set(base.flatMap(({ ids }) => [...ids.keys()]))];
  const all = any.filter((id) => base.every(({ ids }) => ids.has(id)));
  const pool = all.length > 0 ? all : any;
  const count = (id: string) => counts.get(id) ?? none;
  const likelier = (a: string, b: string) =>
    count(b).lists - count(a).lists || count(b).exact - count(a).exact || (timeOf(a) < timeOf(b) ? 1 : -1);
  const cut = pool.length > most || (whole.length === 0 && lists.some((list) => list.cut));
  return { ids: pool.sort(likelier).slice(0, most), cut };
}
