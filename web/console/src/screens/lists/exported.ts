import { fileColumns } from '../exports/file-columns.ts';
import type { Exported } from '../exports/new-export.ts';
import type { List } from './use-list.ts';
import { knownOf } from './use-pages.ts';

/** What is taken along of a list: what it shows now, by its filter or its segment. */
export function exportedOf({ kind, source, filter, segment, columns, byName }: List): Exported {
  const known = knownOf(source);
  const { segmentId: id } = source;
  return {
    kind,
    shown: fileColumns(kind, columns, byName),
    ...(filter && { filter }),
    ...(id !== undefined && { segment: { id, name: segment?.name } }),
    ...(known && { known }),
  };
}
