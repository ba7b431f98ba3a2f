import { roleRoutes } from '../shared/access/role-routes.ts';
import { teamChanged } from '../shared/access/team-events.ts';
import { teamRoutes } from '../shared/access/team-routes.ts';
import { activityEvents } from '../shared/activities/activity-events.ts';
import { activityRoutes } from '../shared/activities/activity-routes.ts';
import { auditRoutes } from '../shared/audit/audit-routes.ts';
import { callRoutes } from '../shared/calls/call-routes.ts';
import { changeRoutes } from '../shared/changes/change-routes.ts';
import { dataCheckRoutes } from '../shared/checks/data-check-routes.ts';
import { companyRoutes } from '../shared/companies/company-routes.ts';
import { contactMergeEvents } from '../shared/contacts/contact-events.ts';
import { contactRoutes } from '../shared/contacts/contact-routes.ts';
import { patternOfAny } from '../shared/core/event.ts';
import { changeItemType } from '../shared/core/record.ts';
import type { Route } from '../shared/core/route.ts';
import { dashboardRoutes } from '../shared/dashboards/dashboard-routes.ts';
import { dashboardMailRoutes, subscriptionRoutes } from '../shared/dashboards/subscription-routes.ts';
import { touchingEvents } from '../shared/deals/deal-events.ts';
import { dealRoutes } from '../shared/deals/deal-routes.ts';
import { idlenessType } from '../shared/deals/idleness.ts';
import { pipelineRoutes } from '../shared/deals/pipeline-routes.ts';
import { getConsoleSettingsRoute } from '../shared/docs/console-routes.ts';
import { docsRoutes } from '../shared/docs/docs-routes.ts';
import { duplicateRunAdvanced } from '../shared/duplicates/duplicate-events.ts';
import { duplicateRoutes } from '../shared/duplicates/duplicate-routes.ts';
import { matchSk } from '../shared/duplicates/match-entries.ts';
import { dataExportAdvanced } from '../shared/exports/data-export-events.ts';
import { dataExportRoutes } from '../shared/exports/data-export-routes.ts';
import { fieldRoutes } from '../shared/fields/field-routes.ts';
import { fileRoutes } from '../shared/files/file-routes.ts';
import { guardDutyPattern, objectCreatedPattern } from '../shared/files/scan.ts';
import { formSubmitted } from '../shared/forms/form-events.ts';
import { formRoutes } from '../shared/forms/form-routes.ts';
import { publicFormRoutes } from '../shared/forms/public-form-routes.ts';
import { keyRoutes } from '../shared/identity/key-routes.ts';
import { sessionEnded, sessionEndedFilter } from '../shared/identity/session-events.ts';
import { sessionRoutes } from '../shared/identity/session-routes.ts';
import { handoverGoesOn, userDeactivated, userRemoved } from '../shared/identity/user-events.ts';
import { userRoutes } from '../shared/identity/user-routes.ts';
import { importAdvanced } from '../shared/imports/import-events.ts';
import { importRoutes } from '../shared/imports/import-routes.ts';
import { linkRoutes } from '../shared/links/link-routes.ts';
import { toldPattern } from '../shared/live/live-message.ts';
import { liveRoutes } from '../shared/live/live-routes.ts';
import { contactMailRoutes } from '../shared/mail/contact-mail-routes.ts';
import { intakeRoutes } from '../shared/mail/intake-routes.ts';
import { mailboxRoutes } from '../shared/mail/mailbox-routes.ts';
import { mailQueued } from '../shared/mail/outbound-events.ts';
import { outboundRoutes } from '../shared/mail/outbound-routes.ts';
import { sendTimeoutS } from '../shared/mail/sending.ts';
import { sendingDomainRoutes } from '../shared/mail/sending-domain-routes.ts';
import { sesFeedbackPattern } from '../shared/mail/ses-event.ts';
import { getMailStatusRoute, suppressionRoutes } from '../shared/mail/suppression-routes.ts';
import { templateRoutes } from '../shared/mail/template-routes.ts';
import { unsubscribeRoutes } from '../shared/mail/unsubscribe-routes.ts';
import { notificationItem } from '../shared/notifications/notification.ts';
import { notificationMade } from '../shared/notifications/notification-events.ts';
import { notificationRoutes } from '../shared/notifications/notification-routes.ts';
import { notifyingEvents } from '../shared/notifications/notifying-events.ts';
import { orderEvents } from '../shared/orders/order-events.ts';
import { orderRoutes } from '../shared/orders/order-routes.ts';
import { erasureAdvanced, exportRequested } from '../shared/privacy/privacy-events.ts';
import { privacyRoutes } from '../shared/privacy/privacy-routes.ts';
import { productRoutes } from '../shared/products/product-routes.ts';
import { borrowedEvents } from '../shared/projections/borrowed-events.ts';
import { projectedKeys } from '../shared/projections/registry.ts';
import { promiseRoutes } from '../shared/promises/promise-routes.ts';
import { getContactRatingsRoute, publicRatingRoutes } from '../shared/ratings/rating-routes.ts';
import { trashRoutes } from '../shared/records/trash-routes.ts';
import { activityReportRoutes } from '../shared/reports/activity-report-routes.ts';
import { customerReportRoutes } from '../shared/reports/customer-report-routes.ts';
import { orderReportRoutes } from '../shared/reports/order-report-routes.ts';
import { listReportsRoute } from '../shared/reports/report-list-routes.ts';
import { reportRoutes } from '../shared/reports/report-routes.ts';
import { spendRoutes } from '../shared/reports/spend-routes.ts';
import { targetRoutes } from '../shared/reports/target-routes.ts';
import { teamReportRoutes } from '../shared/reports/team-report-routes.ts';
import { riskType } from '../shared/risk/risk.ts';
import { ruleRoutes } from '../shared/rules/rule-routes.ts';
import { runRoutes } from '../shared/rules/run-routes.ts';
import { sampleRoutes } from '../shared/sample/sample-routes.ts';
import { learningAskedType } from '../shared/scoring/learning.ts';
import { readContactOutlooksRoute } from '../shared/scoring/outlook-routes.ts';
import { hotType, scoredType } from '../shared/scoring/score-item.ts';
import {
  contactEvents,
  dealEvents,
  learningAsked,
  scoringChanged,
} from '../shared/scoring/scoring-events.ts';
import { scoringModelType } from '../shared/scoring/scoring-model.ts';
import { scoringRoutes } from '../shared/scoring/scoring-routes.ts';
import { searchRoutes } from '../shared/search/search-routes.ts';
import { definitionsChanged } from '../shared/segments/segment-events.ts';
import { memberType } from '../shared/segments/segment-part.ts';
import { segmentRoutes } from '../shared/segments/segment-routes.ts';
import { taskRoutes } from '../shared/tasks/task-routes.ts';
import { ticketEvents } from '../shared/tickets/ticket-events.ts';
import { ticketRoutes } from '../shared/tickets/ticket-routes.ts';
import { todayRoutes } from '../shared/today/today-routes.ts';
import { viewRoutes } from '../shared/views/view-routes.ts';
import { deliveryRoutes } from '../shared/webhooks/delivery-routes.ts';
import { webhookPattern } from '../shared/webhooks/event-catalogue.ts';
import { webhookRoutes } from '../shared/webhooks/webhook-routes.ts';
import { workspaceRoutes } from '../shared/workspaces/workspace-routes.ts';
import {
  defineFunction,
  type FunctionDefinition,
  type Grant,
  type Pattern,
  type Settings,
} from './function-definition.ts';

