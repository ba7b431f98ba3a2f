import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as rulesApi } from '../../../functions/rules/api.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { makePresets } from '../../../shared/rules/preset-store.ts';
import { presets } from '../../../shared/rules/presets.ts';
import { createRuleRoute, deleteRuleRoute, listRulesRoute } from '../../../shared/rules/rule-routes.ts';
import { ruleStore } from '../../../shared/rules/rule-store.ts';
import { acme, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { useRules } from './rules-world.ts';

afterAll(() => vi.useRealTimers());
beforeEach(() => useRules());

const list = (query: Record<string, string> = {}) => call(rulesApi, listRulesRoute, { query });
/** Every rule by the pages that a caller goes through, each of which has as many as were asked for. */
async function paged(limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await list({ limit: String(limit), ...(cursor && { cursor }) });
    expect(body.items.length).toBeLessThanOrEqual(limit);
    ids.push(...body.items.map(({ id }) => id));
    cursor = body.cursor;
  } while (cursor);
  return ids;
}
const project = (ids: string[]) =>
  projector(projectionStore, projections)(ids.map((id) => ruleStore.keyOf(acme, id)));

describe('the list of rules', () => {
  it('of a new workspace has the ready-made ones at once, whoever else asks at the moment', async () => {
    const answers = await Promise.all([list(), list(), list()]);
    makePresets.forget(acme);
    for (const { body } of [...answers, await list()]) {
      expect(body.items.map(({ preset }) => preset).toSorted()).toEqual(
        presets.map(({ key }) => key).toSorted(),
      );
      expect(body.cursor).toBeUndefined();
    }
  });

  it('has each rule once, in one order, however many of the ready-made ones its index knows', async () => {
    const all = (await list()).body.items.map(({ id }) => id);
    for (const known of [[], all.slice(1, 2), all.slice(4, 7), all.slice(-1), all]) {
      await project(known);
      for (const limit of [1, 2, 4, 9, 100]) expect(await paged(limit)).toEqual(all);
    }
    const now = new Date(Date.parse(noon) + 60_000).toISOString();
    const draft = { trigger: { on: 'event', events: ['contact.updated'] }, steps: [] };
    const { body } = await call(rulesApi, createRuleRoute, { body: { name: 'Own', draft }, now });
    await settleAll();
    for (const limit of [1, 4, 100])
      expect(await paged(limit)).toEqual([...all, (body as { id: string }).id]);
  });

  it('has a ready-made one that was deleted no more', async () => {
    const [first = '', ...others] = (await list()).body.items.map(({ id }) => id);
    await call(rulesApi, deleteRuleRoute, { params: { ruleId: first } });
    makePresets.forget(acme);
    for (const _ of [1, 2]) {
      expect(await paged(4)).toEqual(others);
      await settleAll();
    }
  });
});
