import type { Page, PageRequest } from '../core/page.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { type DuplicateRun, duplicateRunRecord } from './duplicate-run.ts';
import { runsPk } from './duplicate-run-projection.ts';

/** DUPLICATE-5: by id, one GetItem. */
export const duplicateRunStore = recordStore(duplicateRunRecord);

/** DUPLICATE-6: newest first, one Query and one BatchGet a page. */
export const duplicateRunPage = (workspaceId: string, page: PageRequest): Promise<Page<DuplicateRun>> =>
  recordPage({ pk: runsPk(workspaceId), newestFirst: true }, page, 'duplicate runs', (ids) =>
    duplicateRunStore.getMany(workspaceId, ids),
  );
