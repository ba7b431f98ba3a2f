import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as rules } from '../../../functions/rules/on-event-run-rules.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import {
  createForm,
  formRecord,
  type NewForm,
  NewForm as NewFormSchema,
} from '../../../shared/forms/form.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { createMailbox, mailboxRecord, NewMailbox } from '../../../shared/mail/mailbox.ts';
import { createTemplate, type NewTemplate, templateRecord } from '../../../shared/mail/template.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, activityId, ann, contactId, dealId, noon, taskId } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { aUser } from '../../fixtures/user.ts';
import { aContext } from '../../helpers/context.ts';
import { keep } from '../../helpers/keep.ts';
import { tell, tellAll } from '../../helpers/notified.ts';
import { allActivities, allMessages, deliver, deliverBody, sendQueued, useOutgoing } from './outgoing.ts';
import { type Ses, startSes } from './ses-double.ts';

let ses: Ses;
beforeAll(async () => {
  ses = await startSes();
});
afterAll(() => ses.stop());
beforeEach(async () => {
  ses.reset();
  await useOutgoing({ ownerId: ann });
  await keep(userRecord, aUser());
  await keep(dealRecord, aDeal());
});

const aTemplate = (over: Partial<NewTemplate> = {}) =>
  keep(
    templateRecord,
    createTemplate(
      {
        name: 'Welcome',
        subject: 'Thank you, {{contact.firstName|friend}}',
        text: 'Hello {{contact.firstName|there}}, {{owner.name|we}} of {{workspace.name}} got "{{form.name}}" for {{deal.name|you}}.',
        marketing: false,
        ...over,
      },
      aContext(),
    ).after,
  );
const emailField = { name: 'mail', label: 'E-mail', type: 'email', target: 'email', required: true } as const;
const aForm = (over: Partial<NewForm> = {}) =>
  keep(
    formRecord,
    createForm(NewFormSchema.parse({ name: 'Contact us', fields: [emailField], ...over }), aContext()).after,
  );
const submitted = (formId: string, more: object = {}) => ({
  type: 'form.submitted',
  data: { submissionId: activityId, formId, contactId, dealId, isNewContact: true, ...more },
});

describe('a form with a welcome template', () => {
  it('thanks the person by mail, with what is known of them filled in', async () => {
    const template = await aTemplate();
    const form = await aForm({ welcomeTemplateId: template.id });
    await deliver(rules, submitted(form.id));
    await sendQueued();
    expect(ses.state.mails).toHaveLength(1);
    const { to, subject, text, html } = await ses.read(ses.state.mails[0]);
    expect([to?.[0]?.address, subject]).toEqual(['Ada@example.com', 'Thank you, Ada']);
    expect(text?.trim()).toBe('Hello Ada, Ann Archer of Acme got "Contact us" for Kitchen refit.');
    expect(html).toContain('got &quot;Contact us&quot;');
    expect(await allActivities()).toMatchObject([{ dealIds: [dealId], direction: 'outbound' }]);
  });

  it('thanks once when twenty runs get the same event, and once when it is sent again', async () => {
    const form = await aForm({ welcomeTemplateId: (await aTemplate()).id });
    await Promise.all(Array.from({ length: 20 }, () => deliver(rules, submitted(form.id))));
    await Promise.all([sendQueued(), sendQueued(), sendQueued()]);
    await deliver(rules, submitted(form.id, { isNewContact: false }));
    await sendQueued();
    expect([ses.state.calls, (await allMessages()).length]).toEqual([1, 1]);
  });

  it('thanks nobody again who was merged with another since', async () => {
    const survivorId = newId('contact');
    const form = await aForm({ welcomeTemplateId: (await aTemplate()).id });
    await deliver(rules, submitted(form.id));
    const emails = [{ address: 'ada@work.example', key: 'ada@work.example' }];
    await keep(contactRecord, aContact({ id: survivorId, mergedIds: [contactId], emails }));
    const { type, data } = submitted(form.id, { contactId: survivorId, isNewContact: false });
    const detail = { id: 'ch_2', workspaceId: acme, at: noon, version: 1, data };
    expect(await deliverBody(rules, { 'detail-type': type, source: 'crm', detail })).toBe(true);
    expect(await allMessages()).toMatchObject([{ contactId }]);
  });

  it('writes to the address that was sent, where the contact has several', async () => {
    await useOutgoing({
      emails: [
        { address: 'work@example.com', key: 'work@example.com' },
        { address: 'ada@home.example', key: 'ada@home.example' },
      ],
    });
    const form = await aForm({ welcomeTemplateId: (await aTemplate()).id });
    const submission = { formId: form.id, values: { mail: 'ADA+form@home.example' } };
    await keep(activityRecord, anActivity({ kind: 'form_submission', submission }));
    await deliver(rules, submitted(form.id, { dealId: undefined }));
    expect(await allMessages()).toMatchObject([{ to: 'ada@home.example' }]);
  });

  it('lists the mail as skipped where its template is gone', async () => {
    const form = await aForm({ welcomeTemplateId: newId('template') });
    await deliver(rules, submitted(form.id));
    expect(await allMessages()).toMatchObject([{ status: 'skipped', reason: 'template_missing' }]);
    await sendQueued();
    expect(ses.state.calls).toBe(0);
  });
});

