/** The same work on each of many, a few at once, begun in their order; the results in the order of the items. */
export async function someAtOnce<I, R>(
  items: readonly I[],
  atOnce: number,
  work: (item: I, place: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries(); // one iterator for all: each takes the next
  const worker = async () => {
    for (const [place, item] of waiting) results[place] = await work(item, place);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
