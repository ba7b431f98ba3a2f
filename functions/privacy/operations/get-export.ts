import { noteDownload } from '../../../shared/audit/download-store.ts';
import { notFound } from '../../../shared/core/errors.ts';
import { operation } from '../../../shared/platform/api.ts';
import { linkToArchive } from '../../../shared/privacy/archive-store.ts';
import { exportKey, mayFetch } from '../../../shared/privacy/export.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { getExportRoute } from '../../../shared/privacy/privacy-routes.ts';

export const getExportOperation = operation(getExportRoute, async (input) => {
  const { actor, now } = input;
  const one = await exportStore.get(actor.workspaceId, input.params.exportId);
  if (!mayFetch(one, actor)) throw notFound('export', one.id);
  if (one.status !== 'ready' || (one.availableUntil ?? '') <= now) return one;
  await noteDownload(input, one.id, { kind: 'contact', id: one.contactId });
  return { ...one, url: await linkToArchive(exportKey(one), `${one.contactId}.zip`) };
});
