import { beforeEach, expect, it } from 'vitest';
import { newId } from '../../../shared/core/ids.ts';
import { actorOfUser } from '../../../shared/identity/actor-store.ts';
import { type Key, keyRecord } from '../../../shared/identity/key.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { acme, ann, ben, globex, monday } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';

beforeEach(useTable);

const aKey = (over: Partial<Key> = {}) =>
  keep(keyRecord, {
    id: newId('key'),
    workspaceId: acme,
    version: 1,
    createdAt: monday,
    updatedAt: monday,
    name: 'Warehouse',
    roles: ['readonly'],
    scopes: ['contacts:read'],
    userId: ann,
    lastFour: 'abcd',
    expiresAt: '2999-01-01T00:00:00.000Z',
    hash: newId('key'),
    ...over,
  });

it('somebody acts in the background with the roles that they have now', async () => {
  await keep(userRecord, aUser());
  expect((await actorOfUser(acme, ann)).permissions).toContain('users:write');
  await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test', roles: ['readonly'] }));
  expect((await actorOfUser(acme, ben)).permissions).not.toContain('contacts:edit');
});

it('what was asked by a key is held to what the key may', async () => {
  await keep(userRecord, aUser());
  const { id } = await aKey();
  expect(await actorOfUser(acme, ann, id)).toMatchObject({ keyId: id, permissions: ['contacts:read'] });
});

it('who is shut out acts no more, nor in a workspace of others, nor by a key that is over', async () => {
  await keep(userRecord, aUser());
  await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test', status: 'deactivated' }));
  await expect(actorOfUser(acme, ben)).rejects.toThrow(expect.objectContaining({ code: 'user_deactivated' }));
  await expect(actorOfUser(globex, ann)).rejects.toThrow(
    expect.objectContaining({ code: 'user_deactivated' }),
  );
  const revoked = await aKey({ revokedAt: monday });
  const expired = await aKey({ expiresAt: monday });
  const foreign = await aKey({ userId: ben });
  for (const [{ id }, code] of [
    [revoked, 'key_revoked'],
    [expired, 'key_expired'],
    [foreign, 'key_unknown'],
  ] as const)
    await expect(actorOfUser(acme, ann, id)).rejects.toThrow(expect.objectContaining({ code }));
});
