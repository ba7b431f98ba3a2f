import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as rulesApi } from '../../../functions/rules/api.ts';
import { handler as tasksApi } from '../../../functions/tasks/api.ts';
import { companyRecord } from '../../../shared/companies/company.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { createForm, formRecord, NewForm } from '../../../shared/forms/form.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { createTemplate, NewTemplate, templateRecord } from '../../../shared/mail/template.ts';
import { listNotificationsRoute } from '../../../shared/notifications/notification-routes.ts';
import {
  createRuleRoute,
  listRulesRoute,
  pauseRuleRoute,
  publishRuleRoute,
} from '../../../shared/rules/rule-routes.ts';
import { listRecordRuleRunsRoute } from '../../../shared/rules/run-routes.ts';
import { createWebhook, NewWebhook, webhookRecord } from '../../../shared/webhooks/webhook.ts';
import { aCompany } from '../../fixtures/company.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { activityId, ann, ben, companyId, contactId, dealId, monday, noon } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { dying } from '../mail-out/mortal.ts';
import { aLiveRule, deliver, itemsOf, runsOf, updated, useRules } from './rules-world.ts';

afterAll(() => vi.useRealTimers());
beforeEach(() =>
  useRules({ ownerId: undefined, addresses: [{ country: 'DE', postalCode: '10115' }] as never }),
);
const onUpdate = { trigger: { on: 'event', events: ['contact.updated'] } };
const contact = async () => (await itemsOf('CONTACT'))[0];

