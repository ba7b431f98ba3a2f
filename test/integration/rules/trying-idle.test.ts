import { beforeAll, beforeEach, expect, it } from 'vitest';
import { handler as rules } from '../../../functions/rules/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { dryRunRuleRoute, listRulesRoute } from '../../../shared/rules/rule-routes.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { sweep, useIdleWorld } from '../../helpers/idle-world.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useIdleWorld);

const ids = Array.from({ length: 3 }, () => newId('deal'));
/** Three deals that came in on the 16th: Ann's and nobody's become idle on the 19th, the third on the 23rd. */
async function useDeals(): Promise<void> {
  const owners = [{}, { ownerId: undefined }, { stageId: 'contacted' }];
  for (const [n, more] of owners.entries()) await keep(dealRecord, aDeal({ id: ids[n] as string, ...more }));
  await settleAll();
  await sweep('2026-11-19T09:00:00Z');
  await settleAll();
}
async function tried(body: object) {
  const { body: list } = await call(rules, listRulesRoute, { query: { limit: '100' } });
  const ruleId = String(list.items.find(({ preset }) => preset === 'idle_deal')?.id);
  return (await call(rules, dryRunRuleRoute, { params: { ruleId }, body, now: noon })).body;
}

it('the rule of idle deals is tried on those that became idle in these days', async () => {
  await useDeals();
  const { items, matched, looked } = await tried({});
  expect({ matched, looked }).toEqual({ matched: 2, looked: 2 });
  expect(items.map(({ recordId }) => recordId).toSorted()).toEqual([ids[0], ids[1]].toSorted());
  const [first] = items;
  expect(first).toMatchObject({
    event: { type: 'deal.idle', at: '2026-11-19T09:00:00.000Z' },
    begins: true,
    steps: [{ stepId: 'task', do: 'create_task', outcome: 'would' }],
  });
  expect((await tried({ days: 2 })).items).toEqual([]);
});
