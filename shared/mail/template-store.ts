import type { Page, PageRequest } from '../core/page.ts';
import { cached } from '../platform/cache.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { type Template, templateRecord } from './template.ts';
import { templateListPk } from './template-projection.ts';

/** TEMPLATE-1: by id, one GetItem. */
export const templateStore = recordStore(templateRecord);

/** TEMPLATE-2: by name, one Query and one BatchGet a page. */
export const templatePage = (workspaceId: string, page: PageRequest): Promise<Page<Template>> =>
  recordPage({ pk: templateListPk(workspaceId) }, page, 'templates', (ids) =>
    templateStore.getMany(workspaceId, ids),
  );

const kept = cached(30_000, (key) => {
  const [workspaceId = '', id = ''] = key.split(' ');
  return templateStore.find(workspaceId, id);
});
/** TEMPLATE-1: at most every 30 s a process; a mail may go out as the template was that long ago. */
export const templateOf = (workspaceId: string, id: string): Promise<Template | undefined> =>
  kept(`${workspaceId} ${id}`);
