import type { Actor } from '../core/actor.ts';
import { AppError, notFound } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { type DataExport, dataExportRecord, isOf } from './data-export.ts';
import { dataExportsPk } from './data-export-projection.ts';

/** DATAEXPORT-1: by id, one GetItem. */
export const dataExportStore = recordStore(dataExportRecord);

/** One of one's own; somebody else's never was. Throws `data_export_not_found`. */
export async function ownDataExport(actor: Actor, id: string): Promise<DataExport> {
  const one = await dataExportStore.find(actor.workspaceId, id);
  if (!one || !isOf(one, actor)) throw notFound('data_export', id);
  return one;
}

/** DATAEXPORT-2: one's own, newest first; one Query and one BatchGet a page. */
export const dataExportPage = (actor: Actor, page: PageRequest): Promise<Page<DataExport>> =>
  recordPage(
    { pk: dataExportsPk(actor.workspaceId, actor.id), newestFirst: true },
    page,
    'data exports',
    (ids) => dataExportStore.getMany(actor.workspaceId, ids),
    (one) => isOf(one, actor),
  );

const mostAtOnce = 5;
/** Room for one more at work; one that was asked for in the last second is not counted. Throws `too_many_exports`. */
export async function assertRoomForExport(actor: Actor): Promise<void> {
  const { items } = await dataExportPage(actor, { limit: 20 });
  if (items.filter(({ status }) => status === 'running').length < mostAtOnce) return;
  const detail = `At most ${mostAtOnce} exports of yours are written at once. Wait for one, or cancel it.`;
  throw new AppError('conflict', 'too_many_exports', detail);
}
