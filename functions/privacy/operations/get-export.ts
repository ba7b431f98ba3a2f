import { auditId, byContext } from '../../../shared/audit/audit.ts';
import { auditWrites } from '../../../shared/audit/audit-store.ts';
import { notFound } from '../../../shared/core/errors.ts';
import { operation } from '../../../shared/platform/api.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { linkToArchive } from '../../../shared/privacy/archive-store.ts';
import { exportKey, mayFetch } from '../../../shared/privacy/export.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { getExportRoute } from '../../../shared/privacy/privacy-routes.ts';

export const getExportOperation = operation(getExportRoute, async (input) => {
  const { actor, now } = input;
  const one = await exportStore.get(actor.workspaceId, input.params.exportId);
  if (!mayFetch(one, actor)) throw notFound('export', one.id);
  if (one.status !== 'ready' || (one.availableUntil ?? '') <= now) return one;
  const line = {
    ...byContext(input),
    id: auditId('export.downloaded', one.id, actor.id, now),
    action: 'export.downloaded' as const,
    record: { kind: 'contact', id: one.contactId },
  };
  await commit(auditWrites(actor.workspaceId, line)); // before the link is out
  return { ...one, url: await linkToArchive(exportKey(one), `${one.contactId}.zip`) };
});
