import { faker } from '@faker-js/faker/locale/de';
import type { Item, Key } from '../../../shared/core/projection.ts';
import { clockWrite } from '../../../shared/deals/clock-store.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import { clockOf } from '../../../shared/deals/idle.ts';
import { defaultStages } from '../../../shared/deals/pipeline.ts';
import { type Touch, touched, touchOfActivity, touchOfTask } from '../../../shared/deals/touch.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { getItem, updateItem } from '../../../shared/platform/dynamo.ts';
import { acmePipelineId } from './fixed.ts';
import { type Happened, happeningsOf, planned, smallTalk, submission } from './happenings.ts';
import { anyTime, makeCompanies, makePerson, type Person } from './people.ts';
import { type Fate, makeSale, plan, type Sale } from './sales.ts';
import { doneTasks, openTasks, otherTasks, type Todo } from './todo.ts';
import { acme } from './users.ts';
import { writeAll, writeInTurn } from './write.ts';

const markerKey: Key = { pk: 'LOCAL#DEMO', sk: 'DEMO' };
const fates = (stageId: string, lively: number, quiet = 0): Fate[] => [
  ...Array.from({ length: lively }, () => ({ stageId })),
  ...Array.from({ length: quiet }, () => ({ stageId, quiet: true })),
];
const all: Fate[] = [
  ...fates('new', 9, 2),
  ...fates('contacted', 11, 3),
  ...fates('proposal', 10, 3),
  ...fates('won', 13),
  ...fates('lost', 9),
];
const othersCount = 60;

type Company = { people: Person[]; sales: Sale[]; happened: Happened[]; todos: Todo[] };

/** The whole company as of a moment; the same moment gives the same company. */
export function imagine(anchor: string, pipeline: Parameters<typeof makeSale>[2]['pipeline']): Company {
  faker.seed(20_261_122);
  const [companies, taken] = [makeCompanies(48), new Set<string>()];
  const companyOf = (n: number) => companies[n % companies.length] as (typeof companies)[number];
  const sales = all.map((fate, n) => {
    const course = plan(fate);
    const person = makePerson(anchor, n, companyOf(n), course.began, taken);
    return makeSale(anchor, n, { fate, person, pipeline }, course);
  });
  const others = Array.from({ length: othersCount }, (_, n) =>
    makePerson(anchor, all.length + n, companyOf(n * 5), anyTime(), taken),
  );
  const people = [...sales.map(({ person }) => person), ...others];
  const lively = sales.filter(({ deal, quiet }) => deal.status === 'open' && !quiet);
  const happened = [
    ...people.flatMap(submission),
    ...sales.flatMap((sale) => happeningsOf(sale, anchor)),
    ...lively.filter((_, n) => n % 5 === 0).map((sale) => planned(sale, anchor)),
    ...others.flatMap((person) => smallTalk(person, anchor)),
  ];
  const todos = [...openTasks(sales, anchor), ...doneTasks(sales, anchor), ...otherTasks(people, anchor)];
  return { people, sales, happened, todos };
}

/** What touched a deal is on its clock from the first, so that no sweep in between finds it idle. */
function withClocks({ sales, happened, todos }: Company, timeZone: string): Sale[] {
  const touches = new Map<string, Touch[]>();
  const add = (id: string | undefined, touch: Touch) =>
    id && touches.set(id, [...(touches.get(id) ?? []), touch]);
  for (const { activity } of happened) for (const id of activity.dealIds) add(id, touchOfActivity(activity));
  for (const { task } of todos) add(task.dealId, touchOfTask(task, timeZone));
  return sales.map((sale) => {
    const fresh = clockOf(undefined);
    const clock = (touches.get(sale.deal.id) ?? []).reduce(touched, fresh);
    const [first, ...rest] = sale.steps;
    if (!first || clock === fresh) return sale;
    const begun = { ...first, writes: [...first.writes, clockWrite(sale.deal, fresh, clock)] };
    return { ...sale, steps: [begun, ...rest] };
  });
}

/** The moment as of which the company is made: that of the first start, also where a later one goes on. */
async function marker(now: string): Promise<Item> {
  const { anchor } = await updateItem(markerKey, {
    UpdateExpression: 'SET anchor = if_not_exists(anchor, :now)',
    ExpressionAttributeValues: { ':now': now },
  });
  return { ...markerKey, anchor };
}

/** Writes a small company's contacts, deals, activities and tasks, once. A start after a kill writes what is missing. */
export async function seedCompany(now: string): Promise<void> {
  if ((await getItem(markerKey))?.done) return;
  const pipeline = await pipelineStore.get(acme.id, acmePipelineId);
  const isUsual = defaultStages.every(({ id }) => pipeline.stages.some((stage) => stage.id === id));
  if (!isUsual) return; // somebody made it their own before they asked for demo data
  const begun = await marker(now);
  const company = imagine(String(begun.anchor), pipeline);
  await writeInTurn(company.people.map(({ steps }) => steps));
  await writeInTurn(withClocks(company, 'Europe/Berlin').map(({ steps }) => steps));
  await writeAll(company.happened.map(({ step }) => step));
  await writeInTurn(company.todos.map(({ steps }) => steps));
  await commit([{ action: { Put: { Item: { ...begun, done: true } } } }]);
}
