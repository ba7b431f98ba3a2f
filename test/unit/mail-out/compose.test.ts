import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { addressOf, composeMail } from '../../../shared/mail/compose.ts';
import { mostAttachedBytes } from '../../../shared/mail/contact-mail.ts';
import { type Message, queueMessage } from '../../../shared/mail/message.ts';
import { aContext } from '../../helpers/context.ts';

const words = { subject: 'Grüße 👋', text: 'Hallo Ada', html: '<p>Hallo Ada</p>', to: 'ada@example.com' };
const aMessage = (over: Partial<Message> = {}): Message => ({
  ...queueMessage({ claim: 'c', purpose: 'welcome', ...words }, aContext()).after,
  ...over,
});
const from = { name: 'Acme', address: 'hello@acme.test' };
const composed = async (over: Partial<Message> = {}, around = {}) => {
  const raw = await composeMail(aMessage(over), { from, ...around });
  return { raw: raw.toString(), mail: await PostalMime.parse(raw) };
};

it('what is composed is read back as it was meant', async () => {
  const { mail } = await composed();
  expect(mail).toMatchObject({ subject: words.subject, from, to: [{ address: words.to }] });
  expect([mail.text?.trim(), mail.html?.trim()]).toEqual([words.text, words.html]);
});

describe('no value makes a header of its own', () => {
  const evil = 'x\r\nBcc: all@evil.example\r\n\r\nbody';
  const smuggled = ({ mail, raw }: Awaited<ReturnType<typeof composed>>) =>
    mail.headers.some(({ key }) => key === 'bcc') || /^bcc:/im.test(raw.split('\r\n\r\n')[0] ?? '');

  it.each([
    [{ subject: evil }, {}],
    [{ inReplyTo: `<${evil}>` }, {}],
    [{ to: `ada@example.com${evil}` }, {}],
    [{}, { from: { ...from, name: evil } }],
    [{}, { from: { ...from, name: 'Acme" <ceo@bank.example>, "' } }],
  ])('%o %o', async (over, around) => {
    const one = await composed(over, around);
    expect(smuggled(one)).toBe(false);
    expect(one.mail.from?.address).toBe(from.address);
  });
});

it('the link out stands before the end of an HTML document', async () => {
  const html = '<html><body><p>Hi</p></body></html>';
  const { mail } = await composed({ html }, { unsubscribeUrl: 'https://x.example/u' });
  expect(mail.html).toMatch(
    /https:\/\/x\.example\/u">Unsubscribe<\/a> · <a href="https:\/\/x\.example\/u">Preferences<\/a><\/small><\/p><\/body>/,
  );
  expect(mail.text).toContain('Unsubscribe: https://x.example/u');
});

describe('a person’s mail', () => {
  const personal = { purpose: 'personal' as const };
  const marks = ['auto-submitted', 'x-auto-response-suppress'];
  it('has none of a machine’s marks, and what Rapport sends by itself has', async () => {
    const keysOf = async (over: Partial<Message>) =>
      (await composed(over)).mail.headers.map(({ key }) => key).filter((key) => marks.includes(key));
    expect(await keysOf(personal)).toEqual([]);
    expect(await keysOf({})).toEqual(marks);
  });

  it('carries files under names that stay in their header, and a message as a file of no known kind', async () => {
    const files = [
      {
        filename: 'Angebot für\r\nBcc: all@evil.example.pdf',
        contentType: 'application/pdf',
        content: Buffer.from('a'),
      },
      { filename: 'mail.eml', contentType: 'message/rfc822', content: Buffer.from('From: x') },
    ];
    const { mail, raw } = await composed(personal, { files });
    expect(raw).not.toMatch(/^bcc:/im);
    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ['Angebot für Bcc: all@evil.example.pdf', 'application/pdf'],
      ['mail.eml', 'application/octet-stream'],
    ]);
  });

  it('with as much as may be attached, and as long a text as may be, is one that SES takes', async () => {
    const files = [
      {
        filename: 'x'.repeat(200),
        contentType: 'application/pdf',
        content: Buffer.alloc(mostAttachedBytes, 7),
      },
    ];
    const long = 'ü'.repeat(10_000);
    const { raw } = await composed({ ...personal, text: long, html: `<p>${long}</p>` }, { files });
    expect(raw.length).toBeLessThan(10 * 1024 * 1024);
  });
});

it('a sender’s address is found with and without a name', () => {
  expect(addressOf('Acme <hello@acme.test>')).toBe('hello@acme.test');
  expect(addressOf(' hello@acme.test ')).toBe('hello@acme.test');
});