it('a form without a template, and a contact without an address, are sent nothing', async () => {
  const silent = await aForm();
  await deliver(rules, submitted(silent.id));
  await useOutgoing({ emails: [] });
  const form = await aForm({ welcomeTemplateId: (await aTemplate()).id });
  await deliver(rules, submitted(form.id));
  expect(await allMessages()).toEqual([]);
});

describe('a new lead that wrote to a mailbox with a welcome template', () => {
  const threadId = newId('thread');
  const received = (mailboxId: string, more: object = {}) => ({
    type: 'mail.received',
    data: {
      intakeId: newId('intake'),
      activityId,
      contactId,
      threadId,
      isNewContact: true,
      isReply: false,
      mailboxId,
      ...more,
    },
  });
  async function aMailbox() {
    const { id: welcomeTemplateId } = await aTemplate();
    const given = NewMailbox.parse({ address: 'sales@in.acme.test', name: 'Sales', welcomeTemplateId });
    const mail = {
      messageId: '<q@customer.example>',
      threadId,
      from: 'Ada <ada@example.com>',
      to: [],
      attachments: [],
    };
    await keep(activityRecord, anActivity({ kind: 'email', direction: 'inbound', mail }));
    return keep(mailboxRecord, createMailbox(given, true, aContext()).after);
  }

  it('is answered once, in the thread of its mail', async () => {
    const { id } = await aMailbox();
    await Promise.all([1, 2, 3].map(() => deliver(rules, received(id))));
    await sendQueued();
    expect(ses.state.calls).toBe(1);
    const { inReplyTo } = await ses.read(ses.state.mails[0]);
    expect(inReplyTo).toBe('<q@customer.example>');
    expect(await allMessages()).toMatchObject([{ threadId, status: 'sent', to: 'Ada@example.com' }]);
  });

  it.each([{ isNewContact: false }, { isReply: true }, { mailboxId: undefined }])(
    'is the only one: %o is sent nothing',
    async (other) => {
      await deliver(rules, received((await aMailbox()).id, other));
      expect(await allMessages()).toEqual([]);
    },
  );
});

describe('an idle deal', () => {
  const idle = { type: 'deal.idle_task_made', data: { dealId, taskId } };
  const title = 'Call again: Kitchen refit';
  const why = '12 days idle in Proposal; last: mail from Ada';
  const note = `${why}\nmore`;

  it('is told to the owner of its task, once, and to no timeline', async () => {
    await keep(taskRecord, aTask({ ownerId: ann, title, note, origin: 'idle_deal' }));
    await Promise.all([1, 2, 3].map(() => tell(idle)));
    await tell({ ...idle, id: 'ch_2.0', at: '2026-11-23T12:00:00.000Z' });
    await Promise.all([1, 2].map(() => tellAll()));
    await Promise.all([sendQueued(), sendQueued()]);
    const { to, subject, text, replyTo } = await ses.read(ses.state.mails[0]);
    expect([ses.state.calls, to?.[0]?.address, subject]).toEqual([
      1,
      'ann@acme.test',
      `Kitchen refit: ${why}`,
    ]);
    expect(text).toContain(`${title}\n${why}`);
    expect(replyTo).toBeUndefined();
    expect(await allActivities()).toEqual([]);
  });

  it('is told to nobody where the task has no owner, or is done', async () => {
    await keep(taskRecord, aTask({ ownerId: undefined, title }));
    await tell(idle);
    const other = newId('task');
    await keep(taskRecord, aTask({ id: other, ownerId: ann, title, status: 'done' }));
    await tell({ ...idle, data: { dealId, taskId: other } });
    await tellAll();
    expect(await allMessages()).toEqual([]);
  });
});