describe('a step', () => {
  it('that mails the owner names whom the mail tells of, so that an erasure finds it', async () => {
    const words = { name: 'New', subject: 'New: {{contact.firstName}}', text: 'Look at {{contact.email}}.' };
    const template = await keep(templateRecord, createTemplate(NewTemplate.parse(words), aContext()).after);
    await keep(dealRecord, aDeal({ contactId }));
    const steps = [{ id: 'mail', do: 'send_mail', template: { id: template.id }, to: 'owner' }];
    await aLiveRule({ trigger: { on: 'event', events: ['deal.moved'] }, steps });
    await deliver(updated({ type: 'deal.moved', data: { recordId: dealId, recordVersion: 1 } }));
    const [mail] = await itemsOf('MESSAGE');
    expect(mail).toMatchObject({ to: 'ann@acme.test', names: [contactId, dealId], dealId });
    expect(mail).not.toHaveProperty('contactId');
  });

  it('knows the form that was sent, whether it has a welcome of its own or not', async () => {
    const words = { name: 'Thanks', subject: 'Thanks for {{form.name}}', text: 'Thanks.' };
    const template = await keep(templateRecord, createTemplate(NewTemplate.parse(words), aContext()).after);
    const email = { name: 'mail', label: 'E-mail', type: 'email', target: 'email', required: true } as const;
    const given = NewForm.parse({ name: 'Prices', fields: [email] });
    const form = await keep(formRecord, createForm(given, aContext()).after);
    const trigger = { on: 'event', events: ['form.submitted'] };
    const steps = [
      { id: 'mail', do: 'send_mail', template: { id: template.id }, once: 'per_source' },
      { id: 'task', do: 'create_task', title: 'Answer {{form.name}}' },
    ];
    await aLiveRule({ trigger, steps });
    const data = { submissionId: activityId, formId: form.id, contactId, isNewContact: false };
    for (const id of ['ch_1.0', 'ch_2.0']) await deliver(updated({ id, type: 'form.submitted', data }));
    expect((await itemsOf('MESSAGE')).map(({ subject }) => subject)).toEqual(['Thanks for Prices']);
    const titles = (await itemsOf('TASK')).map(({ title }) => title);
    expect(titles).toEqual(['Answer Prices', 'Answer Prices']);
  });

  it('mails nobody who is made up, whatever it is about', async () => {
    await useRules({ externalId: 'sample:ada' });
    const words = { name: 'New', subject: 'New', text: 'Look.' };
    const template = await keep(templateRecord, createTemplate(NewTemplate.parse(words), aContext()).after);
    await keep(dealRecord, aDeal({ contactId }));
    const steps = [{ id: 'mail', do: 'send_mail', template: { id: template.id } }];
    const ruleId = await aLiveRule({ trigger: { on: 'event', events: ['deal.moved'] }, steps });
    await deliver(updated({ type: 'deal.moved', data: { recordId: dealId, recordVersion: 1 } }));
    expect(await runsOf(ruleId)).toMatchObject([{ steps: [{ outcome: 'skipped', code: 'sample' }] }]);
    expect(await itemsOf('MESSAGE')).toEqual([]);
  });

  it('gives a record to whose territory it is in, and sets what it says', async () => {
    await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test' }));
    const territories = [
      { countries: ['AT'], users: [ann] },
      { countries: ['DE'], postalCodes: ['10'], users: [ben] },
    ];
    const ruleId = await aLiveRule({
      ...onUpdate,
      steps: [
        { id: 'who', do: 'assign', who: { how: 'territory', territories } },
        { id: 'title', do: 'set_field', field: 'jobTitle', value: 'Head' },
        { id: 'again', do: 'set_field', field: 'jobTitle', value: 'Head' },
        { id: 'off', do: 'remove_tag', tag: 'nobody has it' },
      ],
    });
    await deliver(updated());
    expect(await contact()).toMatchObject({ ownerId: ben, jobTitle: 'Head', version: 3 });
    const [run] = await runsOf(ruleId);
    const outcomes = run?.steps.map(({ outcome, code }) => code ?? outcome);
    expect([run?.status, outcomes]).toEqual(['done', ['done', 'done', 'already_so', 'already_so']]);
  });

  it('that a stage refuses ends its run with the stage’s own code', async () => {
    await keep(dealRecord, aDeal({ contactId: undefined, amountCents: undefined }));
    await settleAll(); // stages are found by their pipelines' list
    const trigger = { on: 'event', events: ['deal.idle'] };
    const ruleId = await aLiveRule({ trigger, steps: [{ id: 'move', do: 'move_deal', stageId: 'lost' }] });
    await deliver({ id: 'idle.1', type: 'deal.idle', at: noon, data: { dealId } });
    const [run] = await runsOf(ruleId);
    expect(run).toMatchObject({ status: 'failed', reason: run?.steps[0]?.code });
    expect(await itemsOf('DEAL')).toMatchObject([{ version: 1 }]);
  });

  it('that tells somebody fills in what it names: at once what is nobody’s record, the rest as its reader may see it', async () => {
    await keep(companyRecord, aCompany());
    const text = '{{workspace.name}}: {{company.name|them}} of {{contact.lastName|somebody}}';
    await aLiveRule({
      trigger: { on: 'event', events: ['company.updated'] },
      steps: [{ id: 'tell', do: 'notify', users: [ann], text }],
    });
    await deliver(updated({ type: 'company.updated', data: { recordId: companyId, fields: ['name'] } }));
    const { body } = await call(tasksApi, listNotificationsRoute, {});
    expect(body.items.map((one) => one.text)).toEqual([
      `${aWorkspace().name}: Analytical Engines of somebody`,
    ]);
  });

  describe('that makes a task', () => {
    const survivor = newId('company', monday);
    const steps = [{ id: 'task', do: 'create_task', title: 'Call {{company.name|them}}' }];
    it.each([
      ['names the company that its contact’s was merged into', {}, 'Call Engines', survivor],
      ['names none that lies in the trash', { deletedAt: noon }, 'Call them', undefined],
    ])('%s', async (_, over, title, named) => {
      await useRules({ companyId });
      await keep(companyRecord, aCompany({ id: survivor, name: 'Engines', ...over }));
      await keep(companyRecord, aCompany({ mergedInto: survivor, deletedAt: monday }));
      const ruleId = await aLiveRule({ ...onUpdate, steps });
      expect(await deliver(updated())).toBe(true);
      expect(await runsOf(ruleId)).toMatchObject([{ status: 'done' }]);
      const [task] = await itemsOf('TASK');
      expect([task?.title, task?.contactId, task?.companyId]).toEqual([title, contactId, named]);
    });
  });

  it('that makes a task of a deal whose owner has left gives it to whose the contact is', async () => {
    await useRules({ ownerId: ann });
    await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test', status: 'deactivated' }));
    await keep(dealRecord, aDeal({ contactId, ownerId: ben, status: 'won', stageId: 'won' }));
    const steps = [{ id: 'task', do: 'create_task', title: 'Ask how it went' }];
    await aLiveRule({ trigger: { on: 'event', events: ['deal.moved'] }, steps });
    await deliver(updated({ type: 'deal.moved', data: { recordId: dealId, recordVersion: 1 } }));
    expect(await itemsOf('TASK')).toMatchObject([{ ownerId: ann, dealId }]);
  });

  it('that makes a task has it due by the workspace’s days, over a change of the clocks too', async () => {
    const at = '2026-10-24T22:30:00.000Z'; // half past midnight of the day that has 25 hours
    vi.setSystemTime(at);
    const steps = [{ id: 'task', do: 'create_task', title: 'Call', dueInDays: 1 }];
    await aLiveRule({ ...onUpdate, steps });
    await deliver(updated({ at }));
    expect(await itemsOf('TASK')).toMatchObject([{ dueOn: '2026-10-26' }]);
  });

  it('has its webhook told once, whatever dies when', async () => {
    const given = NewWebhook.parse({ url: 'https://hooks.example.com/r', events: ['deal.moved'] });
    const { id: webhookId } = await keep(webhookRecord, createWebhook(given, aContext()).after);
    const ruleId = await aLiveRule({ ...onUpdate, steps: [{ id: 'tell', do: 'call_webhook', webhookId }] });
    for (
      let n = 0;
      await dying({ at: (calls) => calls === n, when: 'behind' }, () => deliver(updated()));
      n++
    );
    await deliver(updated());
    const [run] = await runsOf(ruleId);
    const deliveries = await itemsOf(run?.steps[0]?.made ?? '');
    expect(deliveries).toMatchObject([
      { type: 'rule.called', data: { ruleId, runId: run?.id, recordId: contactId } },
    ]);
    const seen = await call(rulesApi, listRecordRuleRunsRoute, { params: { recordId: contactId } });
    expect(seen.body.items).toMatchObject([{ id: run?.id, status: 'done' }]);
  });
});

