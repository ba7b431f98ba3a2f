import { type Client, run } from './sales-client.ts';
import type { Stage } from './sales-files.ts';
import type { Loaded } from './sales-load.ts';

type Deal = {
  pipelineId: string;
  stageId: Stage;
  externalId?: string;
  companyId?: string;
  ownerId?: string;
  amountCents?: number;
  closedAt?: string;
  openedOn?: string;
  items: { productId?: string }[];
};
type Product = { id: string; name: string; prices: { amountCents: number }[] };
type Team = { name: string; memberIds: string[] };
type Company = { id: string; parentId?: string };

/** A deal as the API has it, in the words of who sold it. */
export type Sold = {
  id: string;
  stage: Stage;
  hasAccount: boolean;
  product: string;
  listCents: number;
  region: string;
  engagedOn: string | undefined;
  closedOn: string | undefined;
  /** What it came to, once it is over. */
  closeCents: number | undefined;
};
export type Records = { deals: Sold[]; subsidiaries: number };

const dayOf = (instant?: string) => instant?.slice(0, 10);

/** A team is called by its region, before a colon. */
async function regionsOf(client: Client): Promise<Map<string, string>> {
  const teams = await client.pages<Team>('/v1/teams', {}, 'GET /v1/teams');
  const own = teams.filter(({ name }) => name.endsWith(run));
  return new Map(
    own.flatMap(({ name, memberIds }) =>
      memberIds.map((id): [string, string] => [id, name.split(':')[0] ?? '']),
    ),
  );
}

function soldOf(deal: Deal, products: Map<string, Product>, regions: Map<string, string>): Sold {
  const product = products.get(deal.items[0]?.productId ?? '');
  return {
    id: deal.externalId ?? '',
    stage: deal.stageId,
    hasAccount: deal.companyId !== undefined,
    product: product?.name ?? '',
    listCents: product?.prices[0]?.amountCents ?? 0,
    region: regions.get(deal.ownerId ?? '') ?? '',
    engagedOn: deal.openedOn,
    closedOn: dayOf(deal.closedAt),
    closeCents: deal.closedAt === undefined ? undefined : deal.amountCents,
  };
}

/** What the API has of this run's pipeline, page by page. */
export async function readRecords(client: Client, { pipelineId, companies }: Loaded): Promise<Records> {
  const products = await client.pages<Product>('/v1/products', {}, 'GET /v1/products');
  const byId = new Map(products.map((one) => [one.id, one]));
  const regions = await regionsOf(client);
  const deals = await client.pages<Deal>('/v1/deals', {}, 'GET /v1/deals');
  const firms = await client.pages<Company>('/v1/companies', {}, 'GET /v1/companies');
  const own = new Set(companies.values());
  return {
    deals: deals.filter((one) => one.pipelineId === pipelineId).map((one) => soldOf(one, byId, regions)),
    subsidiaries: firms.filter(({ id, parentId }) => own.has(id) && parentId).length,
  };
}
