import { describe, expect, it } from 'vitest';
import type { Source } from '../../../shared/contacts/contact.ts';
import { campaignOf, leadSourceOf } from '../../../shared/contacts/lead-source.ts';

const formed = (source: Partial<Source>): { source: Source } => ({ source: { kind: 'form', ...source } });
const from = (referrer: string, pageUrl?: string) => leadSourceOf(formed({ referrer, pageUrl }));

describe('where a contact came from', () => {
  it('is what somebody called it before what its link said, that before the site, and that before the way in', () => {
    const source: Source = {
      kind: 'form',
      utm: { source: 'Newsletter' },
      referrer: 'https://www.linkedin.com/feed/',
    };
    expect(leadSourceOf({ leadSource: 'Fair in May', source })).toBe('fair in may');
    expect(leadSourceOf({ source })).toBe('newsletter');
    expect(leadSourceOf({ source: { ...source, utm: { medium: 'cpc' } } })).toBe('linkedin');
    expect(leadSourceOf({ source: { kind: 'form', utm: { source: '  ' } } })).toBe('form');
  });

  it('has one spelling, whatever the case, the width and the spaces', () => {
    const written = ['LinkedIn', ' linkedin ', 'LINKEDIN', 'ＬｉｎｋｅｄＩｎ'];
    expect(new Set(written.map((leadSource) => leadSourceOf({ leadSource })))).toEqual(new Set(['linkedin']));
    expect(leadSourceOf({ leadSource: 'Fair  in\tMay' })).toBe('fair in may');
  });

  it.each([
    ['https://www.linkedin.com/', 'linkedin'],
    ['https://de.linkedin.com/in/ada', 'linkedin'],
    ['https://lnkd.in/abc', 'linkedin'],
    ['https://l.facebook.com/l.php?u=x', 'facebook'],
    ['https://lm.facebook.com/l.php', 'facebook'],
    ['https://m.facebook.com/', 'facebook'],
    ['http://fb.com', 'facebook'],
    ['https://l.instagram.com/', 'instagram'],
    ['https://t.co/xyz', 'x'],
    ['https://x.com/ada', 'x'],
    ['https://twitter.com/ada', 'x'],
    ['https://www.google.de/', 'google'],
    ['https://www.google.co.uk/search?q=racks', 'google'],
    ['https://www.google.com.br/', 'google'],
    ['https://www.bing.com/search', 'bing'],
    ['https://youtu.be/xyz', 'youtube'],
    ['https://m.youtube.com/watch', 'youtube'],
    ['https://www.Partner.example/page', 'partner.example'],
    ['https://notgoogle.example/', 'notgoogle.example'],
    ['https://google.example.com/', 'google.example.com'],
    ['https://netflix.com/', 'netflix.com'],
    ['https://constructor/', 'constructor'],
    ['no address at all', 'form'],
  ])('of the site %s is %s', (referrer, source) => expect(from(referrer)).toBe(source));

  it('is not the page itself: who went from page to page of one’s own site came by the form', () => {
    expect(from('https://www.acme.example/home', 'https://acme.example/contact')).toBe('form');
    expect(from('https://shop.acme.example/', 'https://acme.example/contact')).toBe('shop.acme.example');
  });

  it.each(['form', 'mail', 'api', 'import', 'demo'] as const)('is %s where nothing more is known', (kind) =>
    expect(leadSourceOf({ source: { kind } })).toBe(kind),
  );

  it('is unknown of who was written before anybody kept it', () => expect(leadSourceOf({})).toBeUndefined());

  it('is never longer than a field of it may be, and cuts no character in half', () => {
    const long = leadSourceOf(formed({ utm: { source: `${'a'.repeat(99)}😀${'b'.repeat(50)}` } }));
    expect(long).toBe('a'.repeat(99));
  });
});

describe('a contact’s campaign', () => {
  it('is what somebody called it, else its link’s, in one spelling, else none', () => {
    const source: Source = { kind: 'form', utm: { campaign: 'May-Offer', source: 'x' } };
    expect(campaignOf({ campaign: 'Autumn', source })).toBe('autumn');
    expect(campaignOf({ source })).toBe('may-offer');
    expect(campaignOf({ source: { kind: 'form' } })).toBeUndefined();
  });
});
