import { ImportKind } from '../../imports/mapping/import-fields.ts';
import { suggestMapping } from '../../imports/mapping/suggest-mapping.ts';
import type { IsTaken } from './columns-of-kind.ts';

/** Whether an import takes a header for a field that it knows. Apart from the columns: the words of twenty languages are in no cold start of the API. */
export const isImportedHeader: IsTaken = (kind, header) => {
  const imported = ImportKind.safeParse(kind);
  return imported.success && suggestMapping(imported.data, [header], [])[0]?.confidence === 1;
};
