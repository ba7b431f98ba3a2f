import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Contact,
  ContactPatch,
  createContact,
  displayName,
  NewContact,
  patchContact,
} from '../../../shared/contacts/contact.ts';
import { foldEmail } from '../../../shared/contacts/email-address.ts';
import { normalPhones, toE164 } from '../../../shared/contacts/phone.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

const all = { plusTag: true, gmailDots: true };
const none = { plusTag: false, gmailDots: false };

describe('foldEmail', () => {
  it.each([
    ['Ada@Example.COM', 'ada@example.com'],
    ['ada+news@example.com', 'ada@example.com'],
    ['a.da@gmail.com', 'ada@gmail.com'],
    ['A.d.a+x@GoogleMail.com', 'ada@gmail.com'],
    ['a.da@example.com', 'a.da@example.com'],
    ['+tag@example.com', '+tag@example.com'],
    ['...@gmail.com', '...@gmail.com'],
  ])('makes %s and %s one', (written, folded) => expect(foldEmail(written, all)).toBe(folded));

  it('folds but the case where the workspace wants no more', () => {
    expect(foldEmail('A.da+x@GMAIL.com', none)).toBe('a.da+x@gmail.com');
  });

  it('is the same folded twice, and never empties an address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.boolean(), fc.boolean(), (address, plusTag, gmailDots) => {
        const once = foldEmail(address, { plusTag, gmailDots });
        expect(foldEmail(once, { plusTag, gmailDots })).toBe(once);
        expect(once).toMatch(/^.+@.+$/);
      }),
    );
  });
});

describe('toE164', () => {
  it.each([
    ['030 901820', 'DE', '+4930901820'],
    ['(212) 555-2368', 'US', '+12125552368'],
    ['00 44 20 7946 0018', 'DE', '+442079460018'],
    ['+48 22 123 45 67', 'US', '+48221234567'],
  ])('reads %s in %s', async (written, country, number) =>
    expect(await toE164(written, country)).toBe(number),
  );

  it.each(['', 'call me', '12', '+999 123 456 789', '030 901820'.repeat(5)])(
    'takes %j for no number',
    async (written) => expect(await toE164(written, 'DE')).toBeUndefined(),
  );

  it('never throws, and what it gives is E.164 and reads as itself', async () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ()/-]{0,20}$/));
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const number = await toE164(written, 'DE');
        if (number === undefined) return;
        expect(number).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(await toE164(number, 'US')).toBe(number);
      }),
    );
  });

  it('points at the number that is none', async () => {
    await expect(normalPhones([{ number: '030 901820' }, { number: 'x' }], 'DE')).rejects.toMatchObject({
      code: 'phone_invalid',
      more: { errors: [{ pointer: '/phones/1/number' }] },
    });
  });
});

