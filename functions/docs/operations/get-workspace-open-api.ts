import { createHash } from 'node:crypto';
import { getWorkspaceOpenApiRoute } from '../../../shared/docs/docs-routes.ts';
import { workspaceDocument } from '../../../shared/docs/workspace-document.ts';
import { readCatalogues } from '../../../shared/fields/field-store.ts';
import { workspaceSchemas } from '../../../shared/fields/workspace-schemas.ts';
import { Answer, operation } from '../../../shared/platform/api.ts';
import { isUnchanged } from '../../../shared/platform/request.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
/** The public document and what tells it from an earlier deployment's; loaded when it is first asked for, since it is large. */
async function load() {
  const { default: document } = await import('../../../docs/openapi.json', { with: { type: 'json' } });
  return { document, id: digest(JSON.stringify(document)) };
}
let loaded: ReturnType<typeof load> | undefined;

/** The fields are read as they are now, not as they were lately: one that was added a moment ago is there. */
export const getWorkspaceOpenApiOperation = operation(getWorkspaceOpenApiRoute, async ({ actor, event }) => {
  const { workspaceId } = actor;
  loaded ??= load();
  const [{ document, id }, catalogues, { undeclaredFields }] = await Promise.all([
    loaded,
    readCatalogues(workspaceId),
    workspaceStore.get(workspaceId, workspaceId),
  ]);
  const schemas = workspaceSchemas(actor, catalogues, undeclaredFields);
  const etag = `"${digest(`${id}\n${JSON.stringify(schemas)}`)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'authorization, rapport-workspace' };
  if (isUnchanged(event, etag)) return new Answer({ statusCode: 304, headers });
  return new Answer({
    statusCode: 200,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(workspaceDocument(document, schemas)),
  });
});
