import { beforeEach, describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { riskSk } from '../../../shared/risk/risk.ts';
import { readContactOutlooksRoute } from '../../../shared/scoring/outlook-routes.ts';
import { acme, ann, ben } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { aMergeWorld, aPerson } from '../../helpers/merge-world.ts';
import { putItem } from '../../helpers/put-item.ts';
import { plainRules, putRules, scoreAll } from '../../helpers/score-world.ts';

const outlooks = async (ids: string[], more: Call = {}) => {
  const { status, body } = await call(contacts, readContactOutlooksRoute, { body: { ids }, ...more });
  expect(status).toBe(200);
  return body.items;
};
/** As the consumers of orders leave it beside a contact. */
const atRisk = (id: string, risk: number) =>
  putItem({
    ...recordKey(acme, 'contact', id),
    sk: riskSk,
    version: 1,
    risk,
    riskBand: 'high',
    reasons: [
      { code: 'orders', points: -3, count: 3 },
      { code: 'tickets', points: 9, count: 1 },
    ],
  });

describe('outlooks', () => {
  aMergeWorld();
  beforeEach(async () => {
    expect((await putRules({ ...plainRules, hotFrom: 60 })).status).toBe(200);
  });

  it('say of each contact its score with its band and reasons, and how likely it leaves', async () => {
    const warm = await aPerson({ custom: { budget: 5000 } });
    const hot = await aPerson({ score: 60 });
    const cold = await aPerson({ score: 29 });
    await scoreAll();
    await atRisk(warm, 77);
    const [first, second, third] = await outlooks([warm, hot, cold]);
    expect(first).toMatchObject({
      contactId: warm,
      score: 30,
      band: 'warm',
      scoring: { score: 30, reasons: [{ name: 'Budget', points: 30 }] },
      risk: { value: 77, band: 'high', reasons: [{ code: 'orders' }, { code: 'tickets' }] },
    });
    expect(second).toMatchObject({ contactId: hot, score: 60, band: 'hot' });
    expect(second).not.toHaveProperty('risk');
    expect(third).toMatchObject({ score: 29, band: 'cold' });
  });

  it('cost one BatchGet for each 33 contacts, whatever lies beside those', async () => {
    const id = await aPerson({ custom: { budget: 5000 } });
    await scoreAll();
    const many = [id, ...Array.from({ length: 99 }, () => newId('contact'))];
    resetMeter();
    expect(await outlooks(many)).toHaveLength(1);
    expect(meter.requests).toBeLessThanOrEqual(3 + 2); // and whoever asks, with their rights
  });

  it('are of nobody who is out of reach, or in another workspace', async () => {
    const own = await aPerson({ score: 10, ownerId: ann });
    const others = await aPerson({ score: 20, ownerId: ben });
    const reach = { read: 'own', create: 'own', edit: 'own', delete: 'none', export: 'none' } as const;
    const held = await keepRole({}, { contact: { ...reach, unassigned: false } });
    const seen = await outlooks([own, others, newId('contact')], held);
    expect(seen.map(({ contactId }) => contactId)).toEqual([own]);
    const elsewhere = { workspaceId: 'ws_01K0000000000000000000000Z' };
    expect(await outlooks([own, others], elsewhere)).toEqual([]);
  });

  it('tell nothing of what is hidden: the score, a field that it goes by, what was bought, or tickets', async () => {
    const id = await aPerson({ custom: { budget: 5000 }, emails: [{ address: 'ada@gmail.com' }] });
    await scoreAll();
    await atRisk(id, 77);
    const [withoutScore] = await outlooks([id], await keepRole({ contact: { score: 'hidden' } }));
    expect(Object.keys(withoutScore ?? {}).toSorted()).toEqual(['contactId', 'risk']);
    const [withoutBudget] = await outlooks([id], await keepRole({ contact: { 'custom.budget': 'hidden' } }));
    expect(withoutBudget?.scoring?.reasons).toMatchObject([{ name: 'Free mail' }]);
    const ownOrders = await keepRole(
      {},
      {
        order: { read: 'own', create: 'own', edit: 'own', delete: 'none', export: 'none', unassigned: false },
      },
    );
    expect((await outlooks([id], ownOrders))[0]).not.toHaveProperty('risk');
    const ownTickets = await keepRole(
      {},
      {
        ticket: {
          read: 'own',
          create: 'own',
          edit: 'own',
          delete: 'none',
          export: 'none',
          unassigned: false,
        },
      },
    );
    expect((await outlooks([id], ownTickets))[0]?.risk?.reasons).toMatchObject([{ code: 'orders' }]);
  });
});
