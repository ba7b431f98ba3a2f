import type { Actor } from '../../../shared/core/actor.ts';
import { assertMayAsk, ownerAsked } from '../../../shared/core/may-ask.ts';
import { fieldForbidden } from '../../../shared/core/may-write.ts';
import { within } from '../../../shared/core/scope.ts';
import { seesPurchases } from '../../../shared/orders/purchases.ts';
import { readCells } from '../../../shared/reports/cell-store.ts';
import { cubePk, wholeDimension, wholeOf } from '../../../shared/reports/cube.ts';
import type { LeadDimension } from '../../../shared/reports/customer-report-routes.ts';
import { addsUpToWhole } from '../../../shared/reports/lead-facts.ts';
import type { Period } from '../../../shared/reports/period.ts';
import type { SplitCells } from '../../../shared/reports/sales-report.ts';
import { dimensionAsked } from './custom-cells.ts';

/** The fields of a contact that a dimension tells of; whose it is everybody sees. */
const fieldsOf: Record<LeadDimension, readonly string[]> = {
  owner: [],
  team: [],
  source: ['source', 'leadSource'],
  campaign: ['source', 'campaign'],
  custom: ['custom'],
};

export type ContactsAsked = { splitBy?: LeadDimension | undefined; ownerId?: string | undefined };

/** What contacts have bought tells of every order. Throws `field_forbidden`. */
export function assertSeesPurchases(actor: Actor): void {
  if (!seesPurchases(actor)) throw fieldForbidden(['orderCount', 'lastOrderAt']);
}

/**
 * The cells of contacts in reach: one stretch for the whole, one for what it is split by, and that alone where it adds up to the whole.
 * Throws `field_forbidden`.
 */
export async function readContactCells(
  actor: Actor,
  cube: string,
  { splitBy, ownerId }: ContactsAsked,
  period: Period,
): Promise<SplitCells> {
  if (splitBy) assertMayAsk(actor, 'contact', fieldsOf[splitBy]);
  const dimension = splitBy && (await dimensionAsked(actor, 'contact', splitBy));
  const pk = cubePk(actor.workspaceId, cube);
  const wanted = { kind: 'contact', pk, ...period, owner: ownerAsked(actor, ownerId) } as const;
  const read = (name: string) => readCells(within(actor), { ...wanted, dimension: name });
  if (!dimension) return { period, whole: await read(wholeDimension), split: undefined };
  const isWhole = addsUpToWhole(cube, dimension);
  const [cells, whole] = await Promise.all([read(dimension), isWhole ? undefined : read(wholeDimension)]);
  return { period, whole: whole ?? wholeOf(cells), split: { dimension, cells } };
}
