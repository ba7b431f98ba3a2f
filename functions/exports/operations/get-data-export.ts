import { noteDownload } from '../../../shared/audit/download-store.ts';
import { resourceOf } from '../../../shared/core/policy.ts';
import { isListExport } from '../../../shared/exports/data-export.ts';
import { linkToDataExport } from '../../../shared/exports/data-export-object-store.ts';
import { getDataExportRoute } from '../../../shared/exports/data-export-routes.ts';
import { ownDataExport } from '../../../shared/exports/data-export-store.ts';
import { assertMayExport } from '../../../shared/exports/may-export.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getDataExportOperation = operation(getDataExportRoute, async (input) => {
  const { actor, now } = input;
  const one = await ownDataExport(actor, input.params.dataExportId);
  assertMayExport(actor, one.kind);
  if (one.status !== 'ready' || (one.availableUntil ?? '') <= now) return one;
  await noteDownload(input, one.id, { kind: 'dataExport', id: one.id });
  const what = isListExport(one) ? resourceOf[one.kind] : 'workspace';
  const name = `${what}-${one.createdAt.slice(0, 10)}.${one.format}`;
  return { ...one, url: await linkToDataExport(one, name) };
});
