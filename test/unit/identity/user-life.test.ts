import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/core/ids.ts';
import { membershipsWith, mostMemberships } from '../../../shared/identity/memberships.ts';
import { isAdmin, isHere, userRecord } from '../../../shared/identity/user.ts';
import { deactivateUser, patchUser, reactivateUser, removeUser } from '../../../shared/identity/user-life.ts';
import { acme, ann, ben, globex } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aContext } from '../../helpers/context.ts';

const by = aContext();
const code = (name: string) => expect.objectContaining({ code: name });

describe('what a credential opens', () => {
  const credential = {
    userId: ann,
    memberships: [{ workspaceId: globex, roles: ['rep' as const] }],
    revision: 3,
  };

  it('is what its user’s roles are here, beside other workspaces', () => {
    const here = { workspaceId: acme, roles: ['admin'] };
    expect(membershipsWith(credential, aUser())).toEqual([...credential.memberships, here]);
    expect(membershipsWith(undefined, aUser({ status: 'invited' }))).toEqual([here]);
  });
  it('is nothing here of who is gone, and stays elsewhere', () => {
    const both = { ...credential, memberships: membershipsWith(credential, aUser()) ?? [] };
    expect(membershipsWith(both, aUser({ status: 'deactivated' }))).toEqual(credential.memberships);
    expect(membershipsWith(credential, aUser({ status: 'deactivated' }))).toBeUndefined();
  });
  it('is written only where it changes', () => {
    const same = { ...credential, memberships: [{ workspaceId: acme, roles: ['admin' as const] }] };
    expect(membershipsWith(same, aUser())).toBeUndefined();
  });
  it('is never another person’s, nor too much', () => {
    expect(() => membershipsWith({ ...credential, userId: ben }, aUser())).toThrow(code('credential_taken'));
    const memberships = Array.from({ length: mostMemberships }, () => ({
      workspaceId: newId('workspace'),
      roles: ['rep' as const],
    }));
    expect(() => membershipsWith({ ...credential, memberships }, aUser())).toThrow(
      code('too_many_workspaces'),
    );
  });
});

describe('somebody’s life in a workspace', () => {
  const gone = aUser({ status: 'deactivated' });
  it('lets in who is invited or active, and calls an administrator only who has been here', () => {
    expect(
      (['invited', 'active', 'deactivated', 'removed'] as const).map((status) => isHere({ status })),
    ).toEqual([true, true, false, false]);
    expect(isAdmin(aUser({ status: 'invited' }))).toBe(false);
    expect(isAdmin(aUser())).toBe(true);
  });
  it('tells of a deactivation by the version that it leaves behind, which names the handing over', () => {
    const { after, events } = deactivateUser(aUser({ version: 4 }), ben, by);
    expect(after).toMatchObject({ status: 'deactivated', version: 5 });
    expect(events).toMatchObject([{ type: 'user.deactivated', data: { userId: ann, job: 5 } }]);
  });
  it('brings nobody back who is here, and patches nobody who is removed', () => {
    expect(reactivateUser(aUser(), by)).toBeUndefined();
    const removed = removeUser(gone, true, by)?.after ?? gone;
    for (const change of [() => reactivateUser(removed, by), () => patchUser(removed, { name: 'A' }, by)])
      expect(change).toThrow(code('user_removed'));
    expect(removeUser(removed, true, by)).toBeUndefined();
  });
  it('ends with a stub that says nothing of them and holds no address', () => {
    expect(() => removeUser(aUser(), true, by)).toThrow(code('user_active'));
    expect(() => removeUser(gone, false, by)).toThrow(code('reassignment_running'));
    const stub = removeUser({ ...gone, subject: 'sub-ann' }, true, by)?.after ?? gone;
    expect(userRecord.schema.parse(stub)).toMatchObject({ id: ann, name: 'Former user', status: 'removed' });
    expect(JSON.stringify(stub)).not.toMatch(/Ann Archer|acme\.test|sub-ann/);
    expect(userRecord.unique(stub)).toEqual([]);
  });
});
