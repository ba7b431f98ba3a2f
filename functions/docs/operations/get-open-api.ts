import { getOpenApiRoute } from '../../../shared/docs/docs-routes.ts';
import { Answer, operation } from '../../../shared/platform/api.ts';
import { readable } from './readable.ts';

export const getOpenApiOperation = operation(getOpenApiRoute, async () => {
  const { default: document } = await import('../../../docs/openapi.json', { with: { type: 'json' } }); // large: only when asked for
  return new Answer(readable('application/json', JSON.stringify(document)));
});
