import { dateAfter } from '../core/local-day.ts';
import { fewestExamples } from '../learning/learn.ts';
import { logitFor } from '../learning/model.ts';
import type { Purchases } from '../orders/purchases.ts';
import type { ScoredExample } from '../scoring/learned.ts';
import { defaultModel } from './default-model.ts';
import { featuresOn } from './features.ts';
import type { Risk } from './risk.ts';

/** A customer as what is learned comes of them. */
export type Customer = { id: string; purchases: Purchases; left?: Risk['left'] };
/** Who has not ordered for so long since has left, where no field says so. */
const silenceDays = 90;

function exampleOf({ id, purchases }: Customer, day: string, outcome: boolean): ScoredExample[] {
  const row = featuresOn(purchases, day);
  return row ? [{ id, outcome, row, rulesScore: logitFor(defaultModel, row) }] : [];
}

/** By the field that says who has left: what was known of their buying on the day when it was said. */
const bySaid = (customers: readonly Customer[], field: string): ScoredExample[] =>
  customers.flatMap((customer) => {
    const { left } = customer;
    const isSaid = left?.field === field && left.value !== undefined;
    return isSaid ? exampleOf(customer, left.at.slice(0, 10), left.value === true) : [];
  });

/** By what came: what was known of their buying 90 days ago, and whether they have ordered since. */
function byOrders(customers: readonly Customer[], today: string): ScoredExample[] {
  const day = dateAfter(today, -silenceDays);
  const hasLeft = ({ purchases }: Customer) => !purchases.newest.some(([on]) => on > day && on <= today);
  return customers.flatMap((customer) => exampleOf(customer, day, hasLeft(customer)));
}

/**
 * What the risk of leaving is learned from, as of a day: from the field that the workspace has named where it says it of enough
 * customers, and else from who has ordered again. Each example is what was known before it came out.
 */
export function riskExamples(
  customers: readonly Customer[],
  leftField: string | undefined,
  today: string,
): ScoredExample[] {
  const said = leftField === undefined ? [] : bySaid(customers, leftField);
  return said.length >= fewestExamples ? said : byOrders(customers, today);
}
