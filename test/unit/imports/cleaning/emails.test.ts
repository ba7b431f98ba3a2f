import { describe, expect, it } from 'vitest';
import { cleanEmail, emailsIn, isThrowAway } from '../../../../shared/imports/cleaning/clean-email.ts';
import { mailDomains } from '../../../../shared/imports/cleaning/mail-domains.ts';
import { mailTypo } from '../../../../shared/imports/cleaning/mail-typo.ts';

describe('an e-mail address', () => {
  it.each([
    ['mailto:Ada@X.Example', 'Ada@x.example'],
    ['Ada Lovelace <ada@x.example>', 'ada@x.example'],
    ['ada (at) x [dot] example', 'ada@x.example'],
    ['ADA@X.EXAMPLE', 'ada@x.example'],
    ['ada @x.example.', 'ada@x.example'],
  ])('%s is %s', (written, address) => {
    expect(cleanEmail(written)).toBe(address);
  });

  it.each(['ada', 'a@b', 'ada lovelace@x.example', '@x.example'])('%s is none', (written) => {
    expect(cleanEmail(written)).toBeUndefined();
  });

  it('is one of several in a cell', () => {
    expect(emailsIn('a@x.example; b@x.example ::: c@x.example')).toEqual([
      'a@x.example',
      'b@x.example',
      'c@x.example',
    ]);
    expect(emailsIn('Lovelace, Ada <a@x.example>')).toEqual(['Lovelace, Ada <a@x.example>']);
  });

  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['yaho.com', 'yahoo.com'],
    ['outlok.com', 'outlook.com'],
    ['gmail.con', 'gmail.com'],
    ['icloud.co', 'icloud.com'],
    ['acme.con', 'acme.com'],
  ])('at %s was probably to be at %s', (domain, meant) => {
    expect(mailTypo(`ada@${domain}`)?.to).toBe(`ada@${meant}`);
  });

  it('at a domain that is known, or near none, is not asked about', () => {
    const asked = [...mailDomains, 'acme.com', 'x.example', 'hotmail.ch', 'yahoo.com.sg'].filter((domain) =>
      mailTypo(`ada@${domain}`),
    );
    expect(asked).toEqual([]);
  });

  it('of a throw-away service is known, also below its domain', async () => {
    expect(await isThrowAway('x@mailinator.com')).toBe(true);
    expect(await isThrowAway('x@box.mailinator.com')).toBe(true);
    expect(await isThrowAway('x@gmail.com')).toBe(false);
  });
});