/** A function of the API: its lists are paged with signed cursors, its writes are transactions on the table. */
const api = (
  capability: string,
  routes: readonly Route[],
  grants: readonly Grant[] = [],
  place: { stack?: 'records' } = {},
) =>
  defineFunction({
    entry: `functions/${capability}/api.ts`,
    memoryMB: 1024,
    timeoutS: 15,
    trigger: { kind: 'api', routes, ...place },
    grants: ['table:read', 'table:write', 'secret:read', 'request-limits', ...grants],
  });

/** The same, of what serves the records: a stack of CloudFormation holds 500 resources, and not all routes. */
const recordsApi = (capability: string, routes: readonly Route[], grants?: readonly Grant[]) =>
  api(capability, routes, grants, { stack: 'records' });

/** Attempts of what waits for the projector, with twice the time between them: hours. */
const untilProjected = 20;
/** A consumer of an event of ours that reads and writes the table, one event at a time. */
const busConsumer = (entry: Settings['entry'], pattern: Pattern, receives?: number) =>
  defineFunction({
    entry,
    memoryMB: 1024,
    timeoutS: 30,
    trigger: {
      kind: 'bus',
      bus: 'crm',
      pattern,
      batchSize: 10,
      concurrency: 5,
      ...(receives && { receives }),
    },
    grants: ['table:read', 'table:write'],
  });

/** What is told of scores, risks and learning: one filter, since a mapping has five. */
const scoringTypes = [hotType, scoredType, riskType, scoringModelType, learningAskedType];

