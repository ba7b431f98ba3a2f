import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { teamRecord } from '../../shared/access/team.ts';
import { type Activity, activityRecord } from '../../shared/activities/activity.ts';
import { contactRecord } from '../../shared/contacts/contact.ts';
import type { RecordBase, RecordKind } from '../../shared/core/record.ts';
import { nextVersion } from '../../shared/core/record.ts';
import { dealRecord } from '../../shared/deals/deal.ts';
import { pipelineRecord } from '../../shared/deals/pipeline.ts';
import { userRecord } from '../../shared/identity/user.ts';
import { mailDomainItem } from '../../shared/mail/mailbox-store.ts';
import { recordStore } from '../../shared/platform/record-store.ts';
import { taskRecord } from '../../shared/tasks/task.ts';
import { workspaceRecord } from '../../shared/workspaces/workspace.ts';
import { acme, ann, ben, globex, monday } from '../fixtures/ids.ts';
import { aPipeline } from '../fixtures/pipeline.ts';
import { aUser } from '../fixtures/user.ts';
import { aWorkspace } from '../fixtures/workspace.ts';
import type { AccessKind } from './access-kind.ts';
import { accessKinds } from './access-kinds.ts';
import { ownerClasses } from './access-oracle.ts';
import { keepRoles } from './access-people.ts';
import { settingId } from './access-settings.ts';
import * as world from './access-world.ts';
import { settleAudit } from './audit.ts';
import { aContext } from './context.ts';
import { newTable, settleAll } from './dynamo.ts';
import { keep } from './keep.ts';
import { useSecret } from './secret.ts';

const tuesday = '2026-11-17T09:00:00.000Z';
/** A record that was changed once since it was made, so that its history says what was before. */
async function keepChanged<T extends RecordBase>(
  of: RecordKind<T>,
  record: T,
  before: Partial<T>,
): Promise<void> {
  const first = await keep(of, { ...record, ...before });
  const by = aContext({ workspaceId: record.workspaceId, now: tuesday });
  const { version: _, updatedAt: __, ...rest } = record;
  const after = nextVersion(first, rest as unknown as Partial<T>, tuesday);
  await recordStore(of).save({ of, before: first, after, events: [] }, by);
}

const { contactIds, dealId, taskId } = world;
async function keepContact(whose: world.Place): Promise<void> {
  const contact = world.contactOf(whose, contactIds[whose]);
  const emails = contact.emails.map((one) => ({ ...one, label: 'old' }));
  const phones = contact.phones.map((one) => ({ ...one, label: 'old' }));
  const custom = { secret: `${contact.custom.secret} old` };
  await keepChanged(contactRecord, contact, { emails, phones, custom });
}

async function keepDeal(contact: world.Place, whose: world.Place): Promise<void> {
  const deal = world.dealOf(whose, dealId(contact, whose), contactIds[contact]);
  const amountCents = Number(deal.amountCents);
  const line = { name: 'Lamp', quantity: 1, unitAmountCents: amountCents, amountCents };
  const before = { amountCents: amountCents * 10, lostReason: 'none', items: [] };
  await keepChanged(dealRecord, { ...deal, items: [line] }, before);
}

async function keepTask(contact: world.Place, whose: world.Place): Promise<void> {
  const task = world.taskOf(whose, taskId(contact, whose), contactIds[contact], dealId(contact, contact));
  await keepChanged(taskRecord, task, { note: `${task.note} old` });
}

/** A mail and a form's post of a contact, which say what its hidden fields say. */
async function keepTold(whose: world.Place): Promise<void> {
  const contactId = contactIds[whose];
  const { emails, phones } = world.secretsOf.contact(whose);
  const mark = world.markOf('activity', `${whose}_${whose}`);
  const dealIds = [dealId(whose, whose)];
  const logged = (id: string): Activity => {
    const author = whose === 'elsewhere' ? whose : 'nobodys';
    const base = world.activityOf(author, id, { mark, contactId, dealIds });
    return { ...base, by: { kind: 'mail', id: 'mail' } };
  };
  const mail = { threadId: `th_01K${'T'.padStart(23, '0')}`, from: emails, to: [emails], attachments: [] };
  await keep(activityRecord, { ...logged(world.mailIds[whose]), kind: 'email', mail });
  const formId = await settingId('form', whose === 'elsewhere' ? 'elsewhere' : 'own');
  const submission = { formId, values: { email: emails, phone: phones }, differing: { phone: phones } };
  const post: Activity = { ...logged(world.postIds[whose]), kind: 'form_submission', submission };
  await keepChanged(activityRecord, post, { submission: { ...submission, accepted: ['phone'] } });
}

