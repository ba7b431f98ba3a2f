import type { Page, PageRequest } from '../core/page.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { type User, userRecord } from './user.ts';
import { userListPk } from './user-projection.ts';

/** USER-2: by id, one GetItem. */
export const userStore = recordStore(userRecord);

/** USER-3: by name, one Query and one BatchGet a page. */
export const userPage = (workspaceId: string, page: PageRequest): Promise<Page<User>> =>
  recordPage({ pk: userListPk(workspaceId) }, page, 'users', (ids) => userStore.getMany(workspaceId, ids));
