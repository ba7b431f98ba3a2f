import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as rules } from '../../../functions/rules/on-event-run-rules.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import {
  deleteContactRoute,
  getContactRoute,
  patchContactRoute,
} from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { createForm, formRecord, NewForm } from '../../../shared/forms/form.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { recordStore, writesOf } from '../../../shared/platform/record-store.ts';
import { forget } from '../../../shared/privacy/forget.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, contactId, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { keep } from '../../helpers/keep.ts';
import { mergePersons, unmergePerson } from '../../helpers/merge-world.ts';
import { dying } from './mortal.ts';
import { allMessages, deliver, stored, useOutgoing } from './outgoing.ts';
import { type Ses, startSes } from './ses-double.ts';
import { aSent, told, toldAt } from './telling.ts';

let ses: Ses;
beforeAll(async () => {
  ses = await startSes();
});
afterAll(() => ses.stop());
const home = { address: 'ada@home.example', key: 'ada@home.example' };
const work = { address: 'Ada@example.com', key: 'ada@example.com' };
beforeEach(async () => {
  ses.reset();
  await useOutgoing({ emails: [home, work] });
});

const store = recordStore(contactRecord);
const contact = (id = contactId) => store.get(acme, id);
const bounces = async (id = contactId) =>
  Object.fromEntries((await contact(id)).emails.map(({ key, bouncedAt }) => [key, bouncedAt]));
const patch = (body: object) => call(contacts, patchContactRoute, { params: { contactId }, body });
const read = () => call(contacts, getContactRoute, { params: { contactId } });
/** The changes on the timeline, the newest first. */
const changes = async () => (await read()).body.timeline?.items.filter(({ type }) => type === 'change') ?? [];
const minutes = (n: number) => new Date(Date.parse(toldAt) + n * 60_000).toISOString();
/** A mail to a user of ours, who is a contact of the workspace's as well. */
const toNobody = { contactId: undefined, threadId: undefined, purpose: 'idle_deal' } as const;

