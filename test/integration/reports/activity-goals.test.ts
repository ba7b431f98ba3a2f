import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/reports/api.ts';
import { teamRecord } from '../../../shared/access/team.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { newId } from '../../../shared/core/ids.ts';
import { getActivityReportRoute } from '../../../shared/reports/activity-report-routes.ts';
import { putTargetRoute } from '../../../shared/reports/target-routes.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { acme, ann, ben, monday } from '../../fixtures/ids.ts';
import { ownAlone as own } from '../../fixtures/policy.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { deliverAll } from '../../helpers/merge-world.ts';
import { useSecret } from '../../helpers/secret.ts';
import { begin, makeContact } from './bought-world.ts';

const north = newId('team', monday);
const autumn = { from: '2026-09', to: '2026-10' };

beforeAll(useSecret);
beforeEach(async () => {
  await begin();
  const base = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
  await keep(teamRecord, { ...base, id: north, name: 'North', managerIds: [], memberIds: [ann] } as never);
});

const target = (body: object) => call(handler, putTargetRoute, { body: { month: '2026-10', ...body } });
const report = async (query: object = {}, more: Call = {}) =>
  (await call(handler, getActivityReportRoute, { query: { ...autumn, ...query }, ...more })).body;

/** Ann has made two calls and held a meeting, Ben has done nothing; there are goals of all kinds. */
async function goals(): Promise<void> {
  const contactId = await makeContact({ ownerId: ann });
  for (const kind of ['call', 'call', 'meeting'] as const)
    await keep(
      activityRecord,
      anActivity({ id: newId('activity'), contactId, kind, at: '2026-10-07T09:00:00.000Z' }),
    );
  await target({ userId: ann, calls: 4, meetings: 1 });
  await target({ month: '2026-09', userId: ann, calls: 4 });
  await target({ month: '2026-08', userId: ann, calls: 100 });
  await target({ userId: ben, calls: 10 });
  await target({ teamId: north, calls: 20 });
  await target({ calls: 8, wonCount: 3 });
  await deliverAll();
  await settleAll();
}

describe('goals of calls and meetings', () => {
  it('are held to what each has done in the months of the period, also of who did nothing', async () => {
    await goals();
    const { whole, rows } = await report({ splitBy: 'owner' });
    expect(whole).toMatchObject({ calls: 2, target: { calls: 8 }, reached: { calls: 0.25 } });
    expect(rows).toMatchObject([
      { value: ann, target: { calls: 8, meetings: 1 }, reached: { calls: 0.25, meetings: 1 } },
      { value: ben, calls: 0, target: { calls: 10 }, reached: { calls: 0 } },
    ]);
    const byTeam = await report({ splitBy: 'team' });
    expect(byTeam.rows).toMatchObject([{ value: north, target: { calls: 20 }, reached: { calls: 0.1 } }]);
    expect((await report({ ownerId: ben })).whole).toMatchObject({ calls: 0, target: { calls: 10 } });
    expect((await report({ from: '2026-07', to: '2026-07' })).whole).not.toHaveProperty('target');
  });

  it('are told to a seller of the seller alone, and the workspace’s to who is told of everybody', async () => {
    await goals();
    const seller = { ...(await keepRole({}, { contact: own, deal: own })), userId: ben };
    const seen = await report({ splitBy: 'owner' }, seller);
    expect(seen.rows).toMatchObject([{ value: ben, target: { calls: 10 } }]);
    expect(seen.rows).toHaveLength(1);
    expect(seen.whole).not.toHaveProperty('target');
    expect((await report({ ownerId: ann }, seller)).whole).not.toHaveProperty('target');
  });
});
