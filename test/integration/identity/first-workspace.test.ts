import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../../functions/identity/people/open-workspace.ts';
import { firstWorkspace } from '../../../infra/first-workspace.ts';
import { newId } from '../../../shared/core/ids.ts';
import { findCredential } from '../../../shared/identity/credential-store.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { isOwnDomain } from '../../../shared/mail/mailbox-store.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';
import { noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useTable);

const ada = { subject: 'sub-ada', email: 'ada@acme.test', person: 'Ada', company: 'Acme' };
const make = (domain: string, who = ada) => firstWorkspace({ ...who, 'mail-domain': domain }, noon);

describe('the first workspace of a deployment', () => {
  it('has an admin who may sign in, and receives the mail of its domain', async () => {
    const id = await make('one.acme.test');
    const credential = await findCredential('sub-ada');
    expect(credential?.memberships).toEqual([{ workspaceId: id, roles: ['admin'] }]);
    expect(await userStore.get(id, credential?.userId ?? '')).toMatchObject({ email: 'ada@acme.test' });
    expect(await workspaceStore.get(id, id)).toMatchObject({ name: 'Acme' });
    expect(await isOwnDomain(id, 'sales@one.acme.test')).toBe(true);
  });

  it('is the same when it is made again', async () => {
    const id = await make('two.acme.test');
    const before = await Array.fromAsync(readAll());
    expect(await make('two.acme.test')).toBe(id);
    expect(await Array.fromAsync(readAll())).toEqual(before);
  });

  it('is not the only one: a domain is held for another one that is named, if it is theirs', async () => {
    const first = await make('four.acme.test');
    const { userId = '' } = (await findCredential('sub-ada')) ?? {};
    const by = { ...aContext({ workspaceId: first, userId }) };
    const second = await openWorkspace({ name: 'Iberia' }, by);
    const named = { ...ada, workspace: second.id, 'mail-domain': 'iberia.acme.test' };
    expect(await firstWorkspace(named, noon)).toBe(second.id);
    expect(await isOwnDomain(second.id, 'sales@iberia.acme.test')).toBe(true);
    const foreign = { ...named, workspace: newId('workspace'), 'mail-domain': 'else.acme.test' };
    await expect(firstWorkspace(foreign, noon)).rejects.toThrow('no workspace of');
  });

  it('takes no mail from another workspace', async () => {
    const id = await make('three.acme.test');
    const eve = { ...ada, subject: 'sub-eve', email: 'eve@globex.test', company: 'Globex' };
    await expect(make('three.acme.test', eve)).rejects.toThrow('another workspace');
    expect(await isOwnDomain(id, 'sales@three.acme.test')).toBe(true);
  });
});
