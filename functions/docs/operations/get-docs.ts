import type { OpenApi } from '../../../shared/docs/docs-page.ts';
import { getDocsRoute } from '../../../shared/docs/docs-routes.ts';
import { Answer, operation } from '../../../shared/platform/api.ts';
import { readable } from './readable.ts';

export const getDocsOperation = operation(getDocsRoute, async () => {
  const { default: document } = await import('../../../docs/openapi.json', { with: { type: 'json' } }); // large: only when asked for
  const { docsPage } = await import('../../../shared/docs/docs-page.ts');
  return new Answer(readable('text/html; charset=utf-8', docsPage(document as unknown as OpenApi)));
});
