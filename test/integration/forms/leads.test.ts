import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/forms/api.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { systemContext } from '../../../shared/core/actor.ts';
import { newId } from '../../../shared/core/ids.ts';
import { whole } from '../../../shared/core/scope.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import {
  createFormRoute,
  deleteFormRoute,
  getFormRoute,
  listFormsRoute,
  patchFormRoute,
} from '../../../shared/forms/form-routes.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { acme, ann, ben } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { makeForm, post, quoteForm, useAcme } from '../../helpers/form-world.ts';
import { keep } from '../../helpers/keep.ts';

beforeAll(useAcme);

async function sent(formKey: string, body: object, headers: Record<string, string> = {}) {
  const told = await post(formKey, body, { headers });
  expect(told).toMatchObject({ status: 201 });
  const activity = await activityStore.get(whole(acme), told.body.submissionId);
  const contact = await contactStore.get(whole(acme), activity.contactId);
  const deal = activity.dealIds[0] ? await dealStore.get(whole(acme), activity.dealIds[0]) : undefined;
  return { activity, contact, deal };
}

describe('a lead by a form', () => {
  it('has what was filled in where it belongs, its tags, owner, deal, and where it came from', async () => {
    const form = await makeForm({
      owner: { userId: ben },
      tags: ['website'],
      opensDeal: { stageId: 'contacted', nameTemplate: '{{company}} ({{name}}) by {{form}}' },
    });
    const { activity, contact, deal } = await sent(
      form.formKey,
      {
        firstName: 'Grace',
        company: 'Navy',
        email: 'Grace@navy.example',
        phone: '030 901820',
        budget: '1200',
        message: 'Call me',
        _pageUrl: 'https://www.example.com/offer?utm_source=news&utm_campaign=may',
        _referrer: 'https://search.example/',
        stranger: 'dropped',
      },
      { 'user-agent': 'Mozilla/5.0' },
    );
    const utm = { source: 'news', campaign: 'may' };
    expect(contact).toMatchObject({
      firstName: 'Grace',
      company: 'Navy',
      emails: [{ address: 'Grace@navy.example', key: 'grace@navy.example' }],
      phones: [{ number: '+4930901820' }],
      custom: { budget: 1200 },
      ownerId: ben,
      tags: ['website'],
      source: { kind: 'form', id: form.id, utm, referrer: 'https://search.example/' },
    });
    expect(deal).toMatchObject({
      name: 'Navy (Grace) by Ask for a quote',
      stageId: 'contacted',
      ownerId: ben,
      contactId: contact.id,
      leadSource: 'news',
      campaign: 'may',
    });
    expect(activity).toMatchObject({
      kind: 'form_submission',
      text: 'Call me',
      submission: {
        formId: form.id,
        userAgent: 'Mozilla/5.0',
        utm,
        values: { phone: '030 901820', budget: '1200' },
      },
    });
    expect(activity.submission?.values).not.toHaveProperty('stranger');
    expect(activity.submission).not.toHaveProperty('differing');
  });

  it('says by hidden fields where it came from, before its link does', async () => {
    const own = { type: 'hidden' } as const;
    const { formKey } = await makeForm({
      opensDeal: {},
      fields: [
        { name: 'email', label: 'E-mail', type: 'email', target: 'email' },
        { name: 'came', label: 'From', ...own, target: 'leadSource' },
        { name: 'by', label: 'Campaign', ...own, target: 'campaign' },
      ],
    });
    const url = 'https://www.example.com/offer?utm_source=news&utm_campaign=may';
    const posted = { email: 'fair@example.com', came: 'Fair in Munich', by: 'Autumn', _pageUrl: url };
    const { contact, deal } = await sent(formKey, posted);
    expect(contact).toMatchObject({ leadSource: 'Fair in Munich', campaign: 'Autumn' });
    expect(deal).toMatchObject({ leadSource: 'fair in munich', campaign: 'autumn' });
  });

  it('without an e-mail is a contact of its own each time', async () => {
    const { formKey } = await makeForm();
    const [one, two] = [
      await sent(formKey, { firstName: 'No', message: '1' }),
      await sent(formKey, { firstName: 'No', message: '2' }),
    ];
    expect(one.contact.id).not.toBe(two.contact.id);
  });

  it('with a phone that is no number is taken all the same; the number stays on the submission', async () => {
    const { formKey } = await makeForm();
    const { contact, activity } = await sent(formKey, { email: 'np@example.com', phone: 'ask my wife' });
    expect(contact.phones).toEqual([]);
    expect(activity.submission?.values.phone).toBe('ask my wife');
  });

  it('goes to several owners in turn, and a contact’s owner keeps what comes next', async () => {
    const { formKey } = await makeForm({ owner: { roundRobin: [ann, ben] }, opensDeal: {} });
    const first = await sent(formKey, { email: 'turn1@example.com' });
    const second = await sent(formKey, { email: 'turn2@example.com' });
    expect([first.contact.ownerId, second.contact.ownerId]).toEqual([ann, ben]);
    const again = await sent(formKey, { email: 'turn2@example.com', message: 'More' });
    expect(again.deal?.ownerId).toBe(ben);
    expect((await sent(formKey, { email: 'turn3@example.com' })).contact.ownerId).toBe(ann);
  });

  it('goes to nobody who is gone: to the others in turn, and to nobody where all are', async () => {
    const cyd = await keep(userRecord, aUser({ id: newId('user'), email: 'cyd@acme.test' }));
    const shared = await makeForm({ owner: { roundRobin: [cyd.id, ann] } });
    const only = await makeForm({ owner: { userId: cyd.id } });
    const gone = { ...cyd, version: 2, status: 'deactivated' as const };
    await userStore.save({ of: userRecord, before: cyd, after: gone, events: [] }, aContext());
    const leads = [];
    for (let n = 0; n < 3; n++) leads.push(await sent(shared.formKey, { email: `gone${n}@example.com` }));
    expect(leads.map(({ contact }) => contact.ownerId)).toEqual([ann, ann, ann]);
    const { contact } = await sent(only.formKey, { email: 'gone@example.com' });
    expect(contact.ownerId).toBeUndefined();
    const params = { formId: only.id };
    const renamed = await call(handler, patchFormRoute, { params, body: { name: 'Still to be changed' } });
    expect(renamed.status).toBe(200);
  });

  it('whose form names a stage that is gone since starts in the first open one', async () => {
    const form = await makeForm({ opensDeal: { stageId: 'contacted' } });
    const { formStore } = await import('../../../shared/forms/form-store.ts');
    const before = await formStore.get(acme, form.id);
    const after = { ...before, version: 2, opensDeal: { stageId: 'gone' } };
    const by = systemContext(acme, 'system', 'test', before.createdAt);
    await formStore.save({ of: formStore.of, before, after, events: [] }, by);
    expect((await sent(form.formKey, { email: 'gone@example.com' })).deal?.stageId).toBe('new');
  });
});