describe('a contact', () => {
  const empty = { emails: [], phones: [], tags: [], custom: {}, lifecycle: 'lead' as const };

  it('is made in the workspace of who acts, as a record that can be read again', () => {
    const { after, before } = createContact({ ...empty, tags: ['a', 'a'] }, all, aContext());
    expect(before).toBeUndefined();
    expect(Contact.parse(after)).toEqual(after);
    expect(after).toMatchObject({
      workspaceId: acme,
      version: 1,
      createdAt: noon,
      tags: ['a'],
      source: { kind: 'api' },
    });
  });

  it('keeps what identifies it whatever is patched', () => {
    const contact = aContact();
    const { after } = patchContact(contact, { firstName: null, emails: [] }, all, aContext());
    expect(after).toMatchObject({
      id: contact.id,
      workspaceId: acme,
      createdAt: contact.createdAt,
      version: 2,
    });
    expect(after).not.toHaveProperty('firstName');
  });

  describe('one of whose addresses bounces', () => {
    const home = { address: 'ada@home.example', key: 'ada@home.example' };
    const work = { address: 'ada@example.com', key: 'ada@example.com', bouncedAt: noon };
    const contact = aContact({ emails: [home, work] });
    const emailsAfter = (emails: NewContact['emails'] | null) => {
      const patch = ContactPatch.parse({ emails });
      return patchContact(contact, patch, all, aContext()).after.emails;
    };

    it('keeps that where the mailbox stays: with another label, in another spelling, in another place', () => {
      expect(
        emailsAfter([{ address: 'Ada+x@Example.com', label: 'work' }, { address: home.address }]),
      ).toEqual([{ ...work, address: 'Ada+x@Example.com', label: 'work' }, home]);
    });

    it('loses it with the address, and gives it to no other', () => {
      expect(emailsAfter([{ address: 'ada@new.example' }, { address: home.address }])).toEqual([
        { address: 'ada@new.example', key: 'ada@new.example' },
        home,
      ]);
      expect(emailsAfter(null)).toEqual([]);
    });

    it('keeps it whatever else is patched', () => {
      const { after } = patchContact(contact, { firstName: 'Augusta', emails: undefined }, all, aContext());
      expect(after.emails).toEqual([home, work]);
    });

    it('is told so by nobody: what a body says of it is left aside, and may be sent back as it was read', () => {
      const read = [{ address: home.address, bouncedAt: noon }, { address: work.address }];
      expect(emailsAfter(read)).toEqual([home, work]);
      const made = createContact(NewContact.parse({ emails: read }), all, aContext()).after;
      expect(made.emails.map(({ bouncedAt }) => bouncedAt)).toEqual([undefined, undefined]);
    });
  });

  it('refuses custom fields that no item could hold, also by one patch after another', () => {
    const custom = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`f${i}`, 'x'.repeat(5000)]));
    const contact = aContact({ custom });
    expect(() => patchContact(contact, { custom: { more: 'x'.repeat(5000) } }, all, aContext())).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
  });

  it.each(['1945-05-05', '1815-12-10', '2001-02-28', '--02-29', '1904-02-29'])(
    'may be born on %s',
    (birthday) => {
      expect(NewContact.parse({ birthday }).birthday).toBe(birthday);
    },
  );
  it.each(['1945-02-30', '1900-02-29', '--02-30', '1945-13-01', '45-05-05', '1945-5-5'])(
    'is not born on %s',
    (birthday) => {
      expect(NewContact.safeParse({ birthday }).success).toBe(false);
    },
  );

  it('keeps of a consent when and how it was first said, and of another answer nothing of the one before', () => {
    const later = aContext({ now: '2026-12-01T09:00:00.000Z' });
    const said = { newsletter: { status: 'granted' as const, source: 'form' } };
    const { after: first } = createContact({ ...empty, consents: said }, all, aContext());
    const again = patchContact(first, { consents: { newsletter: { status: 'granted' } } }, all, later).after;
    expect(again.consents).toEqual({ newsletter: { status: 'granted', at: noon, source: 'form' } });
    const none = patchContact(first, { consents: { newsletter: { status: 'withdrawn' } } }, all, later).after;
    expect(none.consents).toEqual({ newsletter: { status: 'withdrawn', at: later.now } });
    expect(patchContact(first, { consents: { newsletter: null } }, all, later).after.consents).toEqual({});
  });

  it('has twenty consents at most, also by one patch after another', () => {
    const of = (from: number) =>
      Object.fromEntries(
        Array.from({ length: 15 }, (_, n) => [`p${from + n}`, { status: 'granted' as const }]),
      );
    const { after } = createContact({ ...empty, consents: of(0) }, all, aContext());
    expect(() => patchContact(after, { consents: of(15) }, all, aContext())).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
  });

  it('always has a name to show', () => {
    expect(displayName(aContact())).toBe('Ada Lovelace');
    expect(displayName(aContact({ firstName: undefined, lastName: undefined }))).toBe('Ada@example.com');
    const bare = aContact({ firstName: undefined, lastName: undefined, emails: [] });
    expect(displayName(bare)).toBe(bare.id);
  });
});
