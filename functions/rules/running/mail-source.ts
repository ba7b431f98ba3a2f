import type { Activity } from '../../../shared/activities/activity.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { whole } from '../../../shared/core/scope.ts';
import type { Form } from '../../../shared/forms/form.ts';
import { formSubmitted } from '../../../shared/forms/form-events.ts';
import { formStore } from '../../../shared/forms/form-store.ts';
import { addressOf } from '../../../shared/mail/compose.ts';
import { mailReceived } from '../../../shared/mail/mail-events.ts';
import { mailboxStore } from '../../../shared/mail/mailbox-store.ts';
import { cached } from '../../../shared/platform/cache.ts';
import type { Run } from '../../../shared/rules/run.ts';

/** What a person came in by, and how it is answered. */
export type Source = {
  /** The form's or the mailbox's id. */
  id: string;
  /** Its own welcome. */
  templateId?: string | undefined;
  /** The address that was written to us; one of the contact's. */
  address?: string | undefined;
  dealId?: string | undefined;
  /** The conversation that an answer goes on with; a new one where nothing is said. */
  threadId?: string | undefined;
  inReplyTo?: string | undefined;
  formName?: string | undefined;
};
type Happened = Pick<Run, 'workspaceId' | 'event'>;

const keyed = <T>(find: (workspaceId: string, id: string) => Promise<T>) => {
  const kept = cached(30_000, (key) => {
    const [workspaceId = '', id = ''] = key.split(' ');
    return find(workspaceId, id);
  });
  return (workspaceId: string, id: string) => kept(`${workspaceId} ${id}`);
};
const formOf = keyed(formStore.find);
const mailboxOf = keyed(mailboxStore.find);

function addressIn(submission: Activity | undefined, { fields }: Form): string | undefined {
  const name = fields.find(({ target }) => target === 'email')?.name;
  const value = name && submission?.submission?.values[name];
  return Array.isArray(value) ? value[0] : value;
}

async function formSource({ workspaceId, event }: Happened): Promise<Source | undefined> {
  const { formId, submissionId, dealId } = formSubmitted.schema.parse(event.data);
  const form = await formOf(workspaceId, formId);
  if (!form) return undefined;
  const submission = await activityStore.find(whole(workspaceId), submissionId);
  const { id, welcomeTemplateId: templateId, name: formName } = form;
  return { id, templateId, formName, address: addressIn(submission, form), dealId };
}

async function mailSource({ workspaceId, event }: Happened): Promise<Source | undefined> {
  const { mailboxId, activityId, threadId } = mailReceived.schema.parse(event.data);
  const mailbox = mailboxId ? await mailboxOf(workspaceId, mailboxId) : undefined;
  if (!mailbox) return undefined;
  const received = await activityStore.find(whole(workspaceId), activityId);
  if (!received?.mail) return undefined;
  const { from, messageId: inReplyTo } = received.mail;
  const [dealId] = received.dealIds;
  const templateId = mailbox.welcomeTemplateId;
  return { id: mailbox.id, templateId, address: addressOf(from), dealId, threadId, inReplyTo };
}

/** The form or the mailbox by which a run's person came in, whether it has a template for them or not. */
export async function sourceOf(run: Happened): Promise<Source | undefined> {
  if (run.event.type === formSubmitted.type) return formSource(run);
  return run.event.type === mailReceived.type ? mailSource(run) : undefined;
}
