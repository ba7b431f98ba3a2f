import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/reports/api.ts';
import { leadSourceOf } from '../../../shared/contacts/lead-source.ts';
import type { Route } from '../../../shared/core/route.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { recount } from '../../../shared/platform/recount.ts';
import { projections } from '../../../shared/projections/registry.ts';
import {
  getActivityReportRoute,
  getResponseReportRoute,
} from '../../../shared/reports/activity-report-routes.ts';
import type { Task } from '../../../shared/tasks/task.ts';
import { call } from '../../helpers/call.ts';
import { dropTable, readAll } from '../../helpers/dynamo.ts';
import { deliverAll } from '../../helpers/merge-world.ts';
import { useSecret } from '../../helpers/secret.ts';
import { inMonths } from './bought-count.ts';
import { begin } from './bought-world.ts';
import { answersCounted, answersOf, type DoneWorld, deedsCounted, doneWorld, whose } from './done-count.ts';
import { aDeedStep, type DeedIds, takeDeed } from './done-world.ts';

beforeAll(useSecret);

async function ask<R extends Route>(route: R, query: Record<string, string>) {
  const answer = await call(handler, route, { query });
  expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
  return answer.body;
}
const stretches = [
  { from: '2025-01', to: '2026-11' },
  { from: '2025-02', to: '2025-03' },
];
type Stretch = (typeof stretches)[number];

const byValue = <T extends { value: string | null }>(rows: T[] = []) =>
  new Map(rows.map(({ value, ...figures }) => [value, figures]));
const doneAt = ({ completedAt = '' }: Task) => completedAt;

async function checkDeeds(all: DoneWorld, { from, to }: Stretch): Promise<void> {
  const count = (first: string, last: string, owner?: string | null) => {
    const isMeant = (one: string | null) => owner === undefined || one === owner;
    const activities = inMonths(all.activities, ({ at }) => at, first, last);
    const done = inMonths(
      all.tasks.filter(({ status }) => status === 'done'),
      doneAt,
      first,
      last,
    );
    return deedsCounted(
      activities.filter((one) => isMeant(whose(one))),
      done.filter(({ ownerId = null }) => isMeant(ownerId)),
    );
  };
  const { whole, months, rows } = await ask(getActivityReportRoute, { from, to, splitBy: 'owner' });
  expect(whole).toEqual(count(from, to));
  for (const { month, ...figures } of months) expect(figures).toEqual(count(month, month));
  for (const [owner, figures] of byValue(rows)) expect(figures).toEqual(count(from, to, owner));
  const sum = rows?.reduce((added, { activities, tasksDone = 0 }) => added + activities + tasksDone, 0);
  expect(sum).toBe(whole.activities + (whole.tasksDone ?? 0));
}

async function checkAnswers(all: DoneWorld, { from, to }: Stretch): Promise<void> {
  const answers = inMonths(answersOf(all), ({ asked }) => asked, from, to);
  const names = {
    source: ({ contact }: (typeof answers)[number]) => leadSourceOf(contact) ?? null,
    owner: ({ contact }: (typeof answers)[number]) => contact.ownerId ?? null,
  };
  for (const [splitBy, name] of Object.entries(names)) {
    const { whole, rows } = await ask(getResponseReportRoute, { from, to, splitBy });
    expect(whole).toEqual(answersCounted(answers));
    const groups = [...Map.groupBy(answers, name)];
    expect(byValue(rows)).toEqual(new Map(groups.map(([value, some]) => [value, answersCounted(some)])));
  }
}

describe('reports of what was done and how soon people were answered', () => {
  it(
    'say after any history of deeds, plans, merges and erasures what a count of the records says',
    { timeout: 600_000 },
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(aDeedStep, { minLength: 10, maxLength: 45 }), async (steps) => {
          await begin();
          const ids: DeedIds = { contacts: [], activities: [], tasks: [] };
          for (const step of steps) await takeDeed(step, ids);
          await deliverAll();
          const all = await doneWorld();
          for (const stretch of stretches) {
            await checkDeeds(all, stretch);
            await checkAnswers(all, stretch);
          }
          expect(await recount({ read: readAll, getAll: projectionStore.getAll, projections })).toEqual([]);
          await dropTable();
        }),
        { numRuns: Number(process.env.RUNS ?? 6) },
      ),
  );
});