describe('a form', () => {
  it('names only users, pipelines, stages and templates that there are', async () => {
    const pointerOf = async (over: object) => {
      const told = await call(handler, createFormRoute, { body: { ...quoteForm, ...over } });
      return [told.status, told.body.code, told.body.errors?.[0]?.pointer];
    };
    const nobody = 'us_01K00000000000000000000000';
    expect(await pointerOf({ owner: { userId: nobody } })).toEqual([400, 'reference_unknown', '/owner']);
    expect(await pointerOf({ welcomeTemplateId: 'tp_01K00000000000000000000000' })).toEqual([
      400,
      'reference_unknown',
      '/welcomeTemplateId',
    ]);
    expect(await pointerOf({ opensDeal: { pipelineId: 'pl_01K00000000000000000000000' } })).toEqual([
      400,
      'reference_unknown',
      '/opensDeal/pipelineId',
    ]);
    const stage = '/opensDeal/stageId';
    const ofStage = (stageId: string) => pointerOf({ opensDeal: { stageId } });
    expect(await ofStage('nowhere')).toEqual([400, 'stage_unknown', stage]);
    expect(await ofStage('won')).toEqual([400, 'stage_closed', stage]);
    expect(await ofStage('proposal')).toEqual([400, 'stage_fields_missing', stage]);
    expect(await pointerOf({ redirectUrl: 'javascript:alert(1)' })).toEqual([
      400,
      'validation_failed',
      '/redirectUrl',
    ]);
    expect(await pointerOf({ allowedOrigins: ['https://a.example/path'] })).toEqual([
      400,
      'validation_failed',
      '/allowedOrigins/0',
    ]);
  });

  it('is listed, patched by merge, shown with its snippet, deleted, and then unknown', async () => {
    const form = await makeForm({ tags: ['a'], owner: { userId: ann } });
    const at = { params: { formId: form.id } };
    const patched = await call(handler, patchFormRoute, {
      ...at,
      body: { owner: { roundRobin: [ann, ben] }, limits: { perAddressPerMinute: 7 }, redirectUrl: null },
    });
    expect(patched.body).toMatchObject({
      version: 2,
      owner: { roundRobin: [ann, ben] },
      tags: ['a'],
      limits: { perAddressPerMinute: 7, perFormPerMinute: 30_000 },
    });
    expect(patched.body.owner).not.toHaveProperty('userId');
    const stale = await call(handler, patchFormRoute, {
      ...at,
      body: { name: 'X' },
      headers: { 'if-match': '"1"' },
    });
    expect(stale.status).toBe(412);
    await settleAll();
    const list = await call(handler, listFormsRoute);
    expect(list.body.items.map(({ id }) => id)).toContain(form.id);
    const shown = await call(handler, getFormRoute, at);
    expect(shown.body.snippet).toContain(`https://api.test/forms/${form.formKey}/embed.js`);
    expect((await call(handler, deleteFormRoute, at)).status).toBe(204);
    expect((await call(handler, getFormRoute, at)).status).toBe(404);
    expect((await post(form.formKey, { email: 'x@example.com' })).status).toBe(404);
  });
});
