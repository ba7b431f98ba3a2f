import type { Page, PageRequest } from '../core/page.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { type Import, importRecord } from './import.ts';
import { importListPk } from './import-projection.ts';

/** IMPORT-1: by id, one GetItem. */
export const importStore = recordStore(importRecord);

/** IMPORT-2: newest first, one Query and one BatchGet a page. */
export const importPage = (workspaceId: string, page: PageRequest): Promise<Page<Import>> =>
  recordPage({ pk: importListPk(workspaceId), newestFirst: true }, page, 'imports', (ids) =>
    importStore.getMany(workspaceId, ids),
  );
