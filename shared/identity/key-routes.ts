import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { KeyBody, KeyPatch, maxKeys, NewKey } from './key.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const keyPath = z.object({ keyId: idOf('key') });
const examplePath = { keyId: 'ky_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const createKeyRoute = defineRoute({
  operationId: 'createKey',
  method: 'POST',
  path: '/v1/keys',
  tag: 'Keys',
  summary: 'Make an API key',
  description: `It speaks for you, in this workspace alone: it may what you may at the moment of the request, and no more than its own \`roles\` and \`scopes\` say. It works at once, and dies with your membership. A user has at most ${maxKeys} that are not revoked. You can give it roles that you have; whoever writes roles, any. \`key\` is shown in this answer only, and kept nowhere: a repeated request with the same Idempotency-Key answers without it, \`keyShown: false\`; then revoke this key and make another. A key cannot make keys.`,
  access: 'keys:write',
  ...nothing,
  body: NewKey,
  status: 201,
  response: KeyBody.extend({
    key: z.string().optional().describe('Send it as `Authorization: Bearer rpk_…`.'),
    keyShown: z.boolean().describe('False in the answer to a repeated request, which cannot show it again.'),
  }),
  errors: ['needs_session', 'role_not_held', 'too_many_keys', 'reference_unknown', 'validation_failed'],
  example: { body: { name: 'Web shop', roles: ['rep'], scopes: ['contacts:create', 'contacts:read'] } },
});

export const listKeysRoute = defineRoute({
  operationId: 'listKeys',
  method: 'GET',
  path: '/v1/keys',
  tag: 'Keys',
  summary: 'API keys of the workspace, the newest first',
  description: 'Those of all users, revoked and expired ones too. None shows its key.',
  access: 'keys:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(KeyBody),
  errors: ['cursor_invalid'],
  example: { query: { limit: 50 } },
});

export const getKeyRoute = defineRoute({
  operationId: 'getKey',
  method: 'GET',
  path: '/v1/keys/{keyId}',
  tag: 'Keys',
  summary: 'An API key, without the key',
  access: 'keys:read',
  ...nothing,
  params: keyPath,
  status: 200,
  response: KeyBody,
  showsMore: true,
  errors: ['key_not_found'],
  example: { params: examplePath },
});

export const patchKeyRoute = defineRoute({
  operationId: 'patchKey',
  method: 'PATCH',
  path: '/v1/keys/{keyId}',
  tag: 'Keys',
  summary: 'Rename an API key, or let it expire earlier',
  description:
    'What it may stays as it was made: make another for that. `If-Match` holds it to the version that you read.',
  access: 'keys:write',
  ...nothing,
  params: keyPath,
  body: KeyPatch,
  status: 200,
  response: KeyBody,
  errors: ['key_not_found', 'key_not_live', 'validation_failed'],
  example: { params: examplePath, body: { name: 'Web shop, old' } },
});

export const revokeKeyRoute = defineRoute({
  operationId: 'revokeKey',
  method: 'DELETE',
  path: '/v1/keys/{keyId}',
  tag: 'Keys',
  summary: 'Revoke an API key',
  description:
    'For good. It is refused within 30 seconds everywhere. The key stays in the list, with `revokedAt`. May be repeated.',
  access: 'keys:write',
  ...nothing,
  params: keyPath,
  status: 204,
  response: z.undefined(),
  errors: ['key_not_found', 'version_mismatch'],
  example: { params: examplePath },
});

export const keyRoutes = [createKeyRoute, listKeysRoute, getKeyRoute, patchKeyRoute, revokeKeyRoute];
