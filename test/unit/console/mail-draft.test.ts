import { expect, test } from 'vitest';
import { Refusal } from '../../../shared/mail/mail-refusal.ts';
import { RapportError } from '../../../web/client/src/index.ts';
import { deskAt, deskWith, isOf } from '../../../web/console/src/screens/record/timeline/mail/desk.ts';
import {
  answerTo,
  blanksIn,
  draftOf,
  faultsOf,
  isWaiting,
  mailOf,
  replyOf,
  whyOf,
  wordsOf,
} from '../../../web/console/src/screens/record/timeline/mail/mail-draft.ts';
import { mailOut } from '../../../web/console/src/text/en/mail-out.ts';

const template = { subject: 'Welcome', text: 'Hello {{contact.firstName|there}}' };

test('a draft without a subject or a text is no mail yet', () => {
  expect(mailOf({ subject: 'Hello' }, undefined)).toBeUndefined();
  expect(mailOf({ subject: ' ', text: 'Hello' }, undefined)).toBeUndefined();
  expect(mailOf({ subject: 'Hello', text: 'You' }, undefined)).toEqual({ subject: 'Hello', text: 'You' });
});

test('of a template only what was changed is said', () => {
  const draft = { templateId: 'tp_1', to: 'ada@example.com' };
  expect(mailOf(draft, template)).toEqual(draft);
  expect(mailOf({ ...draft, subject: 'Hi' }, template)).toEqual({ ...draft, subject: 'Hi' });
  expect(wordsOf({ ...draft, text: '' }, template)).toEqual({ subject: 'Welcome', text: '' });
});

test('from a deal’s page it is about the deal, and a page that names nobody has no mail', () => {
  const words = { subject: 'Hello', text: 'You' };
  expect(mailOf(words, undefined, 'dl_1')).toEqual({ ...words, dealId: 'dl_1' });
  expect(deskAt('deal', { id: 'dl_1', contactId: 'ct_1' } as never)).toEqual({
    contactId: 'ct_1',
    dealId: 'dl_1',
  });
  expect(deskAt('deal', { id: 'dl_1' } as never)).toBeUndefined();
  expect(deskAt('ticket', { id: 'tk_1', contactId: 'ct_1' } as never)).toBeUndefined();
});

test('a template that is gone leaves what was written, and is not named', () => {
  expect(mailOf({ templateId: 'tp_1', subject: 'Hi', text: 'You' }, undefined)).toEqual({
    subject: 'Hi',
    text: 'You',
  });
});

test('what goes with a mail is said, and nothing that was not chosen', () => {
  const words = { subject: 'Hello', text: 'You' };
  const sendAt = '2026-12-01T08:00:00.000Z';
  expect(
    mailOf({ ...words, sendAt, fileIds: ['fi_1'], signature: false, allowMissing: true }, undefined),
  ).toEqual({
    ...words,
    sendAt,
    attachments: ['fi_1'],
    signature: false,
    allowMissing: true,
  });
  expect(mailOf({ ...words, fileIds: [], signature: true, allowMissing: false }, undefined)).toEqual(words);
});

test.each([
  ['Quote', 'Re: Quote'],
  ['Re: Quote', 'Re: Quote'],
  ['AW: Angebot', 'AW: Angebot'],
  [undefined, 'Re:'],
])('the answer to %j is called %j', (subject, answer) => {
  expect(answerTo(subject)).toBe(answer);
});

test('an answer goes on in the thread and keeps what was being written', () => {
  const mail = { id: 'ac_1', subject: 'Quote', from: 'ada@example.com' };
  expect(replyOf({ text: 'Half a' }, mail)).toEqual({
    text: 'Half a',
    inReplyTo: 'ac_1',
    to: 'ada@example.com',
    subject: 'Re: Quote',
  });
  expect(replyOf({ subject: 'Mine' }, mail).subject).toBe('Mine');
});

test('a mail that was taken back is not signed a second time', () => {
  const attachments = [{ fileId: 'fi_1', number: 1, name: 'a.pdf', contentType: 'application/pdf', size: 1 }];
  expect(draftOf({ to: 'ada@example.com', subject: 'S', text: 'T\n-- \nMe', attachments })).toEqual({
    to: 'ada@example.com',
    subject: 'S',
    text: 'T\n-- \nMe',
    fileIds: ['fi_1'],
    signature: false,
  });
});

test('of whom a deal names and was merged since, mails are written to the one that stays, and answered whosever they were', () => {
  const deal = { id: 'dl_1', contactId: 'ct_1' } as never;
  const contact = { id: 'ct_2', mergedIds: ['ct_1'] } as never;
  expect(deskWith('deal', deal, contact)).toEqual({ contactId: 'ct_2', dealId: 'dl_1' });
  expect(deskWith('contact', contact, contact)).toEqual({ contactId: 'ct_2' });
  expect(deskWith('ticket', deal, contact)).toBeUndefined();
  expect(['ct_1', 'ct_2', 'ct_3', undefined].map((id) => isOf(contact, id))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('what is missing is told at its field, by the blanks that cannot be filled', () => {
  const detail = 'Nothing is known for {{contact.jobTitle}}.';
  const errors = [
    { pointer: '/text', code: 'merge_value_missing', detail },
    { pointer: '/attachments/0', code: 'file_not_ready', detail: 'It has not come.' },
    { pointer: '/nowhere', code: 'other', detail: 'Other' },
  ];
  const faults = faultsOf(new RapportError('POST', 422, { code: 'merge_value_missing', errors }));
  expect(Object.keys(faults)).toEqual(['text', 'attachments']);
  expect(blanksIn(faults.text)).toEqual(['{{contact.jobTitle}}']);
  expect(blanksIn(faults.attachments)).toEqual([]);
  expect(faultsOf(new Error('no answer'))).toEqual({});
});

test('what people wrote waits until it is sent; what failed is told for three days', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');
  const createdAt = '2026-11-01T12:00:00Z';
  const mail = { purpose: 'personal' as const, createdAt, updatedAt: createdAt };
  expect(isWaiting({ ...mail, status: 'scheduled' }, now)).toBe(true);
  expect(isWaiting({ ...mail, status: 'sent' }, now)).toBe(false);
  expect(isWaiting({ ...mail, status: 'cancelled' }, now)).toBe(false);
  expect(isWaiting({ ...mail, status: 'failed' }, now)).toBe(false);
  // It was written for a moment weeks ahead, and failed then.
  expect(isWaiting({ ...mail, status: 'failed', updatedAt: '2026-11-28T12:00:00Z' }, now)).toBe(true);
  expect(isWaiting({ ...mail, purpose: 'welcome', status: 'queued' }, now)).toBe(false);
});

test('of every mail that was refused it is said why, in words', () => {
  const words = Refusal.options.map((reason) => whyOf(reason)?.replace('status.reasons.', '') ?? '');
  expect(words).toEqual(Object.keys(mailOut.status.reasons));
  expect([whyOf('deal_gone'), whyOf('attachment_gone'), whyOf(undefined)]).toEqual([
    'write.gone.deal_gone',
    undefined,
    undefined,
  ]);
});
