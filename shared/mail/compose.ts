import { domainToASCII } from 'node:url';
import { withFooter } from './footer.ts';
import type { Message } from './message.ts';
import { oneLine } from './render.ts';

type Sender = { name: string; address: string };
/** The address in `MAIL_FROM`, which may carry a name. */
export const addressOf = (from: string) => /<([^<>]+)>/.exec(from)?.[1]?.trim() ?? from.trim();

/** An address as SES takes one: a domain of other letters than ASCII by its name in DNS (RFC 5891), as the header has it, too. */
export function envelopeAddress(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = domainToASCII(address.slice(at));
  return domain === '' ? address : address.slice(0, at) + domain;
}

/**
 * What tells machines that no person wrote this, unless one did (RFC 3834, 5; `X-Auto-Response-Suppress` is Exchange's), that
 * it is ours, and how to be rid of it by one click (RFC 2369, RFC 8058).
 */
function headersOf({ id, inReplyTo, purpose }: Message, unsubscribeUrl: string | undefined) {
  return {
    ...(purpose !== 'personal' && {
      'Auto-Submitted': inReplyTo ? 'auto-replied' : 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    }),
    'X-Rapport-Message': id,
    ...(unsubscribeUrl && {
      'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

type File = { filename: string; contentType: string; content: Uint8Array };
type Around = {
  from: Sender;
  replyTo?: string | undefined;
  unsubscribeUrl?: string | undefined;
  /** The same, of a mail that says by itself how to be rid of it. */
  oneClickUrl?: string | undefined;
  files?: File[] | undefined;
};
/** A message inside a message may not be encoded (RFC 2046, 5.2.1), so that one goes as a file of no known kind. */
const attachmentOf = ({ filename, contentType, content }: File) => ({
  filename: oneLine(filename),
  contentType: contentType.startsWith('message/') ? 'application/octet-stream' : contentType,
  content: Buffer.from(content),
  contentDisposition: 'attachment' as const,
});

/** The mail as bytes (RFC 5322, MIME). Whatever a value holds, it stays in its header. */
export async function composeMail(message: Message, around: Around): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer'); // 135 KB: not in the cold start
  const { from, replyTo, unsubscribeUrl, oneClickUrl, files = [] } = around;
  const answered = message.inReplyTo ? `<${oneLine(message.inReplyTo).replace(/[<>\s]/g, '')}>` : undefined;
  const said = unsubscribeUrl ? withFooter(message, unsubscribeUrl) : message;
  const mail = new MailComposer({
    from: { name: oneLine(from.name), address: from.address },
    to: { name: '', address: message.to },
    ...(replyTo && { replyTo }),
    subject: oneLine(message.subject),
    text: said.text,
    html: said.html,
    ...(answered && { inReplyTo: answered, references: answered }),
    headers: headersOf(message, unsubscribeUrl ?? oneClickUrl),
    attachments: files.map(attachmentOf),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}