export const functions: readonly FunctionDefinition[] = [
  defineFunction({
    entry: 'functions/docs/api.ts',
    memoryMB: 1024,
    timeoutS: 15,
    trigger: { kind: 'api', routes: [...docsRoutes, getConsoleSettingsRoute], fallback: true },
    grants: ['table:read', 'request-limits', 'issuer'],
  }),
  recordsApi('contacts', [
    ...contactRoutes,
    getMailStatusRoute,
    getContactRatingsRoute,
    readContactOutlooksRoute,
  ]),
  recordsApi('companies', companyRoutes),
  recordsApi('orders', [...productRoutes, ...orderRoutes]),
  recordsApi('tickets', [...ticketRoutes, ...promiseRoutes]),
  recordsApi('records', [...trashRoutes, ...sampleRoutes, ...dataCheckRoutes]),
  recordsApi('links', [...linkRoutes, ...duplicateRoutes]),
  recordsApi('activities', activityRoutes),
  api('changes', changeRoutes),
  api('audit', auditRoutes, ['audit:append']),
  recordsApi('fields', fieldRoutes),
  recordsApi('tasks', [...taskRoutes, ...todayRoutes, ...notificationRoutes]),
  recordsApi('segments', [...segmentRoutes, ...viewRoutes, ...scoringRoutes], ['keys-queue:send']),
  api('search', searchRoutes),
  recordsApi('deals', [...dealRoutes, ...pipelineRoutes]),
  recordsApi('reports', [
    listReportsRoute,
    ...reportRoutes,
    ...orderReportRoutes,
    ...customerReportRoutes,
    ...activityReportRoutes,
    ...spendRoutes,
    ...targetRoutes,
    ...teamReportRoutes,
    ...dashboardRoutes,
    ...subscriptionRoutes,
  ]),
  api(
    'identity',
    [...userRoutes, ...roleRoutes, ...teamRoutes, ...workspaceRoutes, ...sessionRoutes, ...keyRoutes],
    ['user-pool', 'audit:append', 'mail-domain'],
  ),
  api('forms', [...formRoutes, ...publicFormRoutes], ['public-url']),
  api(
    'mail',
    [
      ...intakeRoutes,
      ...mailboxRoutes,
      ...templateRoutes,
      ...contactMailRoutes,
      ...outboundRoutes,
      ...sendingDomainRoutes,
      ...unsubscribeRoutes,
      ...dashboardMailRoutes,
      ...suppressionRoutes,
      ...publicRatingRoutes,
    ],
    ['mail-bucket:read', 'mail-queue:send', 'mail-identity', 'audit:append'],
  ),
  api('calls', callRoutes),
  recordsApi('rules', [...ruleRoutes, ...runRoutes]),
  recordsApi('files', fileRoutes, ['files-bucket:read', 'files-bucket:write', 'files-bucket:erase']),
  api('webhooks', [...webhookRoutes, ...deliveryRoutes], ['webhooks-queue:send', 'webhook-allow']),
  api('imports', importRoutes, ['imports-bucket:read', 'imports-bucket:write', 'imports-bucket:erase']),
  api('live', liveRoutes, ['live-url']),
  api(
    'privacy',
    [...privacyRoutes, ...dataExportRoutes],
    ['audit:append', 'ledger:append', 'exports-bucket:read', 'exports-bucket:erase'],
  ),
  defineFunction({
    entry: 'functions/identity/authorize.ts',
    memoryMB: 1024,
    timeoutS: 10,
    trigger: { kind: 'authorizer' },
    grants: ['table:read', 'table:write', 'audit:append', 'issuer'],
  }),
  defineFunction({
    entry: 'functions/projections/project.ts',
    memoryMB: 1024,
    timeoutS: 60,
    trigger: {
      kind: 'stream',
      // By key alone: a removal has no new image, and the projector's own writes must not call it again.
      filters: [{ dynamodb: { Keys: { sk: { S: [...projectedKeys, matchSk] } } } }],
      batchSize: 100,
      windowS: 0,
      parallel: 2, // it settles a record however often and in whatever order it is told of it
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
      filters: [
        {
          eventName: ['INSERT'],
          dynamodb: { NewImage: { type: { S: [changeItemType, memberType, idlenessType] } } },
        },
        { eventName: ['REMOVE'], dynamodb: { OldImage: { type: { S: [memberType] } } } },
        sessionEndedFilter,
        { eventName: ['INSERT'], dynamodb: { NewImage: { of: { S: [notificationItem] } } } },
        { dynamodb: { NewImage: { type: { S: scoringTypes } } } },
      ],
      batchSize: 100,
      windowS: 0,
      parallel: 1, // the changes of a record are told in their order
    },
    grants: ['bus:put', 'audit:write', 'feed:write', 'table:read'],
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
      'mail-bucket:erase', // what the workspace never logs
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
  defineFunction({
    entry: 'functions/deals/on-activity-changed-touch-deals.ts',
    memoryMB: 1024,
    timeoutS: 30,
    trigger: { kind: 'bus', bus: 'crm', pattern: patternOfAny(touchingEvents), batchSize: 10 },
    grants: ['table:read', 'table:write'],
  }),
  defineFunction({
    entry: 'functions/projections/on-borrowed-changed-reproject.ts',
    memoryMB: 512,
    timeoutS: 30,
    trigger: { kind: 'bus', bus: 'crm', pattern: patternOfAny(borrowedEvents), batchSize: 10 },
    grants: ['table:read', 'keys-queue:send'],
  }),
  defineFunction({
    entry: 'functions/identity/on-team-changed-reproject.ts',
    memoryMB: 512,
    timeoutS: 30,
    trigger: { kind: 'bus', bus: 'crm', pattern: patternOfAny(teamChanged), batchSize: 10 },
    grants: ['table:read', 'keys-queue:send'],
  }),
  defineFunction({
    entry: 'functions/segments/on-definitions-changed-reproject.ts',
    memoryMB: 512,
    timeoutS: 30,
    trigger: {
      kind: 'bus',
      bus: 'crm',
      pattern: patternOfAny([...definitionsChanged, ...scoringChanged]),
      batchSize: 10,
    },
    grants: ['table:read', 'table:write', 'keys-queue:send'],
  }),
  defineFunction({
    entry: 'functions/identity/on-user-deactivated-hand-over.ts',
    memoryMB: 1024,
    timeoutS: 60,
    trigger: {
      kind: 'bus',
      bus: 'crm',
      pattern: patternOfAny([userDeactivated, handoverGoesOn]),
      batchSize: 1,
      concurrency: 5,
    },
    grants: ['table:read', 'table:write', 'bus:put'],
  }),
  defineFunction({
    entry: 'functions/identity/on-user-deactivated-shut-out.ts',
    memoryMB: 512,
    timeoutS: 30,
    trigger: {
      kind: 'bus',
      bus: 'crm',
      pattern: patternOfAny([userDeactivated, userRemoved]),
      batchSize: 1,
      concurrency: 2, // the user pool admits few calls a second
      receives: 10,
    },
    grants: ['table:read', 'table:write', 'audit:append', 'user-pool'],
  }),
  defineFunction({
    entry: 'functions/files/on-object-created-inspect.ts',
    memoryMB: 512,
    timeoutS: 30,
    trigger: { kind: 'bus', bus: 'default', pattern: objectCreatedPattern, batchSize: 10, concurrency: 5 },
    grants: ['table:read', 'table:write', 'files-bucket:read', 'files-bucket:erase'],
  }),
  defineFunction({
    entry: 'functions/files/on-object-scanned-settle.ts',
    memoryMB: 512,
    timeoutS: 30,
    trigger: { kind: 'bus', bus: 'default', pattern: guardDutyPattern, batchSize: 10, concurrency: 5 },
    grants: ['table:read', 'table:write', 'files-bucket:read', 'files-bucket:erase'],
  }),
  defineFunction({
    entry: 'functions/due/sweep.ts',
    memoryMB: 1024,
    timeoutS: 120,
    trigger: { kind: 'schedule', name: 'sweep-due', expression: 'rate(1 minute)' },
    grants: [
      'table:read',
      'table:write',
      'keys-queue:send',
      'webhooks-queue:send',
      'files-bucket:read',
      'files-bucket:erase',
      'mail-bucket:erase',
      'secret:read', // runs of rules that have waited go on here, and ask for a rating
      'public-url',
    ],
  }),
  busConsumer(
    'functions/orders/on-order-changed-reckon-purchases.ts',
    patternOfAny([...orderEvents, ...contactMergeEvents]),
    untilProjected,
  ),
  busConsumer('functions/forms/on-form-submitted-join-page-views.ts', formSubmitted.pattern),
  busConsumer('functions/notifications/on-event-notify.ts', patternOfAny(notifyingEvents)),
  defineFunction({
    entry: 'functions/rules/on-event-run-rules.ts',
    memoryMB: 1024,
    timeoutS: 60, // a run of fifty steps takes seconds
    trigger: { kind: 'bus', bus: 'crm', pattern: webhookPattern, batchSize: 10, concurrency: 10 },
    grants: ['table:read', 'table:write', 'webhooks-queue:send', 'secret:read', 'public-url'],
  }),
  busConsumer(
    'functions/contacts/on-activity-changed-touch.ts',
    patternOfAny([...activityEvents, ...contactMergeEvents, ...ticketEvents]),
    untilProjected,
  ),
  defineFunction({
    entry: 'functions/scoring/on-contact-changed-score.ts',
    memoryMB: 1024,
    timeoutS: 30,
    trigger: {
      kind: 'bus',
      bus: 'crm',
      pattern: patternOfAny([...activityEvents, ...contactMergeEvents, ...contactEvents, ...dealEvents]),
      batchSize: 10,
      concurrency: 10,
      receives: untilProjected,
    },
    grants: ['table:read', 'table:write'],
  }),
  defineFunction({
    entry: 'functions/webhooks/on-event-queue-deliveries.ts',
    memoryMB: 512,
    timeoutS: 30,
    trigger: { kind: 'bus', bus: 'crm', pattern: webhookPattern, batchSize: 10, concurrency: 10 },
    grants: ['table:read', 'table:write', 'webhooks-queue:send'],
  }),
  defineFunction({
    entry: 'functions/webhooks/send-deliveries.ts',
    memoryMB: 512,
    timeoutS: 30, // a post may take ten
    // The posts of a batch run beside each other: a hundred at once in all.
    trigger: { kind: 'queue', queue: 'webhooks', batchSize: 10, concurrency: 10 },
    grants: ['table:read', 'table:write', 'secret:read', 'webhooks-queue:send', 'webhook-allow'],
  }),
  defineFunction({
    entry: 'functions/live/serve-connections.ts',
    memoryMB: 512,
    timeoutS: 15,
    trigger: { kind: 'websocket' },
    grants: ['table:read', 'table:write', 'live:post'],
  }),
  defineFunction({
    entry: 'functions/live/on-event-tell-connections.ts',
    memoryMB: 1024,
    timeoutS: 15, // what fails comes again after six times that
    trigger: {
      kind: 'bus',
      bus: 'crm',
      pattern: {
        source: ['crm'],
        'detail-type': [...toldPattern, notificationMade.type, userDeactivated.type, sessionEnded],
        detail: { version: [1] },
      },
      batchSize: 10,
      concurrency: 10,
    },
    grants: ['table:read', 'table:write', 'live:post'],
  }),
  defineFunction({
    entry: 'functions/mail/on-mail-queued-send.ts',
    memoryMB: 1024,
    timeoutS: sendTimeoutS,
    trigger: {
      kind: 'bus',
      bus: 'crm',
      pattern: mailQueued.pattern,
      batchSize: 1,
      // A new SES account sends one mail a second. What SES refuses for now is asked again for hours.
      concurrency: 2,
      receives: 20,
    },
    grants: ['table:read', 'table:write', 'secret:read', 'mail:send', 'files-bucket:read', 'public-url'],
  }),
  defineFunction({
    entry: 'functions/mail/on-ses-event-record-feedback.ts',
    memoryMB: 512,
    timeoutS: 30,
    trigger: { kind: 'bus', bus: 'default', pattern: sesFeedbackPattern, batchSize: 10, concurrency: 5 },
    grants: ['table:read', 'table:write', 'secret:read'],
  }),
  defineFunction({
    entry: 'functions/privacy/on-erasure-advanced-erase.ts',
    memoryMB: 512,
    timeoutS: 90, // a run stops by itself after 40 s
    trigger: { kind: 'bus', bus: 'crm', pattern: erasureAdvanced.pattern, batchSize: 1, concurrency: 5 },
    grants: [
      'table:read',
      'table:write',
      'audit:append',
      'mail-bucket:erase',
      'exports-bucket:erase',
      'files-bucket:erase',
      'keys-queue:send',
    ],
  }),
  defineFunction({
    entry: 'functions/jobs/on-job-asked-run.ts',
    memoryMB: 1024,
    timeoutS: 900,
    diskMB: 4096, // an archive is written to a file, so that memory does not follow its size
    heapMB: 768,
    trigger: {
      kind: 'bus',
      bus: 'crm',
      pattern: patternOfAny([
        exportRequested,
        importAdvanced,
        dataExportAdvanced,
        duplicateRunAdvanced,
        learningAsked,
      ]),
      batchSize: 1,
      concurrency: 5,
    },
    grants: [
      'table:read',
      'table:write',
      'secret:read', // the pages of a person's links
      'mail-bucket:read',
      'files-bucket:read',
      'exports-bucket:read', // pieces are put together
      'exports-bucket:write',
      'exports-bucket:erase',
      'imports-bucket:read',
      'imports-bucket:write',
    ],
  }),
];
