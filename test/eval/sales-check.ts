import { type Client, run } from './sales-client.ts';
import type { Opportunity, Sales } from './sales-files.ts';
import type { Loaded } from './sales-load.ts';

type Card = { externalId?: string; stageId: string; amountCents?: number };
type Board = { stages: { id: string; count: number; sumCents?: Record<string, number> }[] };
/** What was compared, with how many of how many being as the files say. */
export type Check = { name: string; right: number; of: number };

const orders = ['created', 'updated', 'name', 'closeOn', 'amount'];
/** The files' ids of what this run made; an import takes them as they are. */
const idsOf = (cards: Card[]) =>
  cards.flatMap(({ externalId = '' }) => {
    const [id = '', made] = externalId.split('/').toReversed();
    return made === undefined || made === run ? [id] : [];
  });
/** Whether the same names stand in both, each once. */
function isSame(found: string[], wanted: string[]): boolean {
  const names = new Set(found);
  return (
    found.length === wanted.length && names.size === found.length && wanted.every((one) => names.has(one))
  );
}
const group = (all: Opportunity[], key: (one: Opportunity) => string | undefined) =>
  Map.groupBy(all, key) as Map<string | undefined, Opportunity[]>;
const count = (name: string, results: boolean[]): Check => ({
  name,
  right: results.filter(Boolean).length,
  of: results.length,
});

async function board(client: Client, all: Opportunity[], { pipelineId }: Loaded): Promise<Check> {
  const { stages } = await client.get<Board>(`/v1/board?pipelineId=${pipelineId}`, 'GET /v1/board');
  const wanted = group(all, ({ stage }) => stage);
  const results = stages.flatMap(({ id, count: deals, sumCents }) => {
    const some = wanted.get(id) ?? [];
    const sum = some.reduce((cents, { amountCents }) => cents + amountCents, 0);
    return [deals === some.length, (sumCents?.USD ?? 0) === sum];
  });
  return count('stages: count, sum', results);
}

async function lists(client: Client, all: Opportunity[]): Promise<Check> {
  const results: boolean[] = [];
  const ids = all.map(({ id }) => id);
  for (const sort of orders) {
    const cards = await client.pages<Card>('/v1/deals', { sort }, `GET /v1/deals?sort=${sort}`);
    results.push(isSame(idsOf(cards), ids));
  }
  return count('orders: each once', results);
}

async function eachOf(
  client: Client,
  all: Opportunity[],
  [field, ids, key]: [string, Map<string, string>, (one: Opportunity) => string | undefined],
): Promise<Check> {
  const wanted = group(all, key);
  const results: boolean[] = [];
  for (const [name, id] of ids) {
    const cards = await client.pages<Card>('/v1/deals', { [field]: id }, `GET /v1/deals?${field}`);
    const some = wanted.get(name) ?? [];
    results.push(
      isSame(
        idsOf(cards),
        some.map((one) => one.id),
      ),
    );
  }
  return count(`deals by ${field}`, results);
}

async function found(client: Client, { companies }: Loaded): Promise<Check> {
  const results: boolean[] = [];
  for (const [name, id] of companies) {
    const query = new URLSearchParams({ q: name, types: 'company' });
    const { items } = await client.get<{ items: { record: { id: string } }[] }>(
      `/v1/search?${query}`,
      'GET /v1/search',
    );
    results.push(items.some(({ record }) => record.id === id));
  }
  return count('search: company found', results);
}

async function sectors(client: Client, { accounts }: Sales, { companies }: Loaded): Promise<Check> {
  const firms = await client.pages<{ id: string; industry?: string }>(
    '/v1/companies',
    {},
    'GET /v1/companies',
  );
  const industries = new Map(firms.map(({ id, industry }) => [id, industry]));
  const results = accounts.map(({ name, sector }) => industries.get(companies.get(name) ?? '') === sector);
  return count('companies: sector as it is meant', results);
}

/** Holds what the API answers to what the files say. */
export async function check(client: Client, sales: Sales, loaded: Loaded): Promise<Check[]> {
  const { opportunities: all } = sales;
  const { users, companies } = loaded;
  return [
    await board(client, all, loaded),
    await lists(client, all),
    await eachOf(client, all, ['ownerId', users, ({ agent }) => agent]),
    await eachOf(client, all, ['companyId', companies, ({ account }) => account]),
    await found(client, loaded),
    await sectors(client, sales, loaded),
  ];
}
