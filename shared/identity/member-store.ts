import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { kindOfId } from '../core/ids.ts';
import { type Change, changesNothing, type Kept, recordKey } from '../core/record.ts';
import { retryLostRace } from '../platform/again.ts';
import type { Write } from '../platform/commit.ts';
import { mustExist, saveChanges } from '../platform/record-store.ts';
import { type Credential, credentialItem, findCredential } from './credential-store.ts';
import { membershipsWith } from './memberships.ts';
import { changeUser, createUser, isAdmin, type NewUser, subjectOf, type User } from './user.ts';
import { lastAdmin } from './user-life.ts';
import { findUser, userStore } from './user-store.ts';

export type Member = NewUser & {
  id: string;
  /** The `sub` of the issuer's tokens. */
  subject: string;
};

const raceLost = (detail: string) => () => new AppError('conflict', 'version_conflict', detail);

/** Holds a credential's write to what was read of it. */
function credentialWrite(
  subject: string,
  before: Credential | undefined,
  after: Omit<Credential, 'revision'>,
): Write {
  const revision = (before?.revision ?? 0) + 1;
  const guard = before
    ? {
        ConditionExpression: 'revision = :before OR attribute_not_exists(revision)',
        ExpressionAttributeValues: { ':before': before.revision },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    action: { Put: { Item: credentialItem(subject, { ...after, revision }), ...guard } },
    refused: raceLost('The credential was changed by someone else; try again.'),
  };
}

/** A user of before subjects were kept, whom nobody has seen since: what they may do cannot be changed from here. */
const subjectUnknown = ({ id }: User) =>
  new AppError('conflict', 'subject_unknown', `${id} has not signed in for long; they must do so first.`);

/** USER-1: what a user's credential opens from now on, none where it does already. */
async function credentialWrites({ before, after: user }: Kept<User>): Promise<Write[]> {
  const kept = user.subject ?? before?.subject;
  const subject = subjectOf({ subject: kept, id: user.id });
  const credential = await findCredential(subject);
  if (!credential && before && kept === undefined) throw subjectUnknown(user);
  const memberships = membershipsWith(credential, user);
  if (!memberships) return [];
  return [credentialWrite(subject, credential, { ...credential, userId: user.id, memberships })];
}

/**
 * Of an administrator who goes: holds the transaction to another one's being one, so that of two who send each other away
 * one stays. Throws `last_admin`.
 */
async function adminWrites({ before, after }: Kept<User>): Promise<Write[]> {
  if (!isAdmin(before) || isAdmin(after)) return [];
  const { workspaceId, id } = after;
  const other = await findUser(workspaceId, (user) => user.id !== id && isAdmin(user));
  if (!other) throw lastAdmin();
  const stays = {
    Key: recordKey(workspaceId, 'user', other.id),
    ConditionExpression: '#status = :active AND contains(#roles, :admin)',
    ExpressionAttributeNames: { '#status': 'status', '#roles': 'roles' },
    ExpressionAttributeValues: { ':active': 'active', ':admin': 'admin' },
  };
  return [{ action: { ConditionCheck: stays }, refused: raceLost('The other administrator has changed.') }];
}

/** Roles that they did not have and that the workspace made itself must be there. */
const roleWrites = ({ before, after }: Kept<User>): Write[] =>
  after.roles.flatMap((role, n) =>
    kindOfId(role) === 'role' && !before?.roles.includes(role)
      ? [mustExist(after.workspaceId, 'role', role, `/roles/${n}`)]
      : [],
  );

const checkedPk = ({ action }: Write): unknown => action.ConditionCheck?.Key?.pk;

/**
 * Stores a user's change, and whatever else belongs to it, with what their credential opens from then on, in one
 * transaction. Throws `user_email_taken`, `credential_taken`, `last_admin`, `too_many_workspaces`, `reference_unknown`, and
 * `version_conflict` where what was read has changed.
 */
export async function saveMember(
  change: Kept<User>,
  by: Context,
  also: { first?: Change[]; then?: Change[]; writes?: Write[] } = {},
): Promise<void> {
  const [opened, guards] = await Promise.all([credentialWrites(change), adminWrites(change)]);
  const { first = [], then = [], writes = [] } = also;
  const isSame = changesNothing(change) && change.events.length === 0;
  const changes = [...first, ...(isSame ? [] : [change as unknown as Change]), ...then];
  const guarded = new Set(guards.map(checkedPk)); // an item stands in a transaction once
  const rest = writes.filter((write) => !guarded.has(checkedPk(write)));
  const all = [...guards, ...roleWrites(change), ...opened, ...rest];
  if (changes.length + opened.length > 0) await saveChanges(changes, by, all);
}

/**
 * Makes a person a member of the acting workspace, or gives them other roles there: the credential and the user in one
 * transaction. May be done again; throws as `saveMember` does.
 */
export function addMember({ id, ...given }: Member, by: Context): Promise<void> {
  return retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const user = await userStore.find(workspaceId, id);
    const change = user ? changeUser(user, given, by) : createUser(given, id, workspaceId, by);
    await saveMember(change, by);
  });
}
