import { api } from '../../shared/platform/api.ts';
import { getConsoleSettingsOperation } from './operations/get-console-settings.ts';
import { getDocsOperation } from './operations/get-docs.ts';
import { getHealthOperation } from './operations/get-health.ts';
import { getOpenApiOperation } from './operations/get-open-api.ts';
import { getWorkspaceOpenApiOperation } from './operations/get-workspace-open-api.ts';

export const handler = api([
  getHealthOperation,
  getOpenApiOperation,
  getWorkspaceOpenApiOperation,
  getDocsOperation,
  getConsoleSettingsOperation,
]);
