import { type Client, makeAll, run } from './sales-client.ts';
import type { Account, Opportunity, Sales } from './sales-files.ts';

type Ids = Map<string, string>;
export type Loaded = { pipelineId: string; users: Ids; teams: number; products: Ids; companies: Ids };
const currency = 'USD';

const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z]+/g, '.');
const named = (names: string[], ids: string[]): Ids => new Map(names.map((name, n) => [name, ids[n] ?? '']));

export const stages = [
  { id: 'prospecting', name: 'Prospecting', probability: 0.1 },
  { id: 'engaging', name: 'Engaging', probability: 0.4 },
  { id: 'won', name: 'Won', kind: 'won', probability: 1 },
  { id: 'lost', name: 'Lost', kind: 'lost', probability: 0 },
];

/** Users by name, and teams under their managers. */
export async function makePeople(client: Client, { agents }: Sales): Promise<{ users: Ids; teams: number }> {
  const users: Ids = new Map();
  for (const { name } of agents) {
    const body = { name, email: `${slug(name)}.${run}@eval.example`, roles: ['rep'] };
    users.set(name, (await client.post<{ id: string }>('/v1/users', 'POST /v1/users', body)).id);
  }
  const managers = new Set(agents.map(({ manager }) => manager));
  for (const manager of managers) {
    const members = agents.filter((agent) => agent.manager === manager);
    const memberIds = members.map(({ name }) => users.get(name));
    const name = `${members[0]?.office}: ${manager} ${run}`;
    await client.post('/v1/teams', 'POST /v1/teams', { name, memberIds });
  }
  return { users, teams: managers.size };
}

async function firms(client: Client, { accounts }: Sales): Promise<Ids> {
  const bodyOf = (
    { name, sector, revenueCents, employees, office }: Account,
    parents: Ids,
    parent?: string,
  ) => ({
    name,
    industry: sector,
    annualRevenueCents: revenueCents,
    currency,
    employees,
    custom: { office },
    ...(parent && { parentId: parents.get(parent) }),
  });
  const tops = accounts.filter(({ parent }) => !parent);
  const belows = accounts.filter(({ parent }) => parent);
  const make = async (some: Account[], parents: Ids) =>
    named(
      some.map(({ name }) => name),
      await makeAll(
        client,
        '/v1/companies',
        some.map((one) => bodyOf(one, parents, one.parent)),
      ),
    );
  const above = await make(tops, new Map());
  return new Map([...above, ...(await make(belows, above))]);
}

const noon = (day: string) => `${day}T12:00:00.000Z`;
const endOf = ({ stage, closedOn }: Opportunity) => ({
  ...(closedOn && { closedAt: noon(closedOn), expectedCloseOn: closedOn }),
  ...(stage === 'lost' && { lostReason: 'Not said' }),
});
/** An open one takes the product's list price from the product itself; a closed one has what it came to. */
function dealOf(one: Opportunity, { pipelineId, users, products, companies }: Loaded): object {
  const isClosed = one.stage === 'won' || one.stage === 'lost';
  const line = {
    productId: products.get(one.product),
    ...(isClosed && { unitAmountCents: one.amountCents }),
  };
  return {
    name: `${run}/${one.id} ${one.product}`,
    externalId: `${run}/${one.id}`,
    currency,
    pipelineId,
    stageId: one.stage,
    ownerId: users.get(one.agent),
    items: [line],
    ...(one.account && { companyId: companies.get(one.account) }),
    ...(one.engagedOn && { openedOn: one.engagedOn }),
    ...endOf(one),
  };
}

/** Makes all of it by the API: users and teams, products, companies one above the other, a pipeline, and its deals. */
export async function load(client: Client, sales: Sales): Promise<Loaded> {
  const { users, teams } = await makePeople(client, sales);
  const bodies = sales.products.map(({ name, series, priceCents }) => ({
    name,
    category: series,
    prices: [{ currency, amountCents: priceCents }],
  }));
  const products = named(
    sales.products.map(({ name }) => name),
    await makeAll(client, '/v1/products', bodies),
  );
  const companies = await firms(client, sales);
  const pipeline = { name: 'Hardware', stages };
  const { id: pipelineId } = await client.post<{ id: string }>(
    '/v1/pipelines',
    'POST /v1/pipelines',
    pipeline,
  );
  const loaded = { pipelineId, users, teams, products, companies };
  await makeAll(
    client,
    '/v1/deals',
    sales.opportunities.map((one) => dealOf(one, loaded)),
  );
  return loaded;
}
