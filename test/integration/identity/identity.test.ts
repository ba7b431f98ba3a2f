import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/identity/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import { defaultStages } from '../../../shared/deals/pipeline.ts';
import { findCredential } from '../../../shared/identity/credential-store.ts';
import { addMember } from '../../../shared/identity/member-store.ts';
import { getMeRoute, listUsersRoute } from '../../../shared/identity/user-routes.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { getWorkspaceRoute } from '../../../shared/workspaces/workspace-routes.ts';
import { addWorkspace, workspaceStore } from '../../../shared/workspaces/workspace-store.ts';
import { acme, ann, ben, globex, noon, pipelineId } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useTable);

const anns = { id: ann, subject: 'sub-ann', name: 'Ann', email: 'ann@acme.test', roles: ['admin'] };
const bens = { id: ben, subject: 'sub-ben', name: 'Ben', email: 'ben@acme.test', roles: ['rep'] };
const all = () => Array.fromAsync(readAll());

describe('addMember', () => {
  it('USER-1: makes a credential that opens the workspace, and the user in it', async () => {
    await addMember(anns, aContext());
    expect(await findCredential('sub-ann')).toMatchObject({
      userId: ann,
      memberships: [{ workspaceId: acme, roles: ['admin'] }],
    });
    expect(await userStore.get(acme, ann)).toMatchObject({ name: 'Ann', roles: ['admin'], status: 'active' });
    resetMeter();
    await findCredential('sub-ann');
    expect(meter.requests).toBe(1);
  });

  it('changes nothing when done again', async () => {
    await addMember(anns, aContext());
    const before = await all();
    await addMember(anns, aContext());
    expect(await all()).toEqual(before);
  });

  it('loses no membership when several workspaces take in one person at once', async () => {
    const workspaces = [acme, globex, newId('workspace'), newId('workspace')];
    await Promise.all(workspaces.map((workspaceId) => addMember(anns, aContext({ workspaceId }))));
    const credential = await findCredential('sub-ann');
    expect(credential?.memberships.map(({ workspaceId }) => workspaceId).sort()).toEqual(workspaces.sort());
  });

  it('gives another role, to the credential and the user alike', async () => {
    await addMember(bens, aContext());
    await addMember({ ...bens, roles: ['support'] }, aContext());
    expect((await findCredential('sub-ben'))?.memberships).toEqual([
      { workspaceId: acme, roles: ['support'] },
    ]);
    expect(await userStore.get(acme, ben)).toMatchObject({ roles: ['support'], version: 2 });
  });

  it('refuses another person’s address or credential, and leaves nothing half done', async () => {
    await addMember(anns, aContext());
    const taken = addMember({ ...bens, email: 'ANN@acme.test' }, aContext());
    await expect(taken).rejects.toMatchObject({ code: 'user_email_taken' });
    expect(await findCredential('sub-ben')).toBeUndefined();
    const stolen = addMember({ ...bens, subject: 'sub-ann' }, aContext());
    await expect(stolen).rejects.toMatchObject({ code: 'credential_taken' });
    expect(await userStore.find(acme, ben)).toBeUndefined();
  });
});

describe('addWorkspace', () => {
  const ids = { id: acme, pipelineId };

  it('makes the workspace and its default pipeline', async () => {
    const made = await addWorkspace({ name: 'Acme', currency: 'USD' }, noon);
    expect(await workspaceStore.get(made.id, made.id)).toEqual(made);
    expect(made).toMatchObject({ name: 'Acme', currency: 'USD', country: 'DE' });
    const { stages } = await pipelineStore.get(made.id, made.defaultPipelineId);
    expect(stages).toEqual(defaultStages);
  });

  it('changes nothing when done again with the same id, whatever is given', async () => {
    await addWorkspace({ name: 'Acme' }, noon, ids);
    const before = await all();
    expect(
      await addWorkspace({ name: 'Other', emailFolding: { plusTag: false, gmailDots: false } }, noon, ids),
    ).toMatchObject({
      name: 'Acme',
      emailFolding: { plusTag: true },
    });
    expect(await all()).toEqual(before);
  });

  it('is made once when two make it at once', async () => {
    const both = await Promise.all([
      addWorkspace({ name: 'A' }, noon, ids),
      addWorkspace({ name: 'B' }, noon, ids),
    ]);
    expect(both[0]).toEqual(both[1]);
  });
});

describe('the API', () => {
  beforeEach(async () => {
    await addWorkspace({ name: 'Acme' }, noon, { id: acme, pipelineId });
    await addMember(bens, aContext());
    await addMember(anns, aContext());
    await addMember(
      { ...anns, id: newId('user'), subject: 'x', email: 'g@globex.test' },
      aContext({ workspaceId: globex }),
    );
    await settleAll();
  });

  it('USER-3: lists the members of the workspace alone, by name', async () => {
    const { status, headers, body } = await call(handler, listUsersRoute, {});
    expect(status).toBe(200);
    expect(headers['rapport-capacity']).toMatch(/^requests=2;/);
    expect(body.items.map(({ id, name, email, roles }) => ({ id, name, email, roles }))).toEqual([
      { id: ann, name: 'Ann', email: 'ann@acme.test', roles: ['admin'] },
      { id: ben, name: 'Ben', email: 'ben@acme.test', roles: ['rep'] },
    ]);
  });

  it('USER-6: tells me who I am and what I may do, in one request (ACCESS-1 beside it, every 30 s)', async () => {
    await call(handler, getMeRoute, { userId: ben, role: 'rep' });
    const { headers, body } = await call(handler, getMeRoute, { userId: ben, role: 'rep' });
    expect(headers['rapport-capacity']).toMatch(/^requests=1;/);
    expect(body).toMatchObject({ id: ben, name: 'Ben', roles: ['rep'] });
    expect(body.permissions).toContain('deals:edit');
    expect(body.permissions).not.toContain('users:write');
  });

  it('answers 404 to a credential whose user is gone', async () => {
    expect(await call(handler, getMeRoute, { userId: newId('user') })).toMatchObject({
      status: 404,
      body: { code: 'user_not_found' },
    });
  });

  it('shows the workspace that the request chose, with its ETag', async () => {
    const answer = await call(handler, getWorkspaceRoute, {});
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: {
        id: acme,
        name: 'Acme',
        currency: 'EUR',
        defaultPipelineId: pipelineId,
        emailFolding: { plusTag: true },
      },
    });
    expect((await call(handler, getWorkspaceRoute, { headers: { 'if-none-match': '"1"' } })).status).toBe(
      304,
    );
  });
});
