import { roleRecord } from '../../shared/access/role.ts';
import { teamRecord } from '../../shared/access/team.ts';
import { type IdKind, newId } from '../../shared/core/ids.ts';
import type { RolePolicy } from '../../shared/core/policy.ts';
import type { RecordBase, RecordKind } from '../../shared/core/record.ts';
import { dashboardRecord } from '../../shared/dashboards/dashboard.ts';
import { pipelineRecord } from '../../shared/deals/pipeline.ts';
import { duplicateRunRecord } from '../../shared/duplicates/duplicate-run.ts';
import { fieldRecord } from '../../shared/fields/field.ts';
import { Form, formRecord } from '../../shared/forms/form.ts';
import { keyRecord } from '../../shared/identity/key.ts';
import { userRecord } from '../../shared/identity/user.ts';
import { importRecord } from '../../shared/imports/import.ts';
import { intakeRecord } from '../../shared/mail/intake.ts';
import { mailboxRecord } from '../../shared/mail/mailbox.ts';
import { messageRecord } from '../../shared/mail/message.ts';
import { templateRecord } from '../../shared/mail/template.ts';
import { erasureRecord } from '../../shared/privacy/erasure.ts';
import { spendRecord } from '../../shared/reports/spend.ts';
import { targetRecord } from '../../shared/reports/target.ts';
import { ruleRecord } from '../../shared/rules/rule.ts';
import { segmentRecord } from '../../shared/segments/segment.ts';
import { viewRecord } from '../../shared/views/view.ts';
import { secretsKey } from '../../shared/webhooks/secret-store.ts';
import { webhookRecord } from '../../shared/webhooks/webhook.ts';
import { aDashboard } from '../fixtures/dashboard.ts';
import { aField } from '../fixtures/field.ts';
import { acme, ann, globex, monday } from '../fixtures/ids.ts';
import { aPipeline } from '../fixtures/pipeline.ts';
import { aUser } from '../fixtures/user.ts';
import { aView } from '../fixtures/view.ts';
import { aPolicy } from './access-policies.ts';
import { neverId, put, putItem } from './access-world.ts';

/** What is read and written as a whole; each has a record of ours and one of another workspace. */
const settingKinds = [
  'form',
  'template',
  'mailbox',
  'message',
  'intake',
  'pipeline',
  'field',
  'user',
  'team',
  'role',
  'key',
  'erasure',
  'webhook',
  'rule',
  'segment',
  'view',
  'dashboard',
  'import',
  'dedupe',
  'spend',
  'target',
] as const satisfies IdKind[];
export type SettingKind = (typeof settingKinds)[number];
/** Ours, another workspace's, none at all. */
export type Where = 'own' | 'elsewhere' | 'never';

const said = (workspaceId: string) =>
  workspaceId === acme ? 'MARK-setting-own.' : 'MARK-setting-elsewhere.';
/** One of its own for each: of a month there is one target of the workspace. */
let months = 0;
const nextMonth = () =>
  `21${String(Math.floor(months / 12)).padStart(2, '0')}-${String((months++ % 12) + 1).padStart(2, '0')}`;
