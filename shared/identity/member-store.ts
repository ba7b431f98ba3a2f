import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { retryLostRace } from '../platform/again.ts';
import type { Write } from '../platform/commit.ts';
import { saveChanges } from '../platform/record-store.ts';
import { type Credential, credentialItem, findCredential } from './credential-store.ts';
import type { Authorization } from './membership.ts';
import { changeUser, createUser, type NewUser, type User } from './user.ts';
import { userStore } from './user-store.ts';

type Memberships = Authorization['memberships'];
export type Member = NewUser & {
  id: string;
  /** The `sub` of the issuer's tokens. */
  subject: string;
};

/** Undefined where the membership is there already. */
function withMembership(memberships: Memberships, wanted: Memberships[number]): Memberships | undefined {
  const there = memberships.find(({ workspaceId }) => workspaceId === wanted.workspaceId);
  if (!there) return [...memberships, wanted];
  if (there.roles.join() === wanted.roles.join()) return undefined;
  return memberships.map((one) => (one === there ? wanted : one));
}

const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'The credential was changed by someone else; try again.');

/** Holds a credential's write to what was read of it. */
function credentialWrite(
  subject: string,
  before: Credential | undefined,
  after: Omit<Credential, 'revision'>,
): Write {
  const revision = (before?.revision ?? 0) + 1;
  const guard = before
    ? { ConditionExpression: 'revision = :before', ExpressionAttributeValues: { ':before': before.revision } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    action: { Put: { Item: credentialItem(subject, { ...after, revision }), ...guard } },
    refused: raceLost,
  };
}

function assertSamePerson(credential: Credential | undefined, userId: string): void {
  if (!credential || credential.userId === userId) return;
  throw new AppError('conflict', 'credential_taken', 'This credential is of another user.');
}

type Stored = { credential: Credential | undefined; user: User | undefined };
function decide({ subject, id, ...given }: Member, { credential, user }: Stored, by: Context) {
  assertSamePerson(credential, id);
  const change = user ? changeUser(user, given, by) : createUser(given, id, by);
  const wanted = { workspaceId: by.actor.workspaceId, roles: given.roles };
  const memberships = withMembership(credential?.memberships ?? [], wanted);
  const writes = memberships ? [credentialWrite(subject, credential, { userId: id, memberships })] : [];
  return { changes: change ? [change as never] : [], writes };
}

/**
 * Makes a person a member of the acting workspace, or gives them another role there: the credential and the user in one
 * transaction. May be done again; throws `user_email_taken`, `credential_taken`.
 */
export function addMember(member: Member, by: Context): Promise<void> {
  return retryLostRace(async () => {
    const [credential, user] = await Promise.all([
      findCredential(member.subject),
      userStore.find(by.actor.workspaceId, member.id),
    ]);
    const { changes, writes } = decide(member, { credential, user }, by);
    if (changes.length + writes.length > 0) await saveChanges(changes, by, writes);
  });
}
