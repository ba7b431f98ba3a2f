import { api } from '../../../api/client.ts';
import type { ListedKind } from '../../../api/kinds.ts';
import { keys } from '../../../api/records.ts';

/** The files of a record. */
export const filesQuery = (kind: ListedKind, id: string) => ({
  queryKey: keys.about(kind, id, 'files'),
  queryFn: () => api().listFiles({ query: { recordId: id, limit: 100 } }),
});
