import type { Page, PageRequest } from '../core/page.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { type Erasure, erasureRecord } from './erasure.ts';
import { erasureListPk } from './erasure-projection.ts';

/** ERASURE-1: by id, one GetItem; the id follows from the contact's. */
export const erasureStore = recordStore(erasureRecord);

/** ERASURE-2: newest first; one Query and one BatchGet a page. */
export const erasurePage = (workspaceId: string, page: PageRequest): Promise<Page<Erasure>> =>
  recordPage({ pk: erasureListPk(workspaceId), newestFirst: true }, page, 'erasures', (ids) =>
    erasureStore.getMany(workspaceId, ids),
  );
