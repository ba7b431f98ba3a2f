import { type Activity, logActivity } from '../../../shared/activities/activity.ts';
import type { Context } from '../../../shared/core/actor.ts';
import type { Kept } from '../../../shared/core/record.ts';
import { clip } from '../../../shared/core/text.ts';
import type { Intake, MailName, MailSummary } from '../../../shared/mail/intake.ts';

/** On whose timeline it stands, in which conversation. */
export type Place = { contactId: string; threadId: string; dealIds: string[] };
/** Who says what to whom; without a direction it is not known. */
export type Said = {
  direction?: 'inbound' | 'outbound';
  from: string;
  to: MailName[];
  cc: MailName[];
  subject: string;
  text: string;
};

const addressesOf = (names: MailName[]) => names.map(({ address }) => address);

/** A received message as an activity. */
export function mailActivity(
  intake: Intake,
  { messageId, textKey, htmlKey, attachments }: MailSummary,
  { contactId, threadId, dealIds }: Place,
  { direction, from, to, cc, subject, text }: Said,
  by: Context,
  id: string,
): Kept<Activity> {
  const mail = {
    intakeId: intake.id,
    ...{ messageId, threadId, from },
    to: addressesOf(to),
    cc: addressesOf(cc),
    rawKey: intake.rawKey,
    ...{ textKey, htmlKey, attachments },
  };
  const given = { kind: 'email' as const, contactId, dealIds, at: intake.at, text, mail };
  return logActivity({ ...given, subject: clip(subject, 500), ...(direction && { direction }) }, by, id);
}
