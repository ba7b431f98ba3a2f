import { describe, expect, it } from 'vitest';
import { ContactPatch } from '../../../shared/contacts/contact.ts';
import { EmailAddress, isEmailAddress } from '../../../shared/contacts/email-address.ts';
import { senderOf } from '../../../shared/mail/parse-sender.ts';

const usable = [
  'ada@example.com',
  "o'brien+fair@example.co.uk",
  'a..b@example.com',
  '{odd}|name@example.org',
  'jürgen@müller.example',
  '用户@例子.公司',
  `${'l'.repeat(64)}@example.com`,
];
const useless = [
  '',
  'ada',
  'ada@',
  '@example.com',
  'ada@localhost',
  'a@b@example.com',
  'ada <ada@example.com>',
  'a b@example.com',
  'ada@example..com',
  'ada@.com',
  'ada\u0000@example.com',
  `${'l'.repeat(65)}@example.com`,
  `a@${'d'.repeat(250)}.com`,
];

describe('an e-mail address', () => {
  it.each(usable)('%s is taken by every door, so that what one brought another takes back', (address) => {
    expect(isEmailAddress(address)).toBe(true); // forms
    expect(senderOf([{ name: '', address }])?.address).toBe(address); // mail
    expect(ContactPatch.safeParse({ emails: [{ address }] }).success).toBe(true); // the API
  });

  it.each(useless)('%j is taken by none', (address) => {
    expect(isEmailAddress(address)).toBe(false);
    expect(EmailAddress.safeParse(address).success).toBe(false);
  });
});
