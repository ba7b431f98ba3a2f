import { listDataExportsRoute } from '../../../shared/exports/data-export-routes.ts';
import { dataExportPage } from '../../../shared/exports/data-export-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listDataExportsOperation = operation(listDataExportsRoute, ({ actor, query }) =>
  dataExportPage(actor, query),
);
