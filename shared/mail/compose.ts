import type { Message } from './message.ts';
import { oneLine } from './render.ts';

type Sender = { name: string; address: string };
/** The address in `MAIL_FROM`, which may carry a name. */
export const addressOf = (from: string) => /<([^<>]+)>/.exec(from)?.[1]?.trim() ?? from.trim();

/** The page on which one says what one wants to get takes the same token. */
const preferencesOf = (unsubscribeUrl: string) =>
  unsubscribeUrl.replace('/v1/unsubscribe/', '/v1/mail-preferences/');
const withTextFooter = (text: string, url: string | undefined) =>
  url ? `${text.trimEnd()}\n\n-- \nUnsubscribe: ${url}\nPreferences: ${preferencesOf(url)}\n` : text;
function withHtmlFooter(html: string, url: string | undefined): string {
  if (!url) return html;
  const footer = `<p><small><a href="${url}">Unsubscribe</a> · <a href="${preferencesOf(url)}">Preferences</a></small></p>`;
  const end = html.search(/<\/body\s*>/i);
  return end < 0 ? `${html}\n${footer}` : html.slice(0, end) + footer + html.slice(end);
}

/**
 * What tells machines that no person wrote this (RFC 3834, 5; `X-Auto-Response-Suppress` is Exchange's), that it is ours,
 * and how to be rid of it by one click (RFC 2369, RFC 8058).
 */
function headersOf({ id, inReplyTo }: Message, unsubscribeUrl: string | undefined) {
  return {
    'Auto-Submitted': inReplyTo ? 'auto-replied' : 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'X-Rapport-Message': id,
    ...(unsubscribeUrl && {
      'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

type Around = { from: Sender; replyTo?: string | undefined; unsubscribeUrl?: string | undefined };

/** The mail as bytes (RFC 5322, MIME). Whatever a value holds, it stays in its header. */
export async function composeMail(message: Message, around: Around): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer'); // 135 KB: not in the cold start
  const { from, replyTo, unsubscribeUrl } = around;
  const answered = message.inReplyTo ? `<${oneLine(message.inReplyTo).replace(/[<>\s]/g, '')}>` : undefined;
  const mail = new MailComposer({
    from: { name: oneLine(from.name), address: from.address },
    to: { name: '', address: message.to },
    ...(replyTo && { replyTo }),
    subject: oneLine(message.subject),
    text: withTextFooter(message.text, unsubscribeUrl),
    html: withHtmlFooter(message.html, unsubscribeUrl),
    ...(answered && { inReplyTo: answered, references: answered }),
    headers: headersOf(message, unsubscribeUrl),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}
