import { beforeAll, expect, test } from 'vitest';
import { handler } from '../../../functions/forms/api.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { whole } from '../../../shared/core/scope.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import {
  acceptSubmissionRoute,
  getFormRoute,
  listSubmissionsRoute,
} from '../../../shared/forms/form-routes.ts';
import { meter } from '../../../shared/platform/meter.ts';
import { acme, ann, ben } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { makeForm, post, useAcme } from '../../helpers/form-world.ts';

beforeAll(useAcme);

const recordsOf = async (sk: string) => {
  const all = await Array.fromAsync(readAll());
  return all.filter((item) => item.sk === sk);
};
const contactsWith = async (key: string) =>
  (await recordsOf('CONTACT')).filter(({ emails }) =>
    (emails as { key: string }[]).some((one) => one.key === key),
  );
const costOf = async (step: () => Promise<unknown>) => {
  await step();
  return meter.requests;
};

test('a new lead costs four requests, a known one five, one more where it has an owner, two where owners take turns', async () => {
  const plain = await makeForm({ opensDeal: {} });
  await post(plain.formKey, { email: 'warm@example.com' });
  const ada = { email: 'ada.cost@example.com', firstName: 'Ada' };
  expect(await costOf(() => post(plain.formKey, ada))).toBe(4);
  expect(await costOf(() => post(plain.formKey, { ...ada, company: 'Engines' }))).toBe(5);
  expect(await costOf(() => post(plain.formKey, ada))).toBe(1);
  const shared = await makeForm({ owner: { roundRobin: [ann, ben] } });
  await post(shared.formKey, { email: 'warm2@example.com' });
  expect(await costOf(() => post(shared.formKey, { email: 'turn@example.com' }))).toBe(6);
  expect(await costOf(() => post(shared.formKey, { ...ada, phone: '030 901820' }))).toBe(7);
  const owned = await makeForm({ owner: { userId: ann } });
  await post(owned.formKey, { email: 'warm3@example.com' });
  expect(await costOf(() => post(owned.formKey, { email: 'owned@example.com' }))).toBe(5);
});

test('100 identical posts at once are one contact, one deal, one event and 100 equal answers', async () => {
  const form = await makeForm({ opensDeal: {} });
  const body = { email: 'storm@example.com', firstName: 'Storm', message: 'One only' };
  const answers = await Promise.all(Array.from({ length: 100 }, () => post(form.formKey, body)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  const contacts = await contactsWith('storm@example.com');
  expect(contacts).toHaveLength(1);
  const deals = (await recordsOf('DEAL')).map((item) => dealRecord.schema.parse(item));
  expect(deals.filter(({ contactId }) => contactId === contacts[0]?.id)).toHaveLength(1);
  const items = await Array.fromAsync(readAll());
  const events = items.flatMap(
    (item) => (item.events as { type: string; data: { contactId?: string } }[]) ?? [],
  );
  const submitted = events.filter(
    (event) => event.type === 'form.submitted' && event.data.contactId === contacts[0]?.id,
  );
  expect(submitted).toHaveLength(1);
});

test('50 different posts of one address at once are one contact with 50 submissions', async () => {
  const form = await makeForm();
  const bodies = Array.from({ length: 50 }, (_, i) => ({
    email: 'Same@example.com',
    message: `Number ${i}`,
  }));
  const answers = await Promise.all(bodies.map((body) => post(form.formKey, body)));
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
  expect(new Set(answers.map(({ body }) => body.submissionId)).size).toBe(50);
  const [contact, ...more] = await contactsWith('same@example.com');
  expect(more).toEqual([]);
  const activities = (await recordsOf('ACTIVITY')).filter(({ contactId }) => contactId === contact?.id);
  expect(new Set(activities.map(({ text }) => text)).size).toBe(50);
});

test('a known contact keeps what it has; what differs waits for a person, who may accept it twice', async () => {
  const form = await makeForm();
  await post(form.formKey, { email: 'known@example.com', company: 'Old Ltd' });
  const told = await post(form.formKey, {
    email: 'KNOWN+x@example.com',
    company: 'New Ltd',
    firstName: 'Kim',
  });
  const activity = await activityStore.get(whole(acme), told.body.submissionId);
  expect(activity.submission?.differing).toEqual({ company: 'New Ltd' });
  expect(await contactStore.get(whole(acme), activity.contactId)).toMatchObject({
    company: 'Old Ltd',
    firstName: 'Kim',
  });
  const accept = () =>
    call(handler, acceptSubmissionRoute, {
      params: { submissionId: activity.id },
      body: { fields: ['company'] },
    });
  expect((await accept()).body).toMatchObject({ company: 'New Ltd' });
  expect((await accept()).body).toMatchObject({ company: 'New Ltd', version: 3 });
});

test('what was sent stands in the form’s list, newest first', async () => {
  const form = await makeForm();
  await post(form.formKey, { email: 'one@example.com' }, { now: '2026-11-22T12:00:01.000Z' });
  await post(form.formKey, { email: 'two@example.com' }, { now: '2026-11-22T12:00:02.000Z' });
  await settleAll();
  const list = await call(handler, listSubmissionsRoute, { query: { formId: form.id } });
  expect(list.body.items.map(({ values }) => values.email)).toEqual(['two@example.com', 'one@example.com']);
});

test('no answer tells whether an address was known: the same status, header names and fields', async () => {
  const { formKey } = await makeForm({ opensDeal: {}, allowedOrigins: ['*'] });
  const headers = { origin: 'https://www.example.com' };
  const shape = async (body: object) => {
    const told = await post(formKey, body, { headers });
    return [told.status, Object.keys(told.headers).sort(), Object.keys(told.body)];
  };
  const unknown = await shape({ email: 'secret@example.com', message: '1' });
  expect(await shape({ email: 'secret@example.com', message: '2' })).toEqual(unknown);
  expect(JSON.stringify(unknown)).not.toMatch(/capacity|timing/);
});

test('a machine in the honeypot is answered like anybody, stored nowhere, and counted', async () => {
  const form = await makeForm();
  const told = await post(form.formKey, { email: 'bot@example.com', homepage: 'http://spam.example' });
  expect(told.status).toBe(201);
  expect(Object.keys(told.body)).toEqual(['submissionId', 'receivedAt', 'message']);
  expect(await contactsWith('bot@example.com')).toEqual([]);
  const { body } = await call(handler, getFormRoute, { params: { formId: form.id } });
  expect(body.trapped).toEqual({ honeypot: 1 });
});

test('a form that is made twice with one Idempotency-Key is one form, shown as the first time', async () => {
  const headers = { 'idempotency-key': 'a-form' };
  const first = await makeForm({ name: 'Made once' }, { headers });
  expect(first.snippet).toContain(first.formKey);
  expect(await makeForm({ name: 'Made once' }, { headers })).toEqual(first);
});
