import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { fieldsOf } from '../../../shared/core/personal.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { dataExportRecord } from '../../../shared/exports/data-export.ts';
import { fileRecord } from '../../../shared/files/file.ts';
import { importRecord } from '../../../shared/imports/import.ts';
import { linkRecord } from '../../../shared/links/link.ts';
import { intakeRecord } from '../../../shared/mail/intake.ts';
import { messageRecord } from '../../../shared/mail/message.ts';
import { orderRecord } from '../../../shared/orders/order.ts';
import { erasureRecord } from '../../../shared/privacy/erasure.ts';
import { exportRecord } from '../../../shared/privacy/export.ts';
import { promiseRecord } from '../../../shared/promises/promise.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { ticketRecord } from '../../../shared/tickets/ticket.ts';

/**
 * Fields that tell nothing of a person, each looked at by somebody: ids, moments, kinds, money, and what the company itself
 * chose. Whoever adds a field to one of these records flags it with `personal(…)`, or adds it here and answers for that.
 */
const base = ['id', 'workspaceId', 'version', 'createdAt', 'updatedAt'];
const governed = [...base, 'deletedAt', 'purgeAt'];
const merging = ['mergedInto', 'mergedIds'];
const reviewed = {
  contact: [
    ...governed,
    ...merging,
    'lifecycle',
    'ownerId',
    'companyId',
    'leadSource',
    'campaign',
    'source.kind',
    'source.id',
    'erasedAt',
  ],
  activity: [
    ...governed,
    'kind',
    'contactId',
    'dealIds',
    'at',
    'direction',
    'by.kind',
    'by.id',
    'mentions',
    'unseenBy',
  ], // deleted as a whole
  deal: [
    ...[
      ...governed,
      'companyId',
      'contactId',
      'ownerId',
      'amountCents',
      'currency',
      'expectedCloseOn',
      'openedOn',
      'leadSource',
      'campaign',
      'pipelineId',
      'stageId',
    ],
    ...['status', 'stageEnteredAt', 'stageTimes', 'closedAt', 'source.kind', 'source.id', 'erasedAt'],
  ],
  task: [
    ...[
      ...governed,
      'dueOn',
      'ownerId',
      'contactId',
      'companyId',
      'remindAt',
      'remindedFor',
      'repeats',
      'repeatsFrom',
      'followedBy',
      'dealId',
      'status',
      'completedAt',
      'origin',
      'erasedAt',
    ],
  ],
  order: [
    ...[...governed, 'number', 'ownerId', 'contactId', 'companyId', 'dealId', 'status', 'placedAt'],
    ...['currency', 'amountCents', 'erasedAt'],
  ],
  ticket: [
    ...[...governed, 'ownerId', 'contactId', 'companyId', 'dealId', 'status', 'priority', 'channel'],
    ...['firstResponseAt', 'solvedAt', 'closedAt', 'reopened', 'erasedAt'],
  ],
  promise: [
    ...[...governed, 'ownerId', 'contactId', 'dealId', 'dueOn', 'status', 'keptAt', 'brokenAt', 'erasedAt'],
  ],
  intake: [
    ...[
      ...base,
      'status',
      'reason',
      'at',
      'rawKey',
      'bytes',
      'mailboxId',
      'activityId',
      'contactId',
      'threadId',
    ],
    ...['verdicts.spam', 'verdicts.virus', 'verdicts.spf', 'verdicts.dkim', 'verdicts.dmarc'],
    ...['verdicts.dmarcPolicy', 'duplicateOf', 'erasedAt'],
  ],
  message: [
    ...[
      ...base,
      'claim',
      'run.ruleId',
      'run.id',
      'purpose',
      'contactId',
      'dealId',
      'ticketId',
      'threadId',
      'templateId',
      'marketing',
      'mailedDashboard.userId',
      'mailedDashboard.dashboardId',
      'status',
    ],
    'names',
    ...[
      'toBounced',
      'reason',
      'attempts',
      'requeues',
      'leaseUntil',
      'from',
      'sesMessageId',
      'sentAt',
      'erasedAt',
    ],
    ...['feedback.deliveredAt', 'feedback.bouncedAt', 'feedback.bounce', 'feedback.complainedAt'],
    ...['feedback.rejectedAt', 'feedback.delayedAt', 'feedback.openedAt', 'feedback.lastOpenedAt'],
    ...['feedback.opens', 'feedback.clickedAt', 'feedback.clicks', 'opened', 'clicked', 'softBounced'],
    ...['sendAt', 'authorId', 'senderName'], // of a colleague, whom no erasure of a contact is about
  ],
  erasure: [
    ...[
      ...base,
      'contactId',
      'status',
      'requestedBy.kind',
      'requestedBy.id',
      'addresses',
      'stepsDone',
      'counts',
    ],
    ...['completedAt', 'lookedAgainAt'],
  ],
  export: [
    ...[
      ...base,
      'kind',
      'contactId',
      'status',
      'requestedBy.kind',
      'requestedBy.id',
      'requestedBy.keyId',
      'rights.roles',
      'rights.cap',
    ],
    ...['rights.scopes', 'rights.teamIds', 'rights.circle', 'requeues', 'bytes', 'files', 'availableUntil'],
  ],
  dataExport: [
    ...[...base, 'kind', 'format', 'segmentId', 'columns', 'byteOrderMark', 'viewId', 'timeZone', 'status'],
    ...['failure.code', 'failure.detail', 'rows', 'bytes', 'requestedBy.kind', 'requestedBy.id'],
    ...['requestedBy.keyId', 'availableUntil', 'ownFields', 'pieces', 'resume', 'requeues'],
  ],
  link: [...base, 'fromId', 'toId'], // deleted as a whole
  import: [
    ...[...base, 'kind', 'size', 'status', 'failure.code', 'failure.detail', 'format', 'reading', 'rows'],
    ...['mapping', 'faultyRows', 'startedBy.kind', 'startedBy.id', 'requeues', 'checking'],
    ...['mode', 'matchBy', 'acceptFrom', 'asker.id', 'asker.keyId', 'isMappedAsBefore', 'tells'],
    ...['running', 'ranAt', 'undoing', 'position.stage', 'position.part'],
    ...['new', 'existing', 'repeated', 'invalid', 'changed', 'faulty', 'suggested', 'joined', 'stale'].map(
      (name) => `check.${name}`,
    ),
    ...['done', 'created', 'updated', 'unchanged', 'skipped', 'failed'].map((name) => `run.${name}`),
    ...['done', 'removed', 'restored', 'kept', 'stuck'].map((name) => `undo.${name}`),
  ],
  file: [...base, 'recordId', 'recordKind', 'kind', 'versions', 'deletedAt', 'erasedAt'],
};
const records = {
  contact: contactRecord,
  activity: activityRecord,
  deal: dealRecord,
  task: taskRecord,
  order: orderRecord,
  ticket: ticketRecord,
  promise: promiseRecord,
  intake: intakeRecord,
  message: messageRecord,
  erasure: erasureRecord,
  export: exportRecord,
  dataExport: dataExportRecord,
  file: fileRecord,
  link: linkRecord,
  import: importRecord,
};
/** Records of the company and of who works there; no contact is in them. */
const ofTheCompany = [
  'segment',
  'company',
  'dedupe',
  'field',
  'form',
  'grade',
  'key',
  'mailbox',
  'pipeline',
  'product',
  'role',
  'rule',
  'scoring',
  'spend',
  'target',
  'team',
  'template',
  'user',
  'view',
  'dashboard',
  'webhook',
  'workspace',
];

const root = fileURLToPath(new URL('../../../shared', import.meta.url));
const definedKinds = () =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== join('core', 'record.ts'))
    .flatMap((name) => [
      ...readFileSync(join(root, name), 'utf8').matchAll(/define(?:Record|Owned)\(\s*'(\w+)'/g),
    ])
    .map(([, kind]) => kind);

describe('every field of every record', () => {
  it.each(Object.entries(records))(
    'of a %s is flagged as personal, or was looked at and tells nothing',
    (kind, { schema }) => {
      const plain = fieldsOf(schema)
        .filter(({ isPersonal }) => !isPersonal)
        .map(({ path }) => path);
      expect(plain.toSorted()).toEqual(reviewed[kind as keyof typeof reviewed].toSorted());
    },
  );

  it('is of a kind that was looked at', () => {
    expect([...new Set(definedKinds())].toSorted()).toEqual(
      [...Object.keys(records), ...ofTheCompany].toSorted(),
    );
  });
});
