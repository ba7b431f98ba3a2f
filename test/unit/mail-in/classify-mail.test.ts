import { describe, expect, test } from 'vitest';
import { type MailFacts, refusedUnopened, skippedFor } from '../../../shared/mail/classify-mail.ts';

const facts = (
  headers: Record<string, string | string[]> = {},
  over: Partial<MailFacts> = {},
): MailFacts => ({
  headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value].flat()])),
  subject: 'A question',
  envelopeFrom: 'ada@engines.example',
  sender: 'ada@engines.example',
  isReply: false,
  hasMailbox: true,
  isColleague: false,
  ourAddresses: ['crm@acme.test'],
  ourDomains: ['in.acme.test'],
  ...over,
});
const received = (hops: number) => ({ received: Array.from({ length: hops }, () => 'from a by b') });

describe('a person’s mail is logged', () => {
  test.each<[string, MailFacts]>([
    ['a plain one', facts()],
    ['one that says it was submitted by hand', facts({ 'auto-submitted': 'no' })],
    ['one that says so with a comment', facts({ 'auto-submitted': 'No; by hand' })],
    ['one with a personal List-Unsubscribe', facts({ 'list-unsubscribe': '<mailto:x@y.example>' })],
    ['one whose subject alone sounds like an absence', facts({}, { subject: 'Out of office furniture' })],
    ['one with fifty hops', facts(received(50))],
    ['one of first-class precedence', facts({ precedence: 'first-class' })],
    [
      'one that an Exchange server asks no receipts for',
      facts({ 'x-auto-response-suppress': 'DR, RN, NRN' }),
    ],
    ['an answer through a mailing list', facts({ 'list-id': '<a.b>' }, { isReply: true })],
    ['an answer to an unknown address', facts({}, { isReply: true, hasMailbox: false })],
    ['a colleague’s answer', facts({}, { isReply: true, isColleague: true })],
  ])('%s', (_, one) => expect(skippedFor(one)).toBeUndefined());
});

describe('what no person wrote, or not to us, is skipped for its reason', () => {
  test.each<[string, string, MailFacts]>([
    ['loop', 'more than fifty hops', facts(received(51))],
    ['loop', 'our own mark', facts({ 'x-loop': 'sales@IN.acme.test' })],
    ['own_mail', 'our sender’s address', facts({}, { sender: 'CRM@acme.test' })],
    [
      'own_mail',
      'an address at our mail domain',
      facts({}, { sender: 'reply+x@in.acme.test', isReply: true }),
    ],
    ['own_mail', 'our mail come back', facts({ 'x-rapport-message': 'ms_1' }, { isReply: true })],
    ['own_mail', 'a colleague', facts({}, { isColleague: true })],
    [
      'bounce',
      'a delivery report',
      facts({ 'content-type': 'multipart/report; report-type=delivery-status' }),
    ],
    ['bounce', 'a complaint', facts({ 'content-type': 'multipart/report; report-type="feedback-report"' })],
    ['bounce', 'a mail system', facts({}, { sender: 'MAILER-DAEMON@x.example' })],
    ['bounce', 'a postmaster', facts({}, { sender: 'postmaster@x.example' })],
    ['bounce', 'the null reverse path', facts({}, { envelopeFrom: '' })],
    [
      'bounce',
      'the null reverse path as a header',
      facts({ 'return-path': '<>' }, { envelopeFrom: undefined }),
    ],
    ['bounce', 'failed recipients', facts({ 'x-failed-recipients': 'x@y.example' })],
    ['auto_reply', 'RFC 3834', facts({ 'auto-submitted': 'auto-replied (vacation)' })],
    [
      'auto_reply',
      'RFC 3834 in a known thread',
      facts({ 'auto-submitted': 'auto-generated' }, { isReply: true }),
    ],
    ['auto_reply', 'an autoresponder without the null path', facts({ 'x-autoreply': 'yes' })],
    [
      'auto_reply',
      'an autoresponder with the null path',
      facts({ 'x-autorespond': '' }, { envelopeFrom: '' }),
    ],
    ['auto_reply', 'its precedence', facts({ precedence: 'auto_reply' })],
    ['auto_reply', 'its precedence, hyphenated', facts({ precedence: 'Auto-Reply' })],
    ['auto_reply', 'Exchange', facts({ 'x-auto-response-suppress': 'All' })],
    [
      'auto_reply',
      'an absence with bulk precedence',
      facts({ precedence: 'bulk' }, { subject: 'Abwesenheitsnotiz' }),
    ],
    [
      'auto_reply',
      'an absence of nobody',
      facts({}, { subject: 'Automatic reply: x', sender: 'noreply@x.example' }),
    ],
    ['mailing_list', 'RFC 2919', facts({ 'list-id': '<announce.example>' })],
    ['mailing_list', 'its precedence', facts({ precedence: 'list' })],
    ['bulk', 'its precedence', facts({ precedence: 'bulk' })],
    [
      'bulk',
      'one-click unsubscription',
      facts({ 'list-unsubscribe': '<https://x>', 'list-unsubscribe-post': 'x' }),
    ],
    ['unknown_recipient', 'no mailbox', facts({}, { hasMailbox: false })],
    ['no_sender', 'nobody to answer to', facts({}, { sender: undefined })],
  ])('%s: %s', (reason, _, one) => expect(skippedFor(one)).toBe(reason));
});

describe('SES’s verdicts are obeyed before the message is opened', () => {
  test.each([
    [{ virus: 'FAIL', spam: 'FAIL' }, 'virus'],
    [{ spam: 'fail' }, 'spam'],
    [{ dmarc: 'FAIL', dmarcPolicy: 'REJECT' }, 'dmarc_reject'],
    [{ dmarc: 'FAIL', dmarcPolicy: 'quarantine' }, 'dmarc_quarantine'],
    [{ dmarc: 'FAIL', dmarcPolicy: 'none' }, undefined],
    [{ dmarc: 'GRAY', dmarcPolicy: 'reject' }, undefined],
    [{ spam: 'GRAY', virus: 'PROCESSING_FAILED', spf: 'FAIL', dkim: 'FAIL' }, undefined],
    [{}, undefined],
  ])('%o: %s', (verdicts, reason) => expect(refusedUnopened(verdicts)).toBe(reason));
});