type Base = { id: string; workspaceId: string; version: number; createdAt: string; updatedAt: string };
const made: { [K in SettingKind]: (base: Base, mark: string) => [RecordKind<never>, RecordBase] } = {
  form: (base, name) => [
    formRecord as never,
    Form.parse({
      ...base,
      name,
      fields: [{ name: 'email', label: 'E-mail', type: 'email', target: 'email' }],
      formKey: `fk_${base.id.slice(-22)}`,
    }),
  ],
  template: (base, name) => [
    templateRecord as never,
    {
      ...base,
      name,
      subject: 'Hello {{contact.firstName}}',
      text: '{{contact.firstName}} {{contact.lastName}} {{contact.email}} {{contact.company}}',
      marketing: false,
    } as RecordBase,
  ],
  mailbox: (base, name) => [
    mailboxRecord as never,
    {
      ...base,
      name,
      address: `${base.id.toLowerCase()}@in.acme.test`,
      roundRobin: [],
      tags: [],
      opensDeal: false,
    } as RecordBase,
  ],
  message: (base, subject) => [
    messageRecord as never,
    {
      ...base,
      claim: base.id,
      purpose: 'welcome',
      to: 'x@example.com',
      subject,
      text: '',
      html: '',
      marketing: false,
      status: 'doubtful',
      attempts: 1,
    } as RecordBase,
  ],
  intake: (base, subject) => [
    intakeRecord as never,
    {
      ...base,
      status: 'skipped',
      reason: 'spam',
      at: monday,
      rawKey: `raw/${base.id}`,
      recipients: [],
      senders: [],
      verdicts: {},
      message: { subject, from: [], to: [], cc: [], replyTo: [], attachments: [], attachmentsLeftOut: 0 },
    } as RecordBase,
  ],
  field: (base, label) => [
    fieldRecord as never,
    aField({ ...base, label, of: 'task', key: `f${base.id.slice(-12).toLowerCase()}` }),
  ],
  pipeline: (base, name) => [pipelineRecord as never, aPipeline({ ...base, name })],
  user: (base, name) => [
    userRecord as never,
    aUser({ ...base, name, email: `${base.id.toLowerCase()}@acme.test`, roles: ['rep'], status: 'active' }),
  ],
  team: (base, name) => [
    teamRecord as never,
    { ...base, name: `${name} ${base.id}`, managerIds: [], memberIds: [] } as RecordBase,
  ],
  role: (base, name) => [
    roleRecord as never,
    { ...base, name: `${name} ${base.id}`.slice(0, 60), policy: aPolicy() as RolePolicy } as RecordBase,
  ],
  key: (base, name) => [
    keyRecord as never,
    {
      ...base,
      name,
      roles: ['rep'],
      userId: ann,
      lastFour: '0000',
      expiresAt: '2027-01-01T00:00:00.000Z',
      hash: `hash-${base.id}`,
      slot: 0,
    } as RecordBase,
  ],
  webhook: (base, description) => [
    webhookRecord as never,
    {
      ...base,
      url: 'https://hooks.example.com/rapport',
      description,
      events: ['*'],
      status: 'active',
      madeBy: ann,
    } as RecordBase,
  ],
  rule: (base, name) => [
    ruleRecord as never,
    {
      ...base,
      name,
      state: 'draft',
      draft: {
        trigger: { on: 'event', events: ['contact.created'] },
        steps: [{ id: 'stop', do: 'stop' }],
      },
    } as RecordBase,
  ],
  segment: (base, name) => [
    segmentRecord as never,
    { ...base, name, of: 'contact', condition: { lifecycle: 'lead' } } as RecordBase,
  ],
  view: (base, name) => [
    viewRecord as never,
    aView({ ...base, name, visibility: 'shared', ownerId: neverId('user') }),
  ],
  dashboard: (base, name) => [
    dashboardRecord as never,
    aDashboard({ ...base, name, visibility: 'shared', ownerId: neverId('user') }),
  ],
  import: (base, name) => [
    importRecord as never,
    {
      ...base,
      kind: 'contact',
      name,
      size: 100,
      status: 'read',
      startedBy: { kind: 'user', id: ann },
      format: { kind: 'vcard', encoding: 'utf-8' },
      columns: [{ column: 0, header: 'First Name', confidence: 1, by: 'header' }],
      reading: 1,
      rows: 0,
      faultyRows: 0,
      requeues: 0,
    } as RecordBase,
  ],
  dedupe: (base, id) => [
    duplicateRunRecord as never,
    {
      ...base,
      kind: 'contact',
      status: 'done',
      looked: 0,
      pairs: 0,
      failed: 0,
      startedBy: { kind: 'user', id },
      requeues: 0,
    } as RecordBase,
  ],
  spend: (base, name) => [
    spendRecord as never,
    {
      ...base,
      month: '2026-11',
      source: `${name.toLowerCase()} ${base.id}`,
      amountCents: 1,
      currency: 'EUR',
    } as RecordBase,
  ],
  target: (base) => [
    targetRecord as never,
    { ...base, month: nextMonth(), calls: 1, currency: 'EUR' } as RecordBase,
  ],
  erasure: (base) => [
    erasureRecord as never,
    {
      ...base,
      contactId: neverId('contact'),
      status: 'done',
      requestedBy: { kind: 'user', id: ann },
      addresses: [],
      stepsDone: [],
      counts: {},
    } as RecordBase,
  ],
};

/** One that a request may change or delete. */
export async function freshSetting(kind: SettingKind, where: Where, over: object = {}): Promise<string> {
  const id = newId(kind, monday);
  if (where === 'never') return id;
  const workspaceId = where === 'own' ? acme : globex;
  const base = { id, workspaceId, version: 1, createdAt: monday, updatedAt: monday };
  const [of, record] = made[kind](base, said(workspaceId));
  if (kind === 'key') await putItem({ pk: `APIKEY#hash-${id}`, sk: 'APIKEY', keyId: id }); // what the authorizer reads of it
  if (kind === 'webhook') await putItem({ ...secretsKey({ workspaceId, id }), current: 'sealed' });
  return put(of as never, { ...record, ...over } as never);
}

const standing = new Map<string, string>();
/** One that stays as it is. */
export async function settingId(kind: SettingKind, where: Where): Promise<string> {
  const name = `${kind} ${where}`;
  const id = standing.get(name) ?? (await freshSetting(kind, where));
  standing.set(name, id);
  return id;
}
