import { systemContext } from '../../../shared/core/actor.ts';
import { createForm, NewForm } from '../../../shared/forms/form.ts';
import { formStore, saveNewForm } from '../../../shared/forms/form-store.ts';
import { contactFormId, contactFormKey, thanksTemplateId } from './fixed.ts';
import { acme, demoUsers } from './users.ts';

const reps = demoUsers.filter(({ workspace, role }) => workspace === acme && role === 'rep');

const contactUs = {
  name: 'Contact us',
  fields: [
    { name: 'firstName', label: 'First name', target: 'firstName' },
    { name: 'lastName', label: 'Last name', target: 'lastName' },
    { name: 'email', label: 'E-mail', type: 'email', target: 'email', required: true },
    { name: 'company', label: 'Company', target: 'company' },
    { name: 'phone', label: 'Phone', type: 'tel', target: 'phone' },
    { name: 'message', label: 'How can we help?', type: 'textarea', target: 'message' },
  ],
  allowedOrigins: ['*'],
  owner: { roundRobin: reps.map(({ sub }) => sub) },
  tags: ['website'],
  opensDeal: {},
  welcomeTemplateId: thanksTemplateId,
};

/** A form of Acme's web site that opens deals for its reps in turn. May be done again. */
export async function seedForm(now: string): Promise<void> {
  if (await formStore.find(acme.id, contactFormId)) return;
  const by = systemContext(acme.id, 'system', 'local', now);
  const made = createForm(NewForm.parse(contactUs), by);
  const after = { ...made.after, id: contactFormId, formKey: contactFormKey };
  await saveNewForm({ ...made, after }, by);
}
