import { describe, expect, it } from 'vitest';
import { type MailFacts, refusalIn } from '../../../shared/mail/mail-refusal.ts';
import { noon } from '../../fixtures/ids.ts';

const facts = (over: Partial<MailFacts> = {}): MailFacts => ({
  marketing: true,
  isErased: false,
  suppressed: {},
  consents: {},
  hasPressingTicket: false,
  sentAt: [],
  needsConsent: false,
  cap: { most: 2, days: 7 },
  now: noon,
  ...over,
});
const daysAgo = (days: number) => new Date(Date.parse(noon) - days * 86_400_000).toISOString();
const consent = (status: 'granted' | 'withdrawn') => ({ marketing: { status, at: daysAgo(9) } });

describe('marketing mail', () => {
  it('goes where nothing is said against it', () => {
    expect(refusalIn(facts())).toBeUndefined();
  });

  it.each([
    ['person_erased', { isErased: true }],
    ['complained', { suppressed: { complained: noon, unsubscribed: noon } }],
    ['bounced', { suppressed: { bounced: noon, manual: noon } }],
    ['unsubscribed', { suppressed: { unsubscribed: noon } }],
    ['manual', { suppressed: { manual: noon } }],
    ['no_consent', { consents: consent('withdrawn') }],
    ['no_consent', { needsConsent: true }],
    ['open_ticket', { hasPressingTicket: true, lastRating: { score: 1, at: noon } }],
    ['bad_rating', { lastRating: { score: 2, at: daysAgo(89) } }],
    ['frequency_cap', { sentAt: [daysAgo(6), daysAgo(1)] }],
  ] as const)('is refused as %s, the gravest reason there is: %j', (code, over) => {
    expect(refusalIn(facts(over as Partial<MailFacts>))).toBe(code);
  });

  it.each([
    ['the consent that is asked for was given', { needsConsent: true, consents: consent('granted') }],
    ['a bad rating is 90 days old', { lastRating: { score: 1, at: daysAgo(91) } }],
    ['the last rating is fair', { lastRating: { score: 3, at: noon } }],
    ['the mails before are older than the cap looks', { sentAt: [daysAgo(8), daysAgo(1)] }],
    ['nobody counts', { cap: null, sentAt: [noon, noon, noon] }],
    ['it is to nobody’s contact, whom no consent is known of', { needsConsent: true, consents: undefined }],
  ])('goes where %s', (_, over) => {
    expect(refusalIn(facts(over as Partial<MailFacts>))).toBeUndefined();
  });
});

it('mail that is no marketing is refused to an erased person alone', () => {
  const all = { suppressed: { complained: noon, bounced: noon }, hasPressingTicket: true };
  expect(refusalIn(facts({ ...all, marketing: false }))).toBeUndefined();
  expect(refusalIn(facts({ ...all, marketing: false, isErased: true }))).toBe('person_erased');
});
