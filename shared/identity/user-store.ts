import { notFound, referenceUnknown } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { queryItems } from '../platform/dynamo.ts';
import { findListed, recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { isHere, type User, userRecord } from './user.ts';
import { userListPk } from './user-projection.ts';

/** USER-2: by id, one GetItem. */
export const userStore = recordStore(userRecord);

/** USER-3: by name, one Query and one BatchGet a page. */
export const userPage = (workspaceId: string, page: PageRequest): Promise<Page<User>> =>
  recordPage({ pk: userListPk(workspaceId) }, page, 'users', (ids) => userStore.getMany(workspaceId, ids));

/** Somebody who is neither deactivated nor removed. Throws `user_not_found`. */
export async function getUserHere(workspaceId: string, id: string): Promise<User> {
  const user = await userStore.get(workspaceId, id);
  if (!isHere(user)) throw notFound('user', id);
  return user;
}

/** A write that holds the whole transaction to a user's being here. Throws `reference_unknown`. */
export const mustBeHere = (workspaceId: string, id: string, pointer: string): Write => ({
  action: {
    ConditionCheck: {
      Key: recordKey(workspaceId, 'user', id),
      ConditionExpression: 'attribute_exists(pk) AND NOT #status IN (:deactivated, :removed)',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':deactivated': 'deactivated', ':removed': 'removed' },
    },
  },
  refused: () => referenceUnknown(pointer, `There is no user ${id} who is active here.`),
});

/** Those of some users who are here, in their order; one BatchGet. */
export async function whoAreHere(workspaceId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const users = await userStore.getMany(workspaceId, [...ids]);
  return users.filter(isHere).map(({ id }) => id);
}

/** USER-4: the first of all users that is looked for, a hundred at a time; undefined where there is none. */
export const findUser = (workspaceId: string, isWanted: (user: User) => boolean): Promise<User | undefined> =>
  findListed(userListPk(workspaceId), (ids) => userStore.getMany(workspaceId, ids), isWanted);

/** Who is here and has a role. */
export const userWithRole = async (workspaceId: string, role: string): Promise<string | undefined> =>
  (await findUser(workspaceId, (user) => isHere(user) && user.roles.some((one) => one === role)))?.id;

const mostIds = 10_000;
/** USER-3: the ids of all who are here, as the list was a second ago: one Query. */
export async function idsOfUsersHere(workspaceId: string): Promise<string[]> {
  const { items } = await queryItems({ pk: userListPk(workspaceId), limit: mostIds });
  return items.filter(({ isAway }) => !isAway).map(({ id }) => String(id));
}