describe('a mail that comes back for good', () => {
  it('is told on the address that it went to, in any spelling, and by nobody but the mail', async () => {
    const message = await aSent({ to: 'Ada+news@EXAMPLE.com' });
    await told('bounce', message);
    const { body } = await read();
    expect(body).toMatchObject({ version: 2 });
    expect(body.emails).toEqual([{ address: home.address }, { address: work.address, bouncedAt: toldAt }]);
    expect((await changes())[0]).toMatchObject({
      by: { kind: 'mail', id: message.id },
      cause: message.id,
      fields: { emails: { after: [{ address: home.address }, { bouncedAt: toldAt }] } },
    });
  });

  it.each(['soft', 'complaint', 'praise', 'delivery'] as const)(
    'is not told by %s feedback',
    async (kind) => {
      await told(kind, await aSent());
      expect((await contact()).version).toBe(1);
    },
  );

  it('is told to who has the address, where the mail was to no contact', async () => {
    await told('bounce', await aSent(toNobody));
    expect(await bounces()).toEqual({ [home.key]: undefined, [work.key]: toldAt });
  });

  it('is told to who has the address now', async () => {
    const message = await aSent();
    await patch({ emails: [{ address: home.address }] });
    const other = newId('contact');
    await keep(contactRecord, aContact({ id: other, emails: [work] }));
    await told('bounce', message);
    expect(await bounces()).toEqual({ [home.key]: undefined });
    expect(await bounces(other)).toEqual({ [work.key]: toldAt });
  });

  it('is told once, however often SES says so, and at once', async () => {
    const message = await aSent();
    await Promise.all([1, 2, 3].map(() => told('bounce', message)));
    await told('bounce', message);
    expect(await contact()).toMatchObject({ version: 2 });
    expect(await changes()).toMatchObject([{ by: { kind: 'mail' } }, { kind: 'created' }]);
  });

  it('is not told again once the address was taken out and given anew', async () => {
    const message = await aSent();
    await told('bounce', message);
    await patch({ emails: [{ address: home.address }] });
    await patch({ emails: [{ address: home.address }, { address: work.address }] });
    await told('bounce', message);
    expect(await bounces()).toEqual({ [home.key]: undefined, [work.key]: undefined });
  });

  it.each([
    [5, 0],
    [0, 5],
  ])('keeps the first moment of several mails, in whatever order (%i, %i)', async (one, other) => {
    const mails = [await aSent(), await aSent()] as const;
    await told('bounce', mails[0], { at: minutes(one) });
    await told('bounce', mails[1], { at: minutes(other) });
    expect((await bounces())[work.key]).toBe(toldAt);
  });

  it('and an edit at once are both made', async () => {
    const mails = await Promise.all([aSent(), aSent()]);
    const edits = [{ firstName: 'Augusta' }, { jobTitle: 'Analyst' }, { company: 'Engines' }];
    const [answers] = await Promise.all([
      Promise.all(edits.map(patch)),
      ...mails.map((message) => told('bounce', message)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await contact()).toMatchObject(Object.assign({}, ...edits));
    expect((await bounces())[work.key]).toBe(toldAt);
    for (const message of mails) expect((await stored(message)).feedback?.bounce).toBe('permanent');
  });

  it.each(['before', 'behind'] as const)(
    'is told once though the process dies %s any of its calls: the event comes again',
    async (when) => {
      for (let n = 0; ; n += 1) {
        await useOutgoing({ emails: [home, work] });
        const message = await aSent();
        const died = await dying({ at: (calls) => calls === n, when }, () => told('bounce', message));
        const [known, mail] = [await bounces(), await stored(message)];
        expect(mail.feedback?.bounce === 'permanent').toBe(known[work.key] === toldAt);
        expect(await told('bounce', message)).toBe(true);
        expect((await bounces())[work.key]).toBe(toldAt);
        expect((await contact()).version).toBe(2);
        if (!died) break;
      }
    },
  );
});

describe('a contact that is not there', () => {
  const isNoted = async (message: Message) => {
    expect(await told('bounce', message)).toBe(true);
    expect((await stored(message)).feedback).toMatchObject({ bounce: 'permanent' });
  };

  it('is told nothing in the trash', async () => {
    const message = await aSent();
    await call(contacts, deleteContactRoute, { params: { contactId } });
    await isNoted(message);
    expect(await contact()).toMatchObject({ version: 2, emails: [home, work] });
  });

  it('is told nothing once they were erased, though the mail was not emptied yet', async () => {
    const message = await aSent();
    const stub = forget(contactRecord, await contact(), aContext({ now: noon }));
    if (stub) await commit(writesOf(stub, aContext({ now: noon })));
    await isNoted(message);
    expect(await contact()).toMatchObject({ version: 2, emails: [] });
  });

  it('keeps nobody from noting it on the mail', async () => {
    await isNoted(await aSent({ ...toNobody, to: 'nobody@example.com' }));
  });

  it('leaves it to who they were merged into, and holds for both who are two again', async () => {
    const survivor = newId('contact');
    await keep(contactRecord, aContact({ id: survivor, emails: [] }));
    const mail = await aSent();
    await mergePersons(survivor, [contactId]);
    await isNoted(mail);
    expect(await bounces(survivor)).toEqual({ [home.key]: undefined, [work.key]: toldAt });
    const apart = await unmergePerson(survivor, contactId);
    expect(apart).toMatchObject({ status: 200, body: { kept: [] } });
    expect(await bounces(survivor)).toEqual({});
    expect(await bounces()).toEqual({ [home.key]: undefined, [work.key]: toldAt });
  });
});

describe('a mail that is delivered to an address that bounced', () => {
  const bounced = (at: string): Partial<Contact> => ({ emails: [{ ...work, bouncedAt: at }] });
  /** As a form or a mailbox welcomes. */
  async function aWelcome(): Promise<Message> {
    const welcomeTemplateId = newId('template');
    const field = { name: 'mail', label: 'E-mail', type: 'email', target: 'email', required: true } as const;
    const given = NewForm.parse({ name: 'Contact us', fields: [field], welcomeTemplateId });
    const { id: formId } = await keep(formRecord, createForm(given, aContext()).after);
    const data = { submissionId: newId('activity'), formId, contactId, isNewContact: false };
    await deliver(rules, { type: 'form.submitted', data });
    const [message] = await allMessages();
    return message as Message;
  }

  it('takes the mark away where it is the later', async () => {
    await useOutgoing(bounced(minutes(-5)));
    const message = await aWelcome();
    await told('delivery', message);
    expect(await bounces()).toEqual({ [work.key]: undefined });
    await told('delivery', message);
    expect((await contact()).version).toBe(2);
  });

  it('leaves it where the mail came back after all, in whatever order SES says so', async () => {
    for (const order of [
      ['delivery', 'bounce'],
      ['bounce', 'delivery'],
    ] as const) {
      await useOutgoing(bounced(minutes(-5)));
      const message = await aWelcome();
      const at = { delivery: minutes(0), bounce: minutes(1) };
      for (const kind of order) await told(kind, message, { at: at[kind] });
      expect((await bounces())[work.key]).toBeDefined();
    }
  });

  it('costs others nothing: of a mail to an address that did not bounce the contact is not read', async () => {
    const message = await aSent();
    await told('soft', await aSent()); // what is read once a process is read
    resetMeter();
    await told('delivery', message);
    expect(meter.requests).toBe(2);
    resetMeter();
    await told('bounce', message);
    expect(meter.requests).toBe(6); // the mail; what is known of its address, and that with its place in the lists; the contact; the timeline’s line; one transaction
  });
});
