import { activityRoutes } from '../shared/activities/activity-routes.ts';
import { contactRoutes } from '../shared/contacts/contact-routes.ts';
import { changeItemType } from '../shared/core/record.ts';
import type { Route } from '../shared/core/route.ts';
import { dealRoutes } from '../shared/deals/deal-routes.ts';
import { pipelineRoutes } from '../shared/deals/pipeline-routes.ts';
import { docsRoutes } from '../shared/docs/docs-routes.ts';
import { formRoutes } from '../shared/forms/form-routes.ts';
import { publicFormRoutes } from '../shared/forms/public-form-routes.ts';
import { userRoutes } from '../shared/identity/user-routes.ts';
import { intakeRoutes } from '../shared/mail/intake-routes.ts';
import { mailboxRoutes } from '../shared/mail/mailbox-routes.ts';
import { projectedKeys } from '../shared/projections/registry.ts';
import { taskRoutes } from '../shared/tasks/task-routes.ts';
import { defineFunction, type FunctionDefinition, type Grant } from './function-definition.ts';

/** A function of the API: its lists are paged with signed cursors, its writes are transactions on the table. */
const api = (capability: string, routes: readonly Route[], grants: readonly Grant[] = []) =>
  defineFunction({
    entry: `functions/${capability}/api.ts`,
    memoryMB: 1024,
    timeoutS: 15,
    trigger: { kind: 'api', routes },
    grants: ['table:read', 'table:write', 'secret:read', ...grants],
  });

export const functions: readonly FunctionDefinition[] = [
  defineFunction({
    entry: 'functions/docs/api.ts',
    memoryMB: 1024,
    timeoutS: 15,
    trigger: { kind: 'api', routes: docsRoutes, fallback: true },
    grants: ['table:read'],
  }),
  api('contacts', contactRoutes),
  api('activities', activityRoutes),
  api('tasks', taskRoutes),
  api('deals', [...dealRoutes, ...pipelineRoutes]),
  api('identity', userRoutes),
  api('forms', [...formRoutes, ...publicFormRoutes], ['public-url']),
  api('mail', [...intakeRoutes, ...mailboxRoutes], ['mail-bucket:read', 'mail-queue:send']),
  defineFunction({
    entry: 'functions/identity/authorize.ts',
    memoryMB: 1024,
    timeoutS: 10,
    trigger: { kind: 'authorizer' },
    grants: ['table:read', 'issuer'],
  }),
  defineFunction({
    entry: 'functions/projections/project.ts',
    memoryMB: 1024,
    timeoutS: 60,
    trigger: {
      kind: 'stream',
      // By key alone: a removal has no new image, and the projector's own writes must not call it again.
      filters: [{ dynamodb: { Keys: { sk: { S: projectedKeys } } } }],
      batchSize: 100,
      windowS: 0,
    },
    grants: ['table:read', 'table:write', 'keys-queue:send'],
  }),
  defineFunction({
    entry: 'functions/projections/project-queued.ts',
    memoryMB: 1024,
    timeoutS: 60,
    trigger: { kind: 'queue', queue: 'keys', batchSize: 10, concurrency: 10 },
    grants: ['table:read', 'table:write', 'keys-queue:send'],
  }),
  defineFunction({
    entry: 'functions/events/publish.ts',
    memoryMB: 512,
    timeoutS: 30,
    trigger: {
      kind: 'stream',
      filters: [{ eventName: ['INSERT'], dynamodb: { NewImage: { type: { S: [changeItemType] } } } }],
      batchSize: 100,
      windowS: 0,
    },
    grants: ['bus:put'],
  }),
  defineFunction({
    entry: 'functions/mail/receive-mail.ts',
    memoryMB: 1024, // a mail has up to 40 MB, and is parsed in memory
    timeoutS: 30,
    // One mail at a time: one that brings its process down takes no other with it.
    trigger: { kind: 'queue', queue: 'mail', batchSize: 1, concurrency: 20 },
    grants: [
      'table:read',
      'table:write',
      'mail-bucket:read',
      'mail-bucket:write',
      'mail-queue:send',
      'mail-domain',
      'secret:read',
    ],
  }),
  defineFunction({
    entry: 'functions/mail/reconcile-mail.ts',
    memoryMB: 512,
    timeoutS: 60,
    trigger: { kind: 'schedule', name: 'reconcile-mail', expression: 'cron(0 3 * * ? *)' },
    grants: ['table:read', 'table:write', 'mail-bucket:read', 'mail-queue:send'],
  }),
];
