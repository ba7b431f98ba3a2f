/**
 * What is known of a list that is read page by page from cursors: where each page begins and how many records it has. A page that is far
 * away may be forgotten and read again, so that a list of any length takes little memory.
 */
type Leaf = { cursor: string | undefined; size: number | undefined };
export type Book = { leaves: readonly Leaf[]; isWhole: boolean };

export const emptyBook: Book = { leaves: [{ cursor: undefined, size: undefined }], isWhole: false };

/** The book when a page has been read; the same book where nothing about it is new. */
export function noted(book: Book, at: number, size: number, next: string | undefined): Book {
  const leaf = book.leaves[at];
  if (!leaf) return book;
  const following = book.leaves[at + 1];
  if (next === undefined) {
    if (leaf.size === size && !following && book.isWhole) return book;
    return { leaves: [...book.leaves.slice(0, at), { ...leaf, size }], isWhole: true };
  }
  if (leaf.size === size && following && following.cursor === next) return book;
  const rest = following ? book.leaves.slice(at + 2) : [];
  const after = { cursor: next, size: following?.size };
  // A list that grew at its end goes on behind the page that was its last.
  const isWhole = book.isWhole && following !== undefined;
  return { leaves: [...book.leaves.slice(0, at), { ...leaf, size }, after, ...rest], isWhole };
}

/** How many records are known. */
export const countOf = ({ leaves }: Book) => leaves.reduce((sum, { size = 0 }) => sum + size, 0);

export type Place = { page: number; at: number };
/** On which page the record with this number stands, and where on it. */
export function placeOf({ leaves }: Book, index: number): Place | undefined {
  let first = 0;
  for (const [page, { size = 0 }] of leaves.entries()) {
    if (index < first + size) return { page, at: index - first };
    first += size;
  }
  return undefined;
}

/** The pages that hold the records from one number to another; the one that is not known yet, where they reach beyond what is. */
export function pagesFor(book: Book, first: number, last: number): number[] {
  let start = 0;
  const pages = book.leaves.flatMap(({ size }, page) => {
    const end = size === undefined ? Number.POSITIVE_INFINITY : start + size;
    const isMeant = start <= last && end > first;
    start += size ?? 0;
    return isMeant ? [page] : [];
  });
  // Nothing is known behind the first page whose size is not, so no other is asked for together with it.
  const unknown = pages.findIndex((page) => book.leaves[page]?.size === undefined);
  return unknown < 0 ? pages : pages.slice(0, unknown + 1);
}
