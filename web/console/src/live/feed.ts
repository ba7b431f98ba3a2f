import type { Change } from './decide.ts';

type FeedItem = { type: string; record: { kind: string; id: string }; recordVersion: number };
export type FeedPage = { items: FeedItem[]; cursor: string; caughtUp: boolean };
type Feed = {
  /** A page from a cursor, or from the end of the feed. */
  read: (from: string | undefined) => Promise<FeedPage>;
  isExpired: (error: unknown) => boolean;
  tell: (changes: Change[]) => void;
  /** More has changed than is worth being named: all is to be read again. */
  tellAll: () => void;
};
/** Who was away for longer reads what they look at, rather than what happened. */
const mostPages = 10;

const changesOf = ({ items }: FeedPage): Change[] =>
  items.map(({ type, record, recordVersion }) => ({ type, record, version: recordVersion }));

/** Reads what happened since a cursor and tells of it; answers the cursor from which to go on. A first visit begins at the end. */
export async function readOn(
  cursor: string | undefined,
  { read, isExpired, tell, tellAll }: Feed,
): Promise<string> {
  if (cursor === undefined) return (await read(undefined)).cursor;
  let from = cursor;
  try {
    for (let pages = 0; pages < mostPages; pages += 1) {
      const page = await read(from);
      tell(changesOf(page));
      from = page.cursor;
      if (page.caughtUp) return from;
    }
  } catch (error) {
    if (!isExpired(error)) throw error;
  }
  // The end is noted before anything is read, so that nothing falls between.
  const { cursor: end } = await read(undefined);
  tellAll();
  return end;
}
