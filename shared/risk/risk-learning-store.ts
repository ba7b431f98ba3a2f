import { canonical } from '../core/canonical.ts';
import { type Key, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { purchasesOf, purchasesSk } from '../orders/purchases.ts';
import { commit } from '../platform/commit.ts';
import { getItems, queryItems } from '../platform/dynamo.ts';
import { someAtOnce } from '../platform/some-at-once.ts';
import { learnedFrom } from '../scoring/learned.ts';
import { readScoringModels, scoringModelWrite } from '../scoring/scoring-store.ts';
import { workspaceStore } from '../workspaces/workspace-store.ts';
import { riskOf, riskSk } from './risk.ts';
import { customersPk } from './risk-entries.ts';
import { type Customer, riskExamples } from './risk-learning.ts';

/** So many customers teach enough, the newest of them. */
const mostCustomers = 10_000;
const aPage = 500;
const atOnce = 5;

/** What was bought by each, and whether they have left; two items each. */
async function customersOf(workspaceId: string, ids: readonly string[]): Promise<Customer[]> {
  const keyOf = (id: string, sk: string): Key => ({ ...recordKey(workspaceId, 'contact', id), sk });
  const items = await getItems(ids.flatMap((id) => [keyOf(id, purchasesSk), keyOf(id, riskSk)]));
  return ids.map((id) => ({
    id,
    purchases: purchasesOf(items.get(nameOf(keyOf(id, purchasesSk)))),
    left: riskOf(items.get(nameOf(keyOf(id, riskSk)))).left,
  }));
}

/** RISK-2: the newest 10,000 customers: a Query and ten BatchGets for each 500. */
async function newestCustomers(workspaceId: string): Promise<Customer[]> {
  const pk = customersPk(workspaceId);
  const pages: string[][] = [];
  let after: Key | undefined;
  do {
    const { items, last } = await queryItems({ pk, newestFirst: true, limit: aPage, after });
    pages.push(items.map(({ id }) => String(id)));
    after = last;
  } while (after && pages.length * aPage < mostCustomers);
  return (await someAtOnce(pages, atOnce, (ids) => customersOf(workspaceId, ids))).flat();
}

/**
 * Learns how customers leave, at a moment (ISO 8601 UTC), and keeps it with its card; where risks are others by that, it is told. The
 * same customers give the same on the same day, so that it may be done again. Throws `version_conflict` where somebody else has
 * learned since.
 */
export async function learnRisk(workspaceId: string, now: string): Promise<void> {
  const [before] = await readScoringModels(workspaceId, ['risk']);
  const { leftField } = await workspaceStore.get(workspaceId, workspaceId);
  if (!before) return;
  const customers = await newestCustomers(workspaceId);
  const next = learnedFrom('risk', riskExamples(customers, leftField, now.slice(0, 10)), now);
  const isSame = canonical(before.model ?? {}) === canonical(next.model ?? {});
  await commit([scoringModelWrite(workspaceId, before, next, isSame)]);
}
