import { rightsOf } from '../access/access-store.ts';
import type { Context } from '../core/actor.ts';
import type { Kept } from '../core/record.ts';
import { permissionsOf } from '../core/rights.ts';
import { type Scope, within } from '../core/scope.ts';
import { isHere, type User } from '../identity/user.ts';
import { userStore } from '../identity/user-store.ts';
import type { Activity } from './activity.ts';
import { activityMentioned } from './activity-events.ts';
import { assertKnown, mentionsAfter, withMentions } from './mentions.ts';

type IsSeen = (scope: Scope, activity: Activity) => Promise<boolean>;
async function canSee({ id, workspaceId, roles }: User, activity: Activity, isSeen: IsSeen) {
  const rights = await rightsOf(workspaceId, { userId: id, roles });
  const isReader = permissionsOf({ id, rights }).includes('activities:read');
  return isReader && isSeen(within({ workspaceId, id, rights }), activity);
}

/**
 * MENTION-1: a change of an activity with those whom it mentions; whoever is newly mentioned and may see it is told by an event. One
 * BatchGet of users where anybody is, and one of what it is about for each who does not see everything. Throws
 * `validation_failed`, `reference_unknown`.
 */
export async function mentioning(
  change: Kept<Activity>,
  said: string[] | undefined,
  isSeen: IsSeen,
  { actor }: Context,
): Promise<Kept<Activity>> {
  const { before, after } = change;
  const mentions = mentionsAfter(before, after.text, said);
  const added = mentions.filter((id) => !before?.mentions?.includes(id));
  const users = added.length > 0 ? await userStore.getMany(after.workspaceId, added) : [];
  const here = users.filter(isHere);
  assertKnown(
    added,
    here.map(({ id }) => id),
    said ?? [],
  );
  const seen = await Promise.all(here.map((user) => canSee(user, after, isSeen)));
  const toTell = here.filter(({ id }, n) => seen[n] && id !== actor.id).map(({ id }) => id);
  const unseen = here.filter((_, n) => !seen[n]).map(({ id }) => id);
  const unseenBy = [...(before?.unseenBy ?? []).filter((id) => mentions.includes(id)), ...unseen];
  const { id: activityId, contactId } = after;
  const by = actor.kind === 'user' ? { byId: actor.id } : {};
  const event = activityMentioned({ activityId, contactId, userIds: toTell, ...by });
  return {
    ...change,
    after: withMentions(after, { mentions, unseenBy }),
    events: toTell.length > 0 ? [...change.events, event] : change.events,
  };
}
