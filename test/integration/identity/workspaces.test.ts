import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/identity/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import { createPipelineRoute } from '../../../shared/deals/pipeline-routes.ts';
import { findCredential } from '../../../shared/identity/credential-store.ts';
import { addMember } from '../../../shared/identity/member-store.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import {
  createWorkspaceRoute,
  getWorkspaceRoute,
  listWorkspacesRoute,
  patchWorkspaceRoute,
} from '../../../shared/workspaces/workspace-routes.ts';
import { acme, ann, globex, pipelineId } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { join, usePeople } from '../../helpers/people-world.ts';

beforeEach(async () => {
  await usePeople();
  await join(ann, 'Ann', ['admin']);
});
const make = (body: object, more: Call = {}) => call(handler, createWorkspaceRoute, { body, ...more });
const patch = (body: object, more: Call = {}) => call(handler, patchWorkspaceRoute, { body, ...more });

describe('a workspace that somebody makes', () => {
  it('is theirs: they are its administrator at once, under the same id', async () => {
    const { status, body } = await make({
      name: 'Iberia',
      country: 'ES',
      currency: 'EUR',
      timeZone: 'Europe/Madrid',
    });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { name: 'Iberia', country: 'ES', timeZone: 'Europe/Madrid', version: 1 },
    });
    expect(await findCredential('sub-ann')).toMatchObject({
      userId: ann,
      memberships: [{ workspaceId: acme }, { workspaceId: body.id, roles: ['admin'] }],
    });
    expect(await userStore.get(body.id, ann)).toMatchObject({
      roles: ['admin'],
      status: 'active',
      name: 'Ann',
    });
    expect((await pipelineStore.get(body.id, body.defaultPipelineId)).stages.length).toBeGreaterThan(2);
  });

  it('is made once by a request that is sent twice, one after the other or at once', async () => {
    const headers = { 'idempotency-key': 'k' };
    const answers = await Promise.all([1, 2, 3].map(() => make({ name: 'Iberia' }, { headers })));
    answers.push(await make({ name: 'Iberia' }, { headers }));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const items = await Array.fromAsync(readAll());
    expect(items.filter(({ sk }) => sk === 'WORKSPACE')).toHaveLength(2);
  });

  it('is refused to who is in twenty, and then nothing is made', async () => {
    for (let n = 1; n < 20; n++) {
      const member = { id: ann, subject: 'sub-ann', name: 'Ann', email: 'ann@acme.test', roles: ['rep'] };
      await addMember(member, aContext({ workspaceId: newId('workspace') }));
    }
    expect(await make({ name: 'Iberia' })).toMatchObject({
      status: 409,
      body: { code: 'too_many_workspaces' },
    });
    const items = await Array.fromAsync(readAll());
    expect(items.filter(({ sk }) => sk === 'WORKSPACE')).toHaveLength(1);
  });

  it('has a name, a currency, a country and a time zone that there are', async () => {
    const bad = [{}, { name: ' ' }, { name: 'A', currency: 'euro' }, { name: 'A', country: 'DEU' }];
    for (const body of [
      ...bad,
      { name: 'A', timeZone: 'Europe/Atlantis' },
      { name: 'A', timeZone: '+01:00' },
    ])
      expect(await make(body)).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });
});

it('WORKSPACE-2: lists those of my credential, and no other', async () => {
  await keep(workspaceRecord, aWorkspace({ id: globex, name: 'Globex' }));
  const memberships = [
    { workspaceId: globex, roles: ['rep'] },
    { workspaceId: acme, roles: ['admin'] },
  ];
  const two = await call(handler, listWorkspacesRoute, { memberships });
  expect(two.body.items.map(({ name }) => name)).toEqual(['Globex', 'Acme']);
  const one = await call(handler, listWorkspacesRoute, {});
  expect(one.body.items.map(({ name }) => name)).toEqual(['Acme']);
});

describe('the settings of a workspace', () => {
  it('are changed one by one, held to the version that was read', async () => {
    expect((await patch({ name: 'Acme Ltd', timeZone: 'Europe/London' })).body).toMatchObject({
      name: 'Acme Ltd',
      timeZone: 'Europe/London',
      currency: 'EUR',
      version: 2,
    });
    expect(await patch({ currency: 'GBP' }, { headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 412,
    });
    expect((await patch({ name: 'Acme Ltd' })).body.version).toBe(2);
    expect((await call(handler, getWorkspaceRoute, {})).body.name).toBe('Acme Ltd');
  });

  it('keep how addresses are told to be the same', async () => {
    const emailFolding = { plusTag: false, gmailDots: false };
    expect(await patch({ emailFolding })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/emailFolding', code: 'unknown' }] },
    });
  });

  it('have for a default pipeline one that is there', async () => {
    const { handler: deals } = await import('../../../functions/deals/api.ts');
    const example = createPipelineRoute.example.body;
    const { body } = await call(deals, createPipelineRoute, { body: example });
    expect((await patch({ defaultPipelineId: body.id })).body.defaultPipelineId).toBe(body.id);
    const theirs = await call(deals, createPipelineRoute, { body: example, workspaceId: globex });
    for (const defaultPipelineId of [theirs.body.id, pipelineId])
      expect(await patch({ defaultPipelineId })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/defaultPipelineId', code: 'reference_unknown' }] },
      });
  });
});
