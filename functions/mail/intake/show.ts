import type { Activity } from '../../../shared/activities/activity.ts';
import { shownAddress } from '../../../shared/mail/drop-box-token.ts';
import type { Intake, MailSummary } from '../../../shared/mail/intake.ts';
import { reasonInWords } from '../../../shared/mail/intake-reasons.ts';
import type { IntakeBody, MailBody } from '../../../shared/mail/intake-routes.ts';
import { linkTo, readObject } from '../../../shared/mail/mail-bucket-store.ts';

const messages = '/v1/mail/intake/messages';

/** What a list shows of a received message. */
export function showIntake({
  workspaceId: _,
  message,
  identity: __,
  rawKey: ___,
  senders: ____,
  ...rest
}: Intake): IntakeBody {
  const { reason, recipients } = rest;
  return {
    ...rest,
    recipients: recipients.map(shownAddress),
    ...(reason && { reasonInWords: reasonInWords(reason) }),
    ...(message && { subject: message.subject, from: message.from }),
    link: `${messages}/${rest.id}`,
  };
}

const mostText = 500_000;
const mostTextBytes = 4 * mostText; // a character has at most four in UTF-8

async function textOf(key: string | undefined): Promise<string> {
  const bytes = key && (await readObject(key, mostTextBytes));
  return bytes ? Buffer.from(bytes).toString('utf8').slice(0, mostText) : '';
}

/** A message as it was read, with links to what lies in the bucket. */
export async function showMail(message: MailSummary, rawKey: string | undefined): Promise<MailBody> {
  const { textKey, htmlKey, attachments, ...fields } = message;
  const [text, textUrl, htmlUrl, rawUrl, ...urls] = await Promise.all([
    textOf(textKey),
    textKey && linkTo(textKey, 'mail.txt'),
    htmlKey && linkTo(htmlKey, 'mail.html'),
    rawKey && linkTo(rawKey, 'mail.eml'),
    ...attachments.map(({ key, filename }) => linkTo(key, filename)),
  ]);
  return {
    ...fields,
    text,
    ...(textUrl && { textUrl }),
    ...(htmlUrl && { htmlUrl }),
    ...(rawUrl && { rawUrl }),
    attachments: attachments.map(({ filename, contentType, bytes }, n) => ({
      ...{ filename, contentType, bytes },
      url: urls[n] ?? '',
    })),
  };
}

/** What an activity itself knows of its mail: all there is of one that we sent. */
export function summaryOf({ subject = '' }: Activity, mail: NonNullable<Activity['mail']>): MailSummary {
  const { from, to, cc = [], messageId, textKey, htmlKey, attachments } = mail;
  const named = (addresses: string[]) => addresses.map((address) => ({ name: '', address }));
  return {
    subject,
    from: named([from]),
    to: named(to),
    cc: named(cc),
    replyTo: [],
    ...{ messageId, textKey, htmlKey, attachments },
    attachmentsLeftOut: 0,
  };
}
