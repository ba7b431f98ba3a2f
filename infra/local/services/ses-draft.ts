import { addressesIn, headerOf, splitMail } from './mime.ts';

/** `Destinations.member.1=…&Destinations.member.2=…` */
function members(form: URLSearchParams, prefix: string): string[] {
  const found: string[] = [];
  for (let index = 1; form.has(`${prefix}.member.${index}`); index += 1)
    found.push(form.get(`${prefix}.member.${index}`) ?? '');
  return found;
}

export function tagsOf(form: URLSearchParams): Record<string, string[]> {
  const tags: Record<string, string[]> = {};
  for (let index = 1; form.has(`Tags.member.${index}.Name`); index += 1)
    tags[form.get(`Tags.member.${index}.Name`) ?? ''] = [form.get(`Tags.member.${index}.Value`) ?? ''];
  return tags;
}

/** SES makes the message of SendEmail itself. */
function rawOfSimple(form: URLSearchParams): string {
  const text = form.get('Message.Body.Text.Data');
  const html = form.get('Message.Body.Html.Data');
  const part = (type: string, data: string) =>
    `Content-Type: ${type}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(data).toString('base64')}\r\n`;
  const subject = Buffer.from(form.get('Message.Subject.Data') ?? '').toString('base64');
  const lines = [`From: ${form.get('Source')}`, `Subject: =?UTF-8?B?${subject}?=`, 'MIME-Version: 1.0'];
  for (const name of ['To', 'Cc']) {
    const list = members(form, `Destination.${name}Addresses`);
    if (list.length > 0) lines.push(`${name}: ${list.join(', ')}`);
  }
  const replyTo = members(form, 'ReplyToAddresses');
  if (replyTo.length > 0) lines.push(`Reply-To: ${replyTo.join(', ')}`);
  const head = lines.join('\r\n');
  if (!text || !html) return `${head}\r\n${part(html ? 'text/html' : 'text/plain', html ?? text ?? '')}`;
  const parts = [part('text/plain', text), part('text/html', html)].map((one) => `--local\r\n${one}`);
  return `${head}\r\nContent-Type: multipart/alternative; boundary="local"\r\n\r\n${parts.join('')}--local--\r\n`;
}

export type Draft = {
  raw: string;
  source: string;
  destinations: string[];
  configurationSet: string | undefined;
};

/** What a call of SendRawEmail or SendEmail asks for, the message as its raw text (latin1). */
export function draftOf(form: URLSearchParams): Draft {
  const simple = form.get('Action') === 'SendEmail';
  const raw = simple
    ? rawOfSimple(form)
    : Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString('latin1');
  const mail = splitMail(raw);
  const given = simple
    ? ['To', 'Cc', 'Bcc'].flatMap((name) => members(form, `Destination.${name}Addresses`))
    : members(form, 'Destinations');
  const named = ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(headerOf(mail, name)));
  return {
    raw,
    source: form.get('Source') ?? headerOf(mail, 'from') ?? '',
    destinations: given.length > 0 ? given : named,
    configurationSet: form.get('ConfigurationSetName') ?? headerOf(mail, 'x-ses-configuration-set'),
  };
}
