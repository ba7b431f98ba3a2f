import { createDataExportRoute } from '../../../shared/exports/data-export-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { checked } from '../running/checked.ts';
import { start } from '../running/start.ts';

export const createDataExportOperation = operation(createDataExportRoute, async ({ body, ...by }) =>
  start(await checked(by.actor, body), by),
);
