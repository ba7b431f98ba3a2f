import * as z from 'zod';
import type { FunctionDefinition, Grant, Trigger } from '../../../../infra/function-definition.ts';
import { defineRoute } from '../../../../shared/core/route.ts';

const entry = 'test/infra/stacks/placeholder/handler.ts' as FunctionDefinition['entry'];
const route = (operationId: string, access: 'public' | 'contacts:read', path: `/${string}`) =>
  defineRoute({
    operationId,
    method: 'POST',
    path,
    tag: 'x',
    summary: 'x',
    access: access as 'public',
    params: z.object({}),
    query: z.object({}),
    body: z.unknown(),
    status: 200,
    response: z.unknown(),
  });

const aFunction = (name: string, trigger: Trigger, grants: Grant[] = []): FunctionDefinition => ({
  name,
  entry,
  capability: name,
  memoryMB: 512,
  timeoutS: 10,
  trigger,
  grants,
});

/** One function of every kind, with every grant among them. */
export const placeholders: readonly FunctionDefinition[] = [
  aFunction('docs-api', { kind: 'api', routes: [route('health', 'public', '/v1/health')], fallback: true }),
  aFunction('contacts-api', { kind: 'api', routes: [route('x', 'contacts:read', '/v1/contacts')] }, [
    'table:read',
    'table:write',
    'mail-bucket:read',
    'keys-queue:send',
    'mail-queue:send',
    'public-url',
  ]),
  aFunction('identity-authorize', { kind: 'authorizer' }, ['table:read', 'issuer', 'secret:read']),
  aFunction(
    'projections-project',
    {
      kind: 'stream',
      filters: [{ eventName: ['INSERT', 'MODIFY', 'REMOVE'] }],
      batchSize: 100,
      windowS: 1,
      parallel: 2,
    },
    ['keys-queue:send'],
  ),
  aFunction(
    'events-publish',
    { kind: 'stream', filters: [{ eventName: ['INSERT'] }], batchSize: 100, windowS: 0, parallel: 2 },
    ['bus:put', 'audit:write'],
  ),
  aFunction('projections-project-queued', { kind: 'queue', queue: 'keys', batchSize: 10 }, ['table:write']),
  aFunction('mail-receive-mail', { kind: 'queue', queue: 'mail', batchSize: 5 }, [
    'mail-bucket:write',
    'mail-domain',
  ]),
  aFunction('due-sweep', { kind: 'schedule', name: 'sweep-due', expression: 'rate(1 minute)' }, [
    'table:write',
  ]),
  aFunction(
    'mail-on-welcome',
    {
      kind: 'bus',
      bus: 'crm',
      pattern: { source: ['crm'], 'detail-type': ['contact.created'] },
      batchSize: 10,
    },
    ['mail:send'],
  ),
  aFunction('mail-on-ses', { kind: 'bus', bus: 'default', pattern: { source: ['aws.ses'] }, batchSize: 10 }),
];
