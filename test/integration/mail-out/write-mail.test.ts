import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/mail/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { nextVersion } from '../../../shared/core/record.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { versionKey } from '../../../shared/files/file.ts';
import { listContactMailsRoute } from '../../../shared/mail/contact-mail-routes.ts';
import { suppress } from '../../../shared/mail/suppression-store.ts';
import { createTemplateRoute, previewMailRoute } from '../../../shared/mail/template-routes.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { s3 } from '../../../shared/platform/s3.ts';
import { hashOfAddress } from '../../../shared/privacy/address-hash-store.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, companyId, contactId, dealId, noon } from '../../fixtures/ids.ts';
import { useBuckets } from '../../helpers/buckets.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { aFile, signAs, useWriters, words, write } from './contact-mail.ts';
import { allActivities, allMessages, sendOne, stored } from './outgoing.ts';
import { type Ses, startSes } from './ses-double.ts';

await useBuckets(['files']);
let ses: Ses;
beforeAll(async () => {
  ses = await startSes();
});
afterAll(() => ses.stop());
beforeEach(async () => {
  ses.reset();
  await useWriters();
});
const contacts = recordStore(contactRecord);
const codesOf = (answer: Awaited<ReturnType<typeof write>>) => [
  answer.status,
  answer.body.errors?.[0]?.code ?? answer.body.code,
  answer.body.errors?.[0]?.pointer,
];
const links = /https:\S+?\/v1\/(unsubscribe|mail-preferences)\/[\w.-]+/g;
/** A mail in one form: without what MIME does to lines, and without whose links they are. */
const plain = (text = '') => text.replaceAll(/\r\n/g, '\n').replaceAll(links, '$1').trim();
const template = async (given: object) =>
  (await call(handler, createTemplateRoute, { body: { name: 'T', ...words, ...given } })).body.id;

describe('a mail that a person writes', () => {
  it('leaves as theirs: from them by name, signed, with no mark of a machine, and stands on the timeline', async () => {
    await signAs('Ann Archer\nAcme');
    const { status, body } = await write();
    expect([status, body.status, body.sendAt]).toEqual([201, 'scheduled', '2026-11-22T12:00:10.000Z']);
    expect(await sendOne(body)).toBe(true);
    const mail = await ses.read(ses.state.mails[0]);
    expect(mail).toMatchObject({
      subject: 'Our talk',
      from: { name: 'Ann Archer', address: 'hello@acme.test' },
    });
    expect(mail.text?.trim()).toBe('Hello Ada,\n\nthe figures.\n\n-- \nAnn Archer\nAcme');
    expect(mail.html).toContain('Ann Archer<br>');
    const names = mail.headers.map(({ key }) => key);
    for (const name of ['auto-submitted', 'x-auto-response-suppress']) expect(names).not.toContain(name);
    expect(mail.replyTo?.[0]?.address).toMatch(/^reply\+/);
    expect(ses.state.mails[0]?.set).toBe('mail'); // personal mail is not tracked
    expect(await allActivities()).toMatchObject([
      { kind: 'email', direction: 'outbound', contactId, subject: 'Our talk', by: { kind: 'user' } },
    ]);
  });

  it('is shown before it leaves as it leaves: signed, and with the foot of marketing mail, whose links are nobody’s', async () => {
    await signAs('Ann Archer\nAcme');
    const html = '<html><body><h1>Hi {{contact.firstName}}</h1></body></html>';
    const templateId = await template({ html, marketing: true });
    const { body } = await write({ subject: undefined, text: undefined, templateId });
    await sendOne(body);
    const sent = await ses.read(ses.state.mails[0]);
    const asked = { ...words, html, contactId, signature: true, marketing: true };
    const { body: shown } = await call(handler, previewMailRoute, { body: asked });
    expect(plain(shown.html)).toBe(plain(sent.html));
    expect(plain(shown.text)).toBe(plain(sent.text));
    expect(shown.html).toContain('https://links.example/v1/unsubscribe/preview');
    const bare = await call(handler, previewMailRoute, { body: { ...words, html, contactId } });
    expect(bare.body.html).toBe('<html><body><h1>Hi Ada</h1></body></html>');
  });

  it('is refused, and listed as not sent, without a reason that one may not know', async () => {
    const as = await keepRole({ contact: { consents: 'hidden' } });
    const templateId = await template({ marketing: true });
    const advert = { subject: undefined, text: undefined, templateId };
    const { body } = await write(advert);
    const before = await contacts.get(acme, contactId);
    const consents = { marketing: { status: 'withdrawn' as const, at: noon } };
    const after = nextVersion(before, { consents }, noon);
    await contacts.save({ of: contactRecord, before, after, events: [] }, aContext());
    await sendOne(body);
    await settleAll();
    const listed = async (more: object = {}) => {
      const { items } = (await call(handler, listContactMailsRoute, { params: { contactId }, ...more })).body;
      return items.map(({ status, reason }) => [status, reason]);
    };
    expect([await listed(), await listed(as)]).toEqual([
      [['skipped', 'no_consent']],
      [['skipped', undefined]],
    ]);
    expect(codesOf(await write(advert))).toEqual([409, 'no_consent', '/to']);
    expect(codesOf(await write(advert, as))).toEqual([409, 'mail_refused', '/to']);
  });

  it('goes on in the thread of the mail that it answers', async () => {
    const { body: first } = await write();
    await sendOne(first);
    const [line] = await allActivities();
    const { body } = await write({ subject: 'Re: Our talk', inReplyTo: line?.id });
    expect(body.threadId).toBe(first.threadId);
    await sendOne(body);
    const { inReplyTo, references } = await ses.read(ses.state.mails[1]);
    const sent = await stored(first);
    expect(inReplyTo).toContain(sent.sesMessageId);
    expect(references).toBe(inReplyTo);
    expect(codesOf(await write({ inReplyTo: newId('activity') }))).toEqual([
      400,
      'reference_unknown',
      '/inReplyTo',
    ]);
  });

  it('carries files of the contact as they are, and names them on the timeline', async () => {
    const id = newId('file');
    await aFile(id);
    const { sdk, client } = await s3();
    const Key = versionKey({ workspaceId: acme, id }, 1);
    await client.send(new sdk.PutObjectCommand({ Bucket: 'files', Key, Body: 'the quote' }));
    const { body } = await write({ attachments: [id, id] });
    await sendOne(body);
    const { attachments } = await ses.read(ses.state.mails[0]);
    expect(attachments).toHaveLength(1);
    expect(attachments[0]).toMatchObject({ filename: 'Quote.pdf', mimeType: 'application/pdf' });
    expect(Buffer.from(attachments[0]?.content as ArrayBuffer).toString()).toBe('the quote');
    const [line] = await allActivities();
    expect(line?.mail).toMatchObject({ files: [{ fileId: id, name: 'Quote.pdf', size: 9 }] });
  });

  it('is not sent without a file that is gone for good', async () => {
    const id = newId('file');
    await aFile(id);
    const { body } = await write({ attachments: [id] });
    await sendOne(body);
    expect([ses.state.calls, await stored(body)]).toMatchObject([
      0,
      { status: 'failed', reason: 'attachment_gone' },
    ]);
  });

  it.each([
    ['file_not_ready', { status: 'scanning' as const }, contactId],
    ['attachments_too_large', { size: 7 * 1024 * 1024 + 1 }, contactId],
    ['file_of_another', {}, dealId],
    ['reference_unknown', {}, companyId], // of a record that is not there
  ])('is refused with a file that is %s', async (code, version, recordId) => {
    const id = newId('file');
    if (recordId === dealId) await keep(dealRecord, aDeal());
    await aFile(id, version, recordId);
    expect(codesOf(await write({ attachments: [id] }))[1]).toBe(code);
    expect(await allMessages()).toEqual([]);
  });

  it('is one for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'one' };
    const all = await Promise.all([1, 2, 3].map(() => write({}, { headers })));
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    expect(await allMessages()).toHaveLength(1);
  });

  it.each([
    ['address_of_another', 400, { to: 'eve@example.com' }],
    ['mail_incomplete', 400, { text: undefined }],
    ['merge_field_unknown', 400, { text: '{{contact.nickname}}' }],
    ['send_at_out_of_range', 422, { sendAt: noon }],
    ['send_at_out_of_range', 422, { sendAt: '2028-01-01T00:00:00Z' }],
    ['reference_unknown', 400, { dealId: newId('deal') }],
    ['reference_unknown', 400, { templateId: newId('template') }],
  ])('is refused: %s', async (code, status, body) => {
    expect(codesOf(await write(body)).slice(0, 2)).toEqual([status, code]);
  });

  it('about a deal is about one of the contact’s', async () => {
    await keep(dealRecord, aDeal());
    expect(codesOf(await write({ dealId }))).toEqual([400, 'deal_of_another', '/dealId']);
    const own = newId('deal');
    await keep(dealRecord, aDeal({ id: own, contactId, custom: { plan: 'Gold' } }));
    const text = '{{deal.name}} for {{deal.amount}} ({{deal.custom.plan}}), {{sender.name}}';
    const { body } = await write({ dealId: own, text });
    expect(body.text).toBe('Kitchen refit for €12,500 (Gold), Ann Archer');
    await sendOne(body);
    expect(await allActivities()).toMatchObject([{ dealIds: [own] }]);
  });
});

