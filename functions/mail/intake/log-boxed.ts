import type { Activity } from '../../../shared/activities/activity.ts';
import type { Actor, Context } from '../../../shared/core/actor.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Change, Kept } from '../../../shared/core/record.ts';
import { activityIdOf, finishIntake, type Intake, type MailSummary } from '../../../shared/mail/intake.ts';
import { mailReceived } from '../../../shared/mail/mail-events.ts';
import { messageIdOnce, threadWrites } from '../../../shared/mail/thread-store.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import { mustExist, saveChanges } from '../../../shared/platform/record-store.ts';
import type { Boxed } from './look-into-box.ts';
import { mailActivity, type Place } from './mail-activity.ts';
import type { OpenedMail } from './open-mail.ts';

type Logged = { intake: Intake; message: MailSummary; boxed: Boxed; by: Context };

/** One on the timeline of each contact; the first has the id that a message's one activity has. */
function activitiesOf({ intake, message, boxed, by }: Logged, place: Omit<Place, 'contactId'>) {
  const { contacts, said, thread } = boxed;
  return contacts.map(({ id: contactId }, n): Kept<Activity> => {
    const activityId = activityIdOf(intake.id, ...(n === 0 ? [] : [contactId]));
    const activity = mailActivity(intake, message, { ...place, contactId }, said, by, activityId);
    if (said.direction !== 'inbound') return activity;
    const named = { intakeId: intake.id, activityId, contactId, threadId: place.threadId };
    return {
      ...activity,
      events: [mailReceived({ ...named, isNewContact: false, isReply: thread !== undefined })],
    };
  });
}

function besides({ intake, boxed }: Logged, place: Place): Write[] {
  const { id, workspaceId } = intake;
  return [
    ...boxed.contacts.map((contact) => mustExist(workspaceId, 'contact', contact.id, '/contactId')),
    ...(boxed.thread ? [] : threadWrites(workspaceId, place)),
    ...boxed.messageIds.map((one) => messageIdOnce(workspaceId, one, place.threadId, id)),
  ];
}

/**
 * Stores what a user's message to their drop-box makes in one transaction, as the user's: an activity for each contact, the
 * thread that an answer will join, and the intake's outcome. Throws `mail_identity_taken` where the same message was stored in
 * between: look again.
 */
export async function logBoxed(
  intake: Intake,
  opened: OpenedMail & { senders: string[] },
  message: MailSummary,
  boxed: Boxed,
  { actor, now }: { actor: Actor; now: string },
): Promise<void> {
  const [first] = boxed.contacts;
  if (!first) throw new Error('A message to a drop-box that is with nobody is not logged');
  const by: Context = { actor, now, cause: intake.rawKey };
  const logged = { intake, message, boxed, by };
  const threadId = boxed.thread?.threadId ?? newId('thread', now);
  const place = { contactId: first.id, threadId, dealIds: boxed.thread?.dealIds ?? [] };
  const { identity, bytes, senders } = opened;
  const outcome = { identity, bytes, senders, message, contactId: first.id, threadId };
  const activityId = activityIdOf(intake.id);
  const done = finishIntake(intake, { status: 'logged', ...outcome, activityId }, by);
  const changes = [done, ...activitiesOf(logged, place)].map((change) => change as unknown as Change);
  await saveChanges(changes, by, besides(logged, place));
}
