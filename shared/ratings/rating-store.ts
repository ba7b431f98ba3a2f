import { activityRecord } from '../activities/activity.ts';
import { contactRatingsPk } from '../activities/activity-projection.ts';
import { type Contact, contactRecord } from '../contacts/contact.ts';
import { type Context, systemContext } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { kindOfId } from '../core/ids.ts';
import { retryLostRace } from '../platform/again.ts';
import { queryItems } from '../platform/dynamo.ts';
import { type Ids, standing } from '../platform/merged.ts';
import { isOver, lastDayOf, type RatingLink, ratingLinkOf, ratingUrl } from '../platform/rating-link.ts';
import { mustExist, recordStore } from '../platform/record-store.ts';
import { changeRating, giveRating, ratingDays, ratingIdOf, scores } from './rating.ts';

const activities = recordStore(activityRecord);
const contacts = recordStore(contactRecord);

/**
 * Five links, one a score, by which a contact rates a ticket or a deal; good for 90 days from `now`. The same whenever they
 * are made on one day (UTC).
 */
export const ratingLinks = (
  workspaceId: string,
  about: { contactId: string; aboutId: string },
  now: string,
): Promise<{ score: number; url: string }[]> =>
  Promise.all(
    scores.map(async (score) => {
      const lastDay = lastDayOf(now, ratingDays);
      return { score, url: await ratingUrl({ workspaceId, ...about, score, lastDay }) };
    }),
  );

const invalid = (detail: string) => new AppError('not_found', 'rating_link_invalid', detail);
const gone = () => invalid('Nobody can be asked any more what this link asks.');

/** What a link says, and who is asked. Throws `rating_link_invalid`, `rating_link_expired`. */
export async function askedBy(token: string, now: string): Promise<{ link: RatingLink; contact: Contact }> {
  const link = await ratingLinkOf(token);
  if (!link) throw invalid('This link is not complete. Copy all of it from the mail.');
  if (isOver(link, now)) {
    throw new AppError('gone', 'rating_link_expired', `A link to rate is good for ${ratingDays} days.`);
  }
  const item = await standing(link.workspaceId, 'contact', link.contactId);
  const contact = item && contacts.parse(item);
  if (!contact || contact.deletedAt || contact.erasedAt) throw gone();
  return { link, contact };
}

/** The deal that the rating is about, so that it stands on its timeline; none of a ticket, or of one that is gone. */
async function dealsOf({ workspaceId, aboutId }: RatingLink): Promise<string[]> {
  if (kindOfId(aboutId) !== 'deal') return [];
  const deal = await standing(workspaceId, 'deal', aboutId);
  return deal && !deal.deletedAt ? [aboutId] : [];
}

type Given = { score: number; comment?: string | undefined };
async function give(link: RatingLink, contact: Contact, given: Given, by: Context): Promise<void> {
  const { workspaceId } = link;
  const there = await activities.find(workspaceId, ratingIdOf(link));
  if (there?.deletedAt) return; // somebody of the workspace took it away
  if (there) {
    const change = changeRating(there, given, by.now);
    if (change) await activities.save(change, by);
    return;
  }
  const dealIds = await dealsOf(link);
  await activities.save(giveRating(link, given, { contactId: contact.id, dealIds, by }), by, [
    mustExist(workspaceId, 'contact', contact.id, '/contactId'),
    ...dealIds.map((id) => mustExist(workspaceId, 'deal', id, '/dealIds')),
  ]);
}

/**
 * Stores what somebody says by a link: one activity on the contact's timeline, however often and with whatever score it is
 * said. May be repeated.
 */
export const rate = (
  link: RatingLink,
  contact: Contact,
  comment: string | undefined,
  now: string,
): Promise<void> => {
  const by = systemContext(link.workspaceId, 'mail', 'rating', now);
  return retryLostRace(() => give(link, contact, { score: link.score, comment }, by));
};

const mostRead = 100;
export type RatingLine = { activityId: string; at: string; score: number };
/** RATING-1: the last hundred ratings of a contact, newest first; a Query for each of its ids. */
export async function ratingsOf(workspaceId: string, ids: Ids): Promise<RatingLine[]> {
  const pages = await Promise.all(
    ids.map((id) =>
      queryItems({ pk: contactRatingsPk(workspaceId, id), newestFirst: true, limit: mostRead }),
    ),
  );
  return pages
    .flatMap(({ items }) => items)
    .map(({ id, at, score }) => ({ activityId: String(id), at: String(at), score: Number(score) }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, mostRead);
}
