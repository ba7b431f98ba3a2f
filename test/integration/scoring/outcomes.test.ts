import { beforeEach, describe, expect, it } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler as deals } from '../../../functions/deals/api.ts';
import { createActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { createDealRoute, moveDealRoute } from '../../../shared/deals/deal-routes.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { learnLeads } from '../../../shared/scoring/learning-store.ts';
import { trainingPk } from '../../../shared/scoring/outcome.ts';
import { noteOutcome } from '../../../shared/scoring/outcome-store.ts';
import { acme } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { aMergeWorld, aPerson, readPerson } from '../../helpers/merge-world.ts';
import {
  changePerson,
  plainRules,
  putRules,
  readScoring,
  rescore,
  scoreAll,
} from '../../helpers/score-world.ts';

const lines = async () => {
  const { items } = await queryItems({ pk: trainingPk(acme), limit: 500, consistent: true });
  return items.map(({ id, outcome, row, late, rulesScore }) => ({ id, outcome, row, late, rulesScore }));
};

describe('how a contact came out', () => {
  aMergeWorld();
  beforeEach(async () => {
    await putRules({ ...plainRules, outcomeField: 'converted' });
  });

  it('is kept with what was known before, and not with what came with it or after it', async () => {
    const id = await aPerson({ custom: { budget: 5000, origin: 'Fair' } });
    await changePerson(id, { custom: { converted: true, quality: 'high' } });
    await scoreAll();
    await changePerson(id, { custom: { invoice: 'paid', budget: 1 } });
    await scoreAll();
    const [line] = await lines();
    expect(line).toMatchObject({
      id,
      outcome: true,
      rulesScore: 30,
      row: { 'custom.budget': 5000, 'custom.origin': 'fair' },
      late: ['custom.converted', 'custom.invoice', 'custom.quality'],
    });
    expect(line?.row).not.toHaveProperty('custom.quality');
  });

  it('is the same however often it is noted, and gone where it is taken back', async () => {
    const id = await aPerson({ custom: { origin: 'Fair' } });
    await changePerson(id, { custom: { converted: false } });
    await scoreAll();
    const before = await lines();
    await scoreAll();
    await Promise.allSettled([noteOutcome(acme, id), noteOutcome(acme, id)]);
    await settleAll();
    expect(await lines()).toEqual(before);
    await changePerson(id, { custom: { converted: null } });
    await scoreAll();
    expect(await lines()).toEqual([]);
  });

  it('is told by nothing that its own field said before', async () => {
    const id = await aPerson({ custom: { origin: 'Fair' } });
    await changePerson(id, { custom: { converted: false } });
    await changePerson(id, { custom: { converted: true } });
    await scoreAll();
    expect(await lines()).toMatchObject([{ id, outcome: true, late: ['custom.converted'] }]);
    expect((await lines())[0]?.row).not.toHaveProperty(['custom.converted']);
  });

  it('teaches nothing of who had come out already when they were made', async () => {
    await aPerson({ custom: { converted: true, origin: 'Fair' } });
    await scoreAll();
    expect(await lines()).toEqual([]);
  });

  it('counts what was done before alone', async () => {
    const id = await aPerson({ custom: { origin: 'Fair' } });
    const meet = (at: string) =>
      call(activities, createActivityRoute, { body: { kind: 'meeting', contactId: id, at } });
    await meet('2026-11-20T10:00:00.000Z');
    await changePerson(id, { custom: { converted: true } });
    await meet('2026-11-22T12:30:00.000Z');
    await scoreAll();
    expect((await lines())[0]?.row).toMatchObject({ 'did.met': 1 });
  });
});

describe('where no field is named', () => {
  aMergeWorld();

  it('a contact comes out by its lifecycle', async () => {
    const [well, badly] = [await aPerson({ jobTitle: 'Poet' }), await aPerson({ jobTitle: 'Poet' })];
    await changePerson(well, { lifecycle: 'customer' });
    await changePerson(badly, { lifecycle: 'former' });
    await scoreAll();
    const found = Object.fromEntries((await lines()).map(({ id, outcome }) => [id, outcome]));
    expect(found).toEqual({ [well]: true, [badly]: false });
  });

  it('and by its deals: well with one that is won, badly when all are lost', async () => {
    const id = await aPerson({ jobTitle: 'Poet' });
    const made = async (name: string) =>
      String(
        (await call(deals, createDealRoute, { body: { name, contactId: id, amountCents: 1000 } })).body.id,
      );
    const close = async (dealId: string, minute: number, body: object) => {
      const now = `2026-11-22T13:0${minute}:00.000Z`;
      const moved = await call(deals, moveDealRoute, { params: { dealId }, body, now });
      expect(moved.status).toBe(200);
    };
    const [first, second] = [await made('One'), await made('Two')];
    await close(first, 1, { stageId: 'lost', lostReason: 'price' });
    await scoreAll();
    expect(await lines()).toEqual([]);
    await close(second, 2, { stageId: 'lost', lostReason: 'price' });
    await scoreAll();
    expect(await lines()).toMatchObject([{ id, outcome: false, row: { jobTitle: 'poet' } }]);
    const third = await made('Three');
    await close(third, 3, { stageId: 'won' });
    await scoreAll();
    expect(await lines()).toMatchObject([{ id, outcome: true }]);
  });
});

/** 120 of whom a third came out well: nearly all of those, and few of the others, are from a fair. */
async function manyOutcomes(): Promise<void> {
  for (let n = 0; n < 120; n++) {
    const isGood = n % 3 === 0;
    const isOfFair = isGood ? n % 9 !== 0 : n % 5 === 0;
    const id = await aPerson({ custom: { origin: isOfFair ? 'Fair' : 'Web' } });
    await changePerson(id, { custom: { converted: isGood, quality: isGood ? 'high' : 'low' } });
  }
}

describe('a workspace with outcomes', () => {
  aMergeWorld();

  it('scores by what it learned of them, and names what it left out', async () => {
    await putRules({ rules: [], outcomeField: 'converted' });
    await manyOutcomes();
    const fair = await aPerson({ custom: { origin: 'Fair' } });
    const web = await aPerson({ custom: { origin: 'Web' } });
    await scoreAll();
    await learnLeads(acme, new Date().toISOString());
    const [lead] = (await readScoring()).body.cards;
    expect(lead).toMatchObject({ status: 'learned', rows: 120, positives: 40, rulesAuc: 0.5 });
    expect(lead?.leftOut).toContainEqual({ name: 'custom.quality', why: 'known_after' });
    await rescore(fair, web);
    const [high, low] = [(await readPerson(fair)).body, (await readPerson(web)).body];
    const reasons = [{ name: 'custom.origin', value: 'fair' }];
    expect(high).toMatchObject({ scoring: { by: 'learned', reasons } });
    expect(Number(high.score)).toBeGreaterThan(Number(low.score) + 20);
  }, 120_000);
});
