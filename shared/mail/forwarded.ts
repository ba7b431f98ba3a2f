import { isEmailAddress } from '../contacts/email-address.ts';
import type { MailName } from './intake.ts';
import { type ParsedMail, parseMail } from './parse-mail.ts';
import { senderOf } from './parse-sender.ts';
import { readableHtml } from './reply-html.ts';
import { replyTextOf } from './reply-text.ts';

/** What a forwarded mail says of the mail in it. */
export type Forwarded = {
  from: MailName;
  to: MailName[];
  cc: MailName[];
  subject: string;
  text: string;
  /** Where the mail was attached whole. */
  messageId?: string;
};

/** Where the headers of the forwarded mail stand, behind what its sender wrote themselves. */
const mostRead = 10_000;
const mostLine = 1000;
/** The library's patterns go back and forth over blank lines: a text of nothing else would take it seconds. */
const tamed = (text: string) =>
  text
    .slice(0, mostRead)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.slice(0, mostLine).trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n');

/** What a person reads of a mail, its beginning. */
const readableOf = async ({ text, html }: Pick<ParsedMail, 'text' | 'html'>): Promise<string> =>
  tamed(text.trim() === '' && html !== '' ? await readableHtml(html.slice(0, 20 * mostRead)) : text);

const written = /[^\s<>,;:"'()[\]@]{1,64}@[^\s<>,;:"'()[\]@]+/g;
/** The addresses that a person reads in a mail's text. */
export const addressesInText = async (mail: ParsedMail): Promise<string[]> =>
  ((await readableOf(mail)).match(written) ?? []).map((one) => one.replace(/[.!?]+$/, ''));

type Named = { name: string | null; address: string | null };
const namesOf = (given: Named | Named[] | null | undefined): MailName[] =>
  [given ?? []]
    .flat()
    .map(({ name, address }) => ({ name: name ?? '', address: address ?? '' }))
    .filter(({ address }) => isEmailAddress(address));

async function inText(text: string, subject: string): Promise<Forwarded | undefined> {
  const { default: Parser } = await import('email-forward-parser');
  const { forwarded, email } = new Parser().read(text, subject);
  const [from] = forwarded ? namesOf(email.from) : [];
  if (!from) return undefined;
  const { to, cc, body } = email;
  return {
    from,
    to: namesOf(to),
    cc: namesOf(cc),
    subject: email.subject ?? subject,
    text: await replyTextOf(body ?? '', ''),
  };
}

/** The messages that are attached whole; without those that break the parser. */
export async function attachedMails({ files }: ParsedMail): Promise<ParsedMail[]> {
  const raws = files.filter(({ contentType }) => contentType.toLowerCase() === 'message/rfc822');
  const mails: ParsedMail[] = [];
  for (const { content } of raws) {
    const mail = await parseMail(content).catch(() => undefined);
    if (mail) mails.push(mail);
  }
  return mails;
}

async function attached(forward: ParsedMail): Promise<Forwarded | undefined> {
  const [mail] = await attachedMails(forward);
  const from = mail && senderOf(mail.from);
  if (!from) return undefined;
  const { to, cc, subject, text, html, messageId } = mail;
  return { from, to, cc, subject, text: await replyTextOf(text, html), ...(messageId && { messageId }) };
}

/**
 * The mail that somebody forwarded: attached (RFC 2046, 5.2.1), else as Gmail, Outlook, Apple Mail and others write its headers
 * into the text, in some twenty languages. Undefined where neither can be read. The first 10,000 characters are looked at.
 */
export async function forwardedIn(mail: ParsedMail): Promise<Forwarded | undefined> {
  const whole = await attached(mail);
  if (whole) return whole;
  const text = await readableOf(mail);
  // Outlook's newest form has nothing before the headers: that it is forwarded only the subject says, or where it was sent.
  return (await inText(text, mail.subject)) ?? (await inText(text, `FW: ${mail.subject}`));
}
