import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/identity/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { weekdays } from '../../../shared/core/local-day.ts';
import {
  deactivateUserRoute,
  getMeRoute,
  getUserRoute,
  listUsersRoute,
  patchMeRoute,
  removeUserRoute,
} from '../../../shared/identity/user-routes.ts';
import { ann, ben } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { join, rest, usePeople } from '../../helpers/people-world.ts';

beforeEach(async () => {
  await usePeople();
  await join(ann, 'Ann', ['admin']);
  await join(ben, 'Ben', ['rep']);
});
const asBen: Call = { userId: ben, role: 'rep', subject: 'sub-ben' };
const patch = (preferences: unknown, more: object = {}, as: Call = asBen) =>
  call(handler, patchMeRoute, { body: { preferences, ...more }, ...as });
const mine = async (as: Call = asBen) => (await call(handler, getMeRoute, as)).body.preferences;
const stored = async () =>
  (await Array.fromAsync(readAll())).filter((item) => JSON.stringify(item).includes('Pacific/Auckland'));

describe('preferences', () => {
  it('are empty at first, and answered as they are kept, without another request', async () => {
    expect(await mine()).toEqual({});
    const view = newId('view');
    const said = {
      theme: 'dark',
      language: 'pt-BR',
      timeZone: 'Europe/Berlin',
      weekStartsOn: 'sunday',
      startPage: 'board',
      pinned: [view],
    };
    expect(await patch(said)).toMatchObject({ status: 200, body: { name: 'Ben', preferences: said } });
    const before = await call(handler, getMeRoute, { userId: ann, role: 'admin', subject: 'sub-ann' });
    const after = await call(handler, getMeRoute, asBen);
    expect(after.body.preferences).toEqual(said);
    const requests = (headers: Record<string, string>) =>
      /requests=\d+/.exec(headers['rapport-capacity'] ?? '')?.[0];
    expect(requests(after.headers)).toBe(requests(before.headers));
  });

  it('have no quiet hours that never end, and say so', async () => {
    const weekend = { from: '00:00', to: '00:00', days: ['saturday', 'sunday'] };
    expect((await patch({ quietHours: weekend })).status).toBe(200);
    for (const quietHours of [
      { from: '09:00', to: '09:00', days: [...weekdays] },
      { from: '00:00', to: '00:00', days: null },
    ])
      expect(await patch({ quietHours })).toMatchObject({
        status: 400,
        body: {
          code: 'validation_failed',
          errors: [{ pointer: '/preferences/quietHours', code: 'quiet_hours_endless' }],
        },
      });
    expect((await patch({ theme: 'dark', quietHours: { from: '09:00', to: '09:00' } })).status).toBe(200);
    expect(await mine()).toEqual({ theme: 'dark', quietHours: { ...weekend, from: '09:00', to: '09:00' } });
  });

  it('are merged: what is left out stays, null clears, lists are replaced', async () => {
    await patch({
      theme: 'dark',
      guide: { done: ['form', 'contacts'], dismissedAt: '2026-11-20T10:00:00.000Z' },
    });
    await patch({ language: 'de', guide: { done: ['form'] } });
    expect(await mine()).toEqual({
      theme: 'dark',
      language: 'de',
      guide: { done: ['form'], dismissedAt: '2026-11-20T10:00:00.000Z' },
    });
    await patch({ theme: null, guide: { dismissedAt: null } });
    expect(await mine()).toEqual({ language: 'de', guide: { done: ['form'] } });
    await patch(null);
    expect(await mine()).toEqual({});
  });

  it('of two tabs at once are both kept', async () => {
    const said = [{ theme: 'dark' }, { language: 'de' }, { startPage: 'board' }, { weekStartsOn: 'monday' }];
    const answers = await Promise.all(said.map((one) => patch(one)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await mine()).toEqual(Object.assign({}, ...said));
  });

  it('come with a new name in one change, and by themselves leave the user’s version as it is', async () => {
    await patch({ theme: 'dark' });
    expect((await call(handler, getMeRoute, asBen)).body.version).toBe(1);
    expect(await patch({ theme: 'light' }, { name: 'Benno' })).toMatchObject({
      body: { name: 'Benno', version: 2, preferences: { theme: 'light' } },
    });
    const stale = await patch({ theme: 'dark' }, {}, { ...asBen, headers: { 'if-match': '"1"' } });
    expect(stale).toMatchObject({ status: 412 });
    expect(await mine()).toEqual({ theme: 'light' });
  });

  it('are nobody else’s, and in no change of the user', async () => {
    await patch({ timeZone: 'Pacific/Auckland' }, { name: 'Benno' });
    await settleAll();
    const others = [
      await call(handler, getUserRoute, { params: { userId: ben } }),
      await call(handler, listUsersRoute, {}),
      await call(handler, getMeRoute, { userId: ann, role: 'admin', subject: 'sub-ann' }),
    ];
    for (const { status, body } of others) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain('Auckland');
    }
    expect((await stored()).map(({ sk }) => sk)).toEqual(['PREFERENCES']);
  });

  it('go with their user', async () => {
    await patch({ timeZone: 'Pacific/Auckland' });
    const params = { userId: ben };
    await call(handler, deactivateUserRoute, { params, body: {} });
    await rest();
    expect(await stored()).toHaveLength(1);
    expect((await call(handler, removeUserRoute, { params })).status).toBe(204);
    expect(await stored()).toEqual([]);
  });

  it.each([
    [{ theme: 'blue' }, '/preferences/theme'],
    [{ language: 'x y' }, '/preferences/language'],
    [{ timeZone: 'Mars/Base' }, '/preferences/timeZone'],
    [{ weekStartsOn: 'friday' }, '/preferences/weekStartsOn'],
    [{ pinned: Array.from({ length: 21 }, () => newId('view')) }, '/preferences/pinned'],
    [{ pinned: [ben] }, '/preferences/pinned/0'],
    [{ guide: { done: [''] } }, '/preferences/guide/done/0'],
  ])('are refused where they make no sense: %#', async (preferences, pointer) => {
    expect(await patch(preferences)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ pointer }] },
    });
  });
});