async function keepActivities(contact: world.Place, whose: world.Place): Promise<void> {
  const contactId = contactIds[contact];
  const mark = world.markOf('activity', `${contact}_none`);
  await keep(activityRecord, world.activityOf(whose, world.activityId(contact, whose), { mark, contactId }));
  const about = {
    mark: world.markOf('activity', `${contact}_${whose}`),
    contactId,
    dealIds: [dealId(contact, whose)],
  };
  const author = contact === 'elsewhere' ? contact : 'own';
  await keep(activityRecord, world.activityOf(author, world.aboutDealId(contact, whose), about));
}

const placesOf = ({ classes = [...ownerClasses, 'elsewhere'] }: AccessKind) =>
  classes.filter((whose) => whose !== 'never');
/** One that was changed once, and one that lies in the trash. */
async function keepLater({ kind, plain }: AccessKind, whose: world.Place): Promise<void> {
  const [of, record] = world.recordOf(kind, whose, world.laterId(kind, whose));
  await keepChanged(of, record as never, { tags: ['before'] } as never);
  await keep(of, { ...record, ...plain, id: world.trashedId(kind, whose), deletedAt: tuesday } as never);
}

async function keepWorkspaces(): Promise<void> {
  await keep(workspaceRecord, aWorkspace());
  await keep(workspaceRecord, aWorkspace({ id: globex, name: world.markOf('setting', 'elsewhere') }));
  await keep(pipelineRecord, aPipeline());
  await keep(pipelineRecord, aPipeline({ workspaceId: globex }));
  await world.putItem(mailDomainItem('in.acme.test', acme));
  for (const [name, id, workspaceId] of [
    ['Ann', ann, acme],
    ['Ben', ben, acme],
    ['Cid', world.cid, acme],
    ['Eve', world.eve, globex],
  ] as const)
    await keep(userRecord, aUser({ id, workspaceId, name, email: `${name.toLowerCase()}@acme.test` }));
  await world.putItem({ pk: `CREDENTIAL#sub-${ann}`, sk: 'CREDENTIAL', userId: ann, memberships: [] });
  const base = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
  const id = `tm_01K${'TEAM'.padStart(23, '0')}`;
  await keep(teamRecord, { ...base, id, name: 'Sales', memberIds: [ann, ben], managerIds: [] });
}

/** What lies outside of the table answers that it is done. */
function useServices(): void {
  process.env.PUBLIC_URL = 'https://api.test';
  process.env.LIVE_URL = 'wss://api.test/live';
  process.env.USER_POOL_ID = 'pool';
  process.env.WEBHOOKS_QUEUE_URL = 'https://sqs.test/webhooks';
  process.env.KEYS_QUEUE_URL = 'https://sqs.test/keys';
  for (const name of ['MAIL', 'EXPORTS', 'LEDGER']) process.env[`${name}_BUCKET`] = name.toLowerCase();
  let subjects = 0;
  const pool = mockClient(CognitoIdentityProviderClient);
  pool.onAnyCommand().callsFake(() => ({
    User: { Attributes: [{ Name: 'sub', Value: `sub-${subjects++}` }] },
  }));
  mockClient(S3Client).onAnyCommand().resolves({});
  mockClient(SQSClient).onAnyCommand().resolves({});
}

/** A table with everything of the matrix in it, and every list and count as it will stay. Call it in `beforeAll`. */
export async function useAccessWorld(): Promise<void> {
  useSecret();
  useServices();
  await newTable({ stream: false });
  await keepWorkspaces();
  await keepRoles();
  for (const whose of [...ownerClasses, 'elsewhere'] as const) {
    await keepContact(whose);
    await keepTold(whose);
  }
  for (const contact of ownerClasses)
    for (const whose of ownerClasses) {
      await keepDeal(contact, whose);
      await keepTask(contact, whose);
      await keepActivities(contact, whose);
    }
  await keepDeal('elsewhere', 'elsewhere');
  await keepTask('elsewhere', 'elsewhere');
  await keepActivities('elsewhere', 'elsewhere');
  for (const kind of accessKinds) for (const whose of placesOf(kind)) await keepLater(kind, whose);
  await settleAll();
  await settleAudit();
}
