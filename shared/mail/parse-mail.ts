import type { Address, Email, Mailbox as PostalMailbox } from 'postal-mime';
import { clip } from '../core/text.ts';
import type { MailName } from './intake.ts';
import { bare } from './parse-sender.ts';

type ParsedFile = { filename: string; contentType: string; content: Uint8Array };
/** A message as it was read, its strings cut to what is sane and well-formed for a database. */
export type ParsedMail = {
  subject: string;
  from: MailName[];
  to: MailName[];
  cc: MailName[];
  replyTo: MailName[];
  /** The addresses of all its authors and recipients, however many, in lower case. */
  parties: string[];
  date?: string;
  messageId?: string;
  inReplyTo?: string;
  /** In-Reply-To first, then References from the last to the first: the nearest ancestor first (RFC 5322, 3.6.4). */
  ancestors: string[];
  text: string;
  html: string;
  /** Field names in lower case; each field's values in the order of the message. */
  headers: Map<string, string[]>;
  files: ParsedFile[];
};

const most = { subject: 2000, names: 50, name: 150, address: 320, id: 998, ids: 100, filename: 255 };

const isMailbox = (one: Address): one is PostalMailbox => one.group === undefined;
const mailboxesOf = (addresses: readonly Address[]): PostalMailbox[] =>
  addresses.flatMap((one) => (isMailbox(one) ? [one] : one.group));

function namesOf(addresses: readonly Address[] = []): MailName[] {
  return mailboxesOf(addresses)
    .slice(0, most.names)
    .map(({ name, address }) => ({
      name: clip(name ?? '', most.name),
      address: clip(address ?? '', most.address),
    }));
}

/** Who wrote or passed on a message, and who is to get it (RFC 5322, 3.6.2, 3.6.3, 3.6.6). */
const partyFields = new Set(
  ['from', 'sender', 'to', 'cc', 'bcc'].flatMap((name) => [name, `resent-${name}`]).concat('reply-to'),
);
const isPossible = (address: string) => address !== '' && address.length <= most.address;
type AddressParser = (text: string) => Address[];

function partiesOf({ headers }: Email, parse: AddressParser): string[] {
  const named = headers
    .filter(({ key }) => partyFields.has(key))
    .flatMap(({ value }) => mailboxesOf(parse(value)))
    .map(({ address = '' }) => bare(address).toLowerCase());
  return [...new Set(named.filter(isPossible))];
}

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
const idsIn = (text: string | undefined): string[] => text?.match(/<[^<>\s]+>/g) ?? [];

function ancestorsOf({ inReplyTo, references }: Email): string[] {
  const nearestFirst = [...idsIn(inReplyTo), ...idsIn(references).reverse()];
  return [...new Set(nearestFirst)].slice(0, most.ids).map((id) => clip(id, most.id));
}

function headersOf({ headers }: Email): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { key, value } of headers) {
    const values = all.get(key);
    if (values) values.push(value);
    else all.set(key, [value]);
  }
  return all;
}

/** The last part of a path in a name: `..\..\x.exe` and `/etc/x` are only ever `x`. Control characters are left out. */
export function fileNameOf(given: string | null): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return clip(clean, most.filename);
}

const filesOf = ({ attachments }: Email): ParsedFile[] =>
  attachments.map(({ filename, mimeType, content }) => ({
    filename: fileNameOf(filename),
    contentType: clip(mimeType || 'application/octet-stream', most.filename),
    content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer),
  }));

const optional = (text: string | undefined, length: number) => (text ? clip(text.trim(), length) : undefined);

/** A message may have several authors; the parser tells of the first (RFC 5322, 3.6.2). */
const authorsOf = ({ headers }: Email, parse: AddressParser) =>
  headers.filter(({ key }) => key === 'from').flatMap(({ value }) => parse(value));

function fieldsOf(mail: Email, parse: AddressParser) {
  const messageId = optional(mail.messageId, most.id);
  const inReplyTo = optional(mail.inReplyTo, most.id);
  return {
    subject: clip(mail.subject ?? '', most.subject),
    from: namesOf(authorsOf(mail, parse)),
    to: namesOf(mail.to),
    cc: namesOf(mail.cc),
    replyTo: namesOf(mail.replyTo),
    parties: partiesOf(mail, parse),
    ...(mail.date !== undefined && isInstant(mail.date) && { date: mail.date }),
    ...(messageId && { messageId }),
    ...(inReplyTo && { inReplyTo }),
  };
}

/**
 * Reads a raw message (RFC 5322, MIME). Attached messages stay attachments. Throws where the parser gives up: too deeply
 * nested (256), more than 2 MiB of headers.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const { default: PostalMime, addressParser } = await import('postal-mime');
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  return {
    ...fieldsOf(mail, addressParser),
    ancestors: ancestorsOf(mail),
    text: (mail.text ?? '').toWellFormed(),
    html: (mail.html ?? '').toWellFormed(),
    headers: headersOf(mail),
    files: filesOf(mail),
  };
}
