import { type Activity, logActivity } from '../activities/activity.ts';
import { type Contact, displayName } from '../contacts/contact.ts';
import type { Context } from '../core/actor.ts';
import type { Change } from '../core/record.ts';
import { clip } from '../core/text.ts';
import { cameFrom } from '../deals/came-from.ts';
import { createDeal, type Deal } from '../deals/deal.ts';
import type { Pipeline } from '../deals/pipeline.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';
import { fillContact, own, type Wanted } from './fill.ts';
import type { Form } from './form.ts';
import { dealName, startingStage } from './form-deal.ts';
import { formSubmitted } from './form-events.ts';
import type { PageInfo } from './page-info.ts';
import type { Values } from './posted.ts';

export type Submitted = {
  form: Form;
  values: Values;
  wanted: Wanted;
  page: PageInfo;
  visitorId: string | undefined;
};
export type Surroundings = {
  /** Whoever has the address already. */
  contact: Contact | undefined;
  folding: EmailFolding;
  /** Who gets the lead where the contact has no owner. */
  ownerId: string | undefined;
  /** Where the form's deals start; undefined where it opens none. */
  pipeline: Pipeline | undefined;
  currency: string;
};

const messageOf = ({ fields }: Form, values: Values) => {
  const field = fields.find(({ target }) => target === 'message');
  return field && clip([own(values, field.name) ?? []].flat().join('\n'), 6000);
};

function dealOf({ form, wanted }: Submitted, contact: Contact, around: Surroundings, by: Context) {
  const { pipeline, currency } = around;
  if (!form.opensDeal || !pipeline) return undefined;
  const stage = startingStage(form, pipeline, contact.ownerId !== undefined);
  if (!stage) return undefined;
  const { company = wanted['custom.company'], emails } = contact;
  const about = { name: displayName(contact), company: company?.toString(), email: emails[0]?.address };
  const name = dealName(form.opensDeal.nameTemplate, { ...about, form: form.name });
  const given = {
    name,
    contactId: contact.id,
    ownerId: contact.ownerId,
    stageId: stage.id,
    ...cameFrom(contact),
  };
  return createDeal(given, { pipeline, currency }, by, { source: { kind: 'form', id: form.id } });
}

/** All that a submission changes: the contact where there is something to write, the activity, the deal. */
export function decideSubmission(
  submitted: Submitted,
  around: Surroundings,
  submissionId: string,
  by: Context,
): Change[] {
  const { form, values, wanted, page, visitorId } = submitted;
  const { userAgent: _, ...origin } = page;
  const source = { kind: 'form' as const, id: form.id, ...origin };
  const ground = { form, folding: around.folding, source, ownerId: around.ownerId };
  const { contact, change, differing } = fillContact(ground, around.contact, wanted, by);
  const deal: Change<Deal> | undefined = dealOf(submitted, contact, around, by);
  const dealId = deal?.after?.id;
  const some = Object.keys(differing).length > 0;
  const activity: Change<Activity> = logActivity(
    {
      kind: 'form_submission',
      contactId: contact.id,
      dealIds: dealId ? [dealId] : [],
      at: by.now,
      subject: form.name,
      text: messageOf(form, values) || undefined,
      direction: 'inbound',
      submission: { formId: form.id, values, ...page, visitorId, ...(some && { differing }) },
    },
    by,
    submissionId,
  );
  const isNewContact = around.contact === undefined;
  const event = formSubmitted({ submissionId, formId: form.id, contactId: contact.id, dealId, isNewContact });
  const all = [change, { ...activity, events: [event] }, deal].filter((one) => one !== undefined);
  return all as unknown as Change[];
}
