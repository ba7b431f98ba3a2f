import type { Activity } from '../../shared/activities/activity.ts';
import { activityStore } from '../../shared/activities/activity-store.ts';
import { contactStore } from '../../shared/contacts/contact-store.ts';
import { whole } from '../../shared/core/scope.ts';
import { dealStore } from '../../shared/deals/deal-store.ts';
import type { Form } from '../../shared/forms/form.ts';
import { formSubmitted } from '../../shared/forms/form-events.ts';
import { formStore } from '../../shared/forms/form-store.ts';
import { cached } from '../../shared/platform/cache.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { writeWelcome } from './sending/write-welcome.ts';

const formOf = cached(30_000, (key) => {
  const [workspaceId = '', id = ''] = key.split(' ');
  return formStore.find(workspaceId, id);
});

function addressIn(submission: Activity | undefined, { fields }: Form): string | undefined {
  const name = fields.find(({ target }) => target === 'email')?.name;
  const value = name && submission?.submission?.values[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Thanks a person who sent a form, where the form has a template for it: once for each form and person. */
export const handler = consumer([formSubmitted], async ({ id, workspaceId, data }) => {
  const form = await formOf(`${workspaceId} ${data.formId}`);
  if (!form?.welcomeTemplateId) return;
  const [contact, submission, deal] = await Promise.all([
    contactStore.find(whole(workspaceId), data.contactId),
    activityStore.find(whole(workspaceId), data.submissionId),
    data.dealId ? dealStore.find(whole(workspaceId), data.dealId) : undefined,
  ]);
  if (!contact) return;
  await writeWelcome({
    workspaceId,
    sourceId: form.id,
    templateId: form.welcomeTemplateId,
    contact,
    address: addressIn(submission, form),
    dealId: deal?.id,
    values: { 'form.name': form.name, 'deal.name': deal?.name },
    cause: id,
  });
});