describe('blanks for which nothing is known', () => {
  const text = '{{contact.jobTitle}} {{contact.custom.plan}} {{contact.lastName}} {{contact.company|you}}';
  it('are refused, each with its place, unless they may stay empty', async () => {
    const { status, body } = await write({ subject: 'For {{deal.name}}', text });
    expect([status, body.code]).toEqual([422, 'merge_value_missing']);
    expect(body.errors?.map(({ pointer, detail }) => [pointer, detail.match(/{{(.*)}}/)?.[1]])).toEqual([
      ['/subject', 'deal.name'],
      ['/text', 'contact.jobTitle'],
      ['/text', 'contact.custom.plan'],
    ]);
    expect((await write({ text, allowMissing: true })).body.text).toBe('  Lovelace you');
  });

  it('of a template are the template’s, and a preview names them', async () => {
    const templateId = await template({ text });
    const { body } = await write({ subject: undefined, text: undefined, templateId });
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/templateId', '/templateId']);
    const preview = await call(handler, previewMailRoute, { body: { subject: 'Hi', text, contactId } });
    expect(preview.body.missing).toEqual([
      { field: 'contact.jobTitle', pointer: '/text' },
      { field: 'contact.custom.plan', pointer: '/text' },
    ]);
    const example = await call(handler, previewMailRoute, { body: { subject: 'Hi', text } });
    expect(example.body).toMatchObject({ text: 'Programmer plan Lovelace Analytical Engines', missing: [] });
  });
});

describe('marketing to who wants none', () => {
  it('is told at once, and other mail goes', async () => {
    const templateId = await template({ marketing: true });
    await suppress(acme, await hashOfAddress(acme, 'ada@example.com'), 'unsubscribed', noon);
    expect(codesOf(await write({ templateId }))).toEqual([409, 'unsubscribed', '/to']);
    expect((await write()).status).toBe(201);
  });

  it('is tracked as the workspace says', async () => {
    const { body } = await write({ templateId: await template({ marketing: true }) });
    await sendOne(body);
    expect(ses.state.mails[0]?.set).toBe('mail-tracked');
  });
});
