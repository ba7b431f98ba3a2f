import { type Activity, activityRecord, logActivity } from '../activities/activity.ts';
import type { Context } from '../core/actor.ts';
import { derivedId } from '../core/derived-id.ts';
import { kindOfId } from '../core/ids.ts';
import { type Kept, nextVersion } from '../core/record.ts';
import { ratingGiven } from './rating-events.ts';

export const scores = [1, 2, 3, 4, 5] as const;
/** Days that a link to rate is good for. */
export const ratingDays = 90;

/** What a link asks: how content a contact is with a ticket or a deal. */
export type RatingAsked = { workspaceId: string; contactId: string; aboutId: string };

/** The activity of a rating: what is asked once has one, whatever is answered, and however often. */
export function ratingIdOf({ workspaceId, contactId, aboutId }: RatingAsked): string {
  return derivedId('activity', [workspaceId, contactId, aboutId].join('\n'));
}

/** The field that names it. */
const aboutOf = (aboutId: string) =>
  kindOfId(aboutId) === 'deal' ? { dealId: aboutId } : { ticketId: aboutId };

type Given = {
  score: number;
  /** Kept as it was where it is left out. */
  comment?: string | undefined;
};

/** A first rating, on the timeline of whom the contact is now. */
export function giveRating(
  asked: RatingAsked,
  { score, comment }: Given,
  { contactId, dealIds, by }: { contactId: string; dealIds: string[]; by: Context },
): Kept<Activity> {
  const { aboutId } = asked;
  const about = { contactId, dealIds, at: by.now, direction: 'inbound' as const };
  const given = { kind: 'rating' as const, ...about, ...(comment && { text: comment }) };
  const change = logActivity({ ...given, rating: { score, ...aboutOf(aboutId) } }, by, ratingIdOf(asked));
  return { ...change, events: [ratingGiven({ activityId: change.after.id, contactId, aboutId })] };
}

/** The same rated anew, or a word more; undefined where nothing is new. */
export function changeRating(
  activity: Activity,
  { score, comment }: Given,
  now: string,
): Kept<Activity> | undefined {
  const { id, contactId, rating, text } = activity;
  const isNewScore = rating?.score !== score;
  const isNewText = comment !== undefined && comment !== (text ?? '');
  if (!isNewScore && !isNewText) return undefined;
  const { text: old, ...rest } = activity;
  const words = comment ?? old;
  const after = nextVersion<Activity>(
    { ...rest, ...(words && { text: words }) },
    { rating: { ...rating, score }, ...(isNewScore && { at: now }) },
    now,
  );
  const aboutId = rating?.ticketId ?? rating?.dealId ?? '';
  const events = isNewScore ? [ratingGiven({ activityId: id, contactId, aboutId })] : [];
  return { of: activityRecord, before: activity, after, events };
}

/** Of these scores, to one place behind the point; undefined of none. */
export const averageOf = (all: readonly number[]): number | undefined =>
  all.length === 0 ? undefined : Math.round((all.reduce((sum, one) => sum + one, 0) / all.length) * 10) / 10;
