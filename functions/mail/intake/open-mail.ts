import { clip } from '../../../shared/core/text.ts';
import { shownAddress } from '../../../shared/mail/drop-box-token.ts';
import type { Delivery, Intake, MailName, MailSummary } from '../../../shared/mail/intake.ts';
import { mailIdentity } from '../../../shared/mail/intake-identity.ts';
import {
  fileKeyOf,
  htmlKeyOf,
  readObject,
  textKeyOf,
  writeObject,
} from '../../../shared/mail/mail-bucket-store.ts';
import { type ParsedMail, parseMail } from '../../../shared/mail/parse-mail.ts';
import { replyTextOf } from '../../../shared/mail/reply-text.ts';
import { logger } from '../../../shared/platform/logger.ts';

export type OpenedMail = { mail: ParsedMail; identity: string; bytes: number };
export type Unopened = { failed: 'raw_missing' | 'unparsable'; bytes?: number };

/** Fetches and reads the raw message. A message that breaks the parser is no error of ours: it is kept, counted and listed. */
export async function openMail({ rawKey }: Pick<Delivery, 'rawKey'>): Promise<OpenedMail | Unopened> {
  const raw = await readObject(rawKey);
  if (!raw) return { failed: 'raw_missing' };
  try {
    const mail = await parseMail(raw);
    return { mail, identity: mailIdentity(mail.messageId, raw), bytes: raw.length };
  } catch (error) {
    logger.warn('mail not parsed', { rawKey, error: error as Error });
    return { failed: 'unparsable', bytes: raw.length };
  }
}

const mostFiles = 100;
type Where = Pick<Intake, 'id' | 'workspaceId'>;

async function keepFiles({ workspaceId, id }: Where, { files }: ParsedMail) {
  const kept: MailSummary['attachments'] = [];
  for (const [n, { filename, contentType, content }] of files.slice(0, mostFiles).entries()) {
    const key = fileKeyOf(workspaceId, id, n);
    await writeObject(key, content, 'application/octet-stream'); // one after the other: a mail has up to 40 MB
    kept.push({ key, filename, contentType, bytes: content.byteLength });
  }
  return { attachments: kept, attachmentsLeftOut: Math.max(0, files.length - mostFiles) };
}

async function keepBodies({ workspaceId, id }: Where, { text, html }: ParsedMail) {
  const [textKey, htmlKey] = [textKeyOf(workspaceId, id), htmlKeyOf(workspaceId, id)];
  if (text !== '') await writeObject(textKey, text, 'text/plain; charset=utf-8');
  if (html !== '') await writeObject(htmlKey, html, 'text/plain; charset=utf-8');
  return { ...(text !== '' && { textKey }), ...(html !== '' && { htmlKey }) };
}

/** A drop-box address is its user's alone. */
const withoutToken = (name: MailName) => ({ ...name, address: shownAddress(name.address) });

/** Keeps a message's bodies and attachments in the bucket, under keys that follow from the intake: a second run writes the same. */
export async function keepParts(where: Where, mail: ParsedMail): Promise<MailSummary> {
  const { subject, from, replyTo, date, messageId, inReplyTo } = mail;
  const [to, cc] = [mail.to.map(withoutToken), mail.cc.map(withoutToken)];
  return {
    ...{ subject, from, to, cc, replyTo, date, messageId, inReplyTo },
    ...(await keepBodies(where, mail)),
    ...(await keepFiles(where, mail)),
  };
}

const mostText = 6000;
/** What stands on the timeline: the reply without what it quotes; the whole text where nothing else is left of it. */
export async function timelineText({ text, html }: ParsedMail): Promise<string> {
  const reply = await replyTextOf(text, html);
  return clip(reply === '' ? text.trim() : reply, mostText);
}
