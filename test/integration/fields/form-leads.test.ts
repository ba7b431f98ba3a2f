import { beforeAll, describe, expect, it } from 'vitest';
import { handler as fields } from '../../../functions/fields/api.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { whole } from '../../../shared/core/scope.ts';
import { createFieldRoute } from '../../../shared/fields/field-routes.ts';
import { acme, ann } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { makeForm, post, useAcme } from '../../helpers/form-world.ts';

const options = [{ value: 'pro', label: 'Professional' }];
const own = [
  { key: 'budget', type: 'number', required: true, validation: { max: 1000 } },
  { key: 'plan', type: 'choice', options },
  { key: 'news', type: 'checkbox' },
  { key: 'code', type: 'text', unique: true },
  { key: 'buddy', type: 'user' },
  { key: 'origin', type: 'text', default: 'unknown' },
];
let formKey: string;
beforeAll(async () => {
  await useAcme();
  for (const one of own)
    await call(fields, createFieldRoute, { body: { of: 'contact', label: one.key, ...one } });
  const custom = ['budget', 'plan', 'news', 'code', 'buddy', 'free'].map((name) => ({
    name,
    label: name,
    target: `custom.${name}`,
  }));
  const email = { name: 'email', label: 'E-mail', type: 'email', target: 'email' };
  ({ formKey } = await makeForm({ fields: [email, ...custom] }));
});
async function sent(values: object) {
  const told = await post(formKey, values);
  expect(told).toMatchObject({ status: 201 });
  const activity = await activityStore.get(whole(acme), told.body.submissionId);
  return { activity, contact: await contactStore.get(whole(acme), activity.contactId) };
}

describe('a form', () => {
  it('fills fields with what its texts mean to them, and defaults stand beside', async () => {
    const { contact } = await sent({
      email: 'a@x.example',
      budget: '800',
      plan: 'professional',
      news: 'yes',
      free: 'as it is',
    });
    expect(contact.custom).toEqual({
      budget: 800,
      plan: 'pro',
      news: true,
      free: 'as it is',
      origin: 'unknown',
    });
  });

  it('loses no lead over a field: what does not fit stays on the submission, what is required is not asked for', async () => {
    const values = { budget: '5000', plan: 'gold', news: 'perhaps', buddy: ann, free: 'x' };
    const { contact, activity } = await sent({ email: 'b@x.example', ...values });
    expect(contact.custom).toEqual({ free: 'x', origin: 'unknown' });
    expect(activity.submission?.values).toMatchObject(values);
  });

  it('leaves a unique value to whom it belongs, also where many send it at once', async () => {
    const all = await Promise.all([1, 2, 3, 4].map((n) => sent({ email: `c${n}@x.example`, code: 'AB-1' })));
    expect(all.filter(({ contact }) => contact.custom.code === 'AB-1')).toHaveLength(1);
    expect(all.filter(({ contact }) => contact.customKeys?.length)).toHaveLength(1);
  });
});
