import type { Context } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import { nameOf } from '../core/projection.ts';
import { retryLostRace } from '../platform/again.ts';
import { getItems } from '../platform/dynamo.ts';
import type { Workspace } from '../workspaces/workspace.ts';
import { workspaceStore } from '../workspaces/workspace-store.ts';
import { saveMember } from './member-store.ts';
import { type KeptPreferences, preferencesKey, preferencesOf } from './preferences.ts';
import type { User } from './user.ts';
import { welcomeUser } from './user-life.ts';
import { userStore } from './user-store.ts';

/** USER-6: a user, their preferences and the workspaces of their credential, one BatchGet. Throws `user_not_found`. */
export async function whoIs(
  workspaceId: string,
  id: string,
  workspaceIds: readonly string[],
): Promise<{ user: User; preferences: KeptPreferences; workspaces: Workspace[] }> {
  const userKey = userStore.keyOf(workspaceId, id);
  const ownKey = preferencesKey(workspaceId, id);
  const items = await getItems([
    userKey,
    ownKey,
    ...workspaceIds.map((one) => workspaceStore.keyOf(one, one)),
  ]);
  const user = items.get(nameOf(userKey));
  if (!user) throw notFound('user', id);
  const workspaces = workspaceIds.flatMap((one) => {
    const item = items.get(nameOf(workspaceStore.keyOf(one, one)));
    return item ? [workspaceStore.parse(item)] : [];
  });
  const preferences = preferencesOf(items.get(nameOf(ownKey)));
  return { user: userStore.parse(user), preferences, workspaces };
}

/** Whether it is news that they are here: they were invited, or nobody has kept the subject of their credential. */
export const isNews = ({ status, subject }: User, seen: string | undefined): boolean =>
  status === 'invited' || (subject === undefined && seen !== undefined);

/** Who was invited is active from the moment that they ask who they are. May be repeated. */
export const arrive = (user: User, subject: string | undefined, by: Context): Promise<User> =>
  retryLostRace(async () => {
    const known = await userStore.get(user.workspaceId, user.id);
    if (!isNews(known, subject)) return known;
    const change = welcomeUser(known, subject, by);
    await saveMember(change, by);
    return change.after;
  });