describe('publishing', () => {
  const draftOf = (steps: object[], trigger: object = onUpdate.trigger) => ({ trigger, steps });
  async function published(draft: object, role: 'admin' | 'manager' = 'admin') {
    const { body } = await call(rulesApi, createRuleRoute, { body: { name: 'A rule', draft } });
    const ruleId = String((body as { id?: string }).id);
    const answer = await call(rulesApi, publishRuleRoute, { params: { ruleId }, body: {}, role });
    const { code, errors } = answer.body as { code?: string; errors?: { pointer: string }[] };
    return [answer.status, code, errors?.map(({ pointer }) => pointer)];
  }

  it('refuses what is not there, or cannot be set, and says where', async () => {
    const steps = [
      { id: 'a', do: 'send_mail', template: { id: 'tp_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
      { id: 'b', do: 'create_task', title: 'Call {{contact.email}}' },
      { id: 'c', do: 'set_field', field: 'version', value: 7 },
    ];
    const pointers = ['/draft/steps/1/title', '/draft/steps/2/field', '/draft/steps/0/template/id'];
    expect(await published(draftOf(steps))).toEqual([422, 'rule_invalid', pointers]);
    const mixed = { on: 'event', events: ['contact.updated', 'deal.moved'] };
    expect(await published(draftOf([{ id: 's', do: 'stop' }], mixed))).toEqual([
      422,
      'rule_invalid',
      ['/draft/trigger/events'],
    ]);
  });

  it('is for who could do the same to every record', async () => {
    const steps = [{ id: 'a', do: 'add_tag', tag: 'hot' }];
    expect(await published(draftOf(steps), 'manager')).toEqual([
      403,
      'rule_out_of_reach',
      ['/draft/steps/0'],
    ]);
    expect((await published(draftOf(steps)))[0]).toBe(200);
  });

  it('ends with a pause: nothing begins any more', async () => {
    const ruleId = await aLiveRule({ ...onUpdate, steps: [{ id: 'a', do: 'add_tag', tag: 'hot' }] });
    expect((await call(rulesApi, pauseRuleRoute, { params: { ruleId }, body: {} })).body.state).toBe(
      'paused',
    );
    await deliver(updated());
    expect([await runsOf(ruleId), (await contact())?.version]).toEqual([[], 1]);
  });
});

it('every workspace has the ready-made rules, once', async () => {
  await call(rulesApi, listRulesRoute, {});
  await settleAll();
  const { body } = await call(rulesApi, listRulesRoute, {});
  expect(body.items.filter(({ preset }) => preset)).toHaveLength(9);
  const live = body.items.filter(({ state }) => state === 'live');
  expect(new Set(live.map(({ preset }) => preset))).toEqual(new Set(['welcome', 'idle_deal']));
});
