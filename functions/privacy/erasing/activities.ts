import { type Activity, activityRecord } from '../../../shared/activities/activity.ts';
import { visitorKey, visitorPk } from '../../../shared/forms/page-view.ts';
import type { Intake } from '../../../shared/mail/intake.ts';
import { senderIntakesPk } from '../../../shared/mail/intake-projection.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { sesMessageIds } from '../../../shared/mail/thread.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { recordStore, writesOf } from '../../../shared/platform/record-store.ts';
import type { Erased } from '../../../shared/privacy/erasure.ts';
import { remove } from '../../../shared/privacy/forget.ts';
import { deleteItems, partition } from '../../../shared/privacy/items-store.ts';
import { relatedIds } from '../../../shared/records/related-store.ts';
import { forgetHistory } from './history.ts';
import { eraseIntake, eraseMessage, eraseObjects, eraseRaw, eraseThread } from './mail.ts';
import { type Step, type Whose, type Work, withEach } from './work.ts';

const activities = recordStore(activityRecord);

/** A mail's id as a thread knows it: SES names one that we sent by its domain in one of two ways. */
const namesOf = (messageId: string | undefined): string[] => {
  const id = messageId?.replace(/^<|>$/g, '');
  const ours = id && /^(.*)@(?:email|[\w-]+)\.amazonses\.com$/.exec(id)?.[1];
  return [...(id ? [id] : []), ...(ours ? sesMessageIds(ours, process.env.AWS_REGION ?? '') : [])];
};

async function* eraseMail(work: Whose, mail: NonNullable<Activity['mail']>): AsyncGenerator<Erased> {
  const { intakeId, threadId, messageId, rawKey, textKey, htmlKey, attachments } = mail;
  if (intakeId?.startsWith('in_')) yield* eraseIntake(work, intakeId);
  if (intakeId?.startsWith('ms_')) yield* eraseMessage(work, intakeId);
  yield* eraseRaw(work, rawKey);
  yield* eraseObjects([textKey, htmlKey, ...attachments.map(({ key }) => key)]);
  await eraseThread(work, threadId, namesOf(messageId));
}

/** What a browser looked at, where the last form that it sent was this person's. */
async function* eraseVisits({ workspaceId, contactId }: Whose, visitorId: string): AsyncGenerator<Erased> {
  const visitor = await getItem(visitorKey(workspaceId, visitorId));
  if (visitor && visitor.contactId !== contactId) return;
  for await (const item of partition({ pk: visitorPk(workspaceId, visitorId) })) {
    if (item.sk === 'VISITOR') continue;
    await deleteItems([item]);
    yield 'pageViews';
  }
  if (visitor) await deleteItems([visitor]); // last: it says whose the views are
}

/** Deletes the record that was read, unless somebody has written it since; then all of it begins again. */
async function* removeActivity({ workspaceId, by }: Work, id: string): AsyncGenerator<Erased> {
  const tally: Erased[] = [];
  await retryLostRace(async () => {
    const activity = await activities.find(workspaceId, id);
    for await (const one of forgetHistory(workspaceId, 'activity', id)) tally.push(one);
    if (!activity) return;
    await commit(writesOf(remove(activityRecord, activity), by));
    tally.push('activities');
  });
  yield* tally;
}

/** What an activity names: a mail's objects and its conversation, a visitor's page views. */
export async function* eraseNamedBy(whose: Whose, { mail, submission }: Activity): AsyncGenerator<Erased> {
  if (mail) yield* eraseMail(whose, mail);
  if (submission?.visitorId) yield* eraseVisits(whose, submission.visitorId);
}

/** An activity with all that it names, and last itself. */
export async function* eraseActivity(work: Work, id: string): AsyncGenerator<Erased> {
  const activity = await activities.find(work.workspaceId, id);
  if (activity) yield* eraseNamedBy(work, activity);
  yield* removeActivity(work, id);
}

/** ACTIVITY-2: everything that happened with the person. */
export const eraseActivities: Step = (work) =>
  withEach(relatedIds(work.workspaceId, { kind: 'contact', id: work.contactId }, 'activity'), (id) =>
    eraseActivity(work, id),
  );

/**
 * What stands on another contact's timeline is part of their history: a colleague may be a contact, too. What stands on
 * nobody's is the person's, unless it came when they had come back already.
 */
const isOf = ({ contactId, at }: Intake, erased: string, erasedAt: string) =>
  contactId === undefined ? at <= erasedAt : contactId === erased;

/** MAIL-5: what came from the person's addresses and stands on no timeline: automatic answers, spam, what was sent to nobody. */
export const eraseIntakes: Step = async function* (work) {
  const { workspaceId, contactId, erasure } = work;
  for (const hash of erasure.addresses) {
    for await (const { id } of partition({ pk: senderIntakesPk(workspaceId, hash) })) {
      const intake = await intakeStore.find(workspaceId, String(id));
      if (intake && isOf(intake, contactId, erasure.createdAt)) yield* eraseIntake(work, intake.id);
    }
  }
};
