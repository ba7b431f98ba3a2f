import { isTouch } from '../contacts/contact-touch.ts';
import { dueEntry } from '../core/due.ts';
import type { Entry, Item, Projection } from '../core/projection.ts';
import { recordKey, timelineSk, workspacePk } from '../core/record.ts';
import { clip } from '../core/text.ts';
import { trashable } from '../records/trashable.ts';
import { activityCells, countsAt } from '../reports/activity-facts.ts';
import { Activity, activityRecord } from './activity.ts';
import { behaviourOf } from './behaviour.ts';
import { turnOf } from './exchange.ts';

const mostShown = 500;
const shown = (text: string | undefined) => text && clip(text.replace(/\s+/g, ' ').trim(), mostShown);

/** TIMELINE-1: what a timeline shows of an activity lies in the collection of its contact and of each deal that it names. */
function timelineEntry(
  pk: string,
  { id, at, kind, subject, text, direction, contactId, dealIds, by, rating, mail }: Activity,
): Entry {
  const more = { ...(rating && { score: rating.score }), ...(mail?.fate && { mail: mail.fate }) };
  const details = { kind, subject, text: shown(text), direction, ...more, contactId, dealIds, by };
  return { pk, sk: timelineSk(at, id), type: 'activity', of: 'activity', id, at, activity: details };
}

/** ACTIVITY-2: a contact's activities by the moment they happened, apart from its changes, with what the contact did in each. */
export const contactActivitiesPk = (workspaceId: string, contactId: string) =>
  `${recordKey(workspaceId, 'contact', contactId).pk}#ACTIVITIES`;

/** CONTACT-6: those of them in which one of ours spoke, wrote or met with the contact. */
export const contactTouchesPk = (workspaceId: string, contactId: string) =>
  `${recordKey(workspaceId, 'contact', contactId).pk}#TOUCHES`;

/** CONTACT-7: those in which the contact came to us, and those in which it was answered, each by time. */
export const contactTurnsPk = (workspaceId: string, contactId: string) =>
  `${recordKey(workspaceId, 'contact', contactId).pk}#TURNS`;

function contactEntries(activity: Activity): Entry[] {
  const { workspaceId, id, at, contactId } = activity;
  const entry = { sk: `${at}#${id}`, of: 'activity', id };
  const did = behaviourOf(activity);
  const turn = turnOf(activity);
  return [
    { ...entry, pk: contactActivitiesPk(workspaceId, contactId), ...(did.length > 0 && { did }) },
    ...(isTouch(activity) ? [{ ...entry, pk: contactTouchesPk(workspaceId, contactId) }] : []),
    ...(turn ? [{ ...entry, pk: contactTurnsPk(workspaceId, contactId), sk: `${turn}#${entry.sk}` }] : []),
  ];
}

/** RATING-1: how a contact rated us, by time, with what it comes to. */
export const contactRatingsPk = (workspaceId: string, contactId: string) =>
  `${recordKey(workspaceId, 'contact', contactId).pk}#RATINGS`;
function ratingEntry({ workspaceId, id, at, contactId, rating }: Activity): Entry[] {
  if (!rating) return [];
  const pk = contactRatingsPk(workspaceId, contactId);
  return [{ pk, sk: `${at}#${id}`, of: 'activity', id, at, score: rating.score }];
}

/** FORM-5: what was sent with a form, by time. */
export const formSubmissionsPk = (workspaceId: string, formId: string) =>
  `${workspacePk(workspaceId)}#SUBMISSIONS#${formId}`;

function submissionEntry({ workspaceId, id, at, submission }: Activity): Entry[] {
  if (!submission) return [];
  return [{ pk: formSubmissionsPk(workspaceId, submission.formId), sk: `${at}#${id}`, of: 'activity', id }];
}

/** What is planned counts in reports when it has happened. */
function countedDue(activity: Activity, now: string): Entry[] {
  const at = countsAt(activity, now);
  return at ? [dueEntry(at, 'activity', activity.workspaceId, 'activity', activity.id)] : [];
}

const authorOf = ({ by }: Item) => activityRecord.ownerOf({ by } as Activity);
export const activityProjection: Projection = trashable(
  {
    definition: 8,
    project({ record, now }) {
      const activity = Activity.parse(record);
      const { workspaceId, contactId, dealIds } = activity;
      const pks = [
        recordKey(workspaceId, 'contact', contactId).pk,
        ...dealIds.map((id) => recordKey(workspaceId, 'deal', id).pk),
      ];
      const entries = pks.map((pk) => timelineEntry(pk, activity));
      return {
        entries: [
          ...[...entries, ...contactEntries(activity)],
          ...[...submissionEntry(activity), ...ratingEntry(activity), ...countedDue(activity, now)],
        ],
        counters: activityCells(activity, now),
      };
    },
  },
  authorOf,
);
