import type { Contact } from '../contacts/contact.ts';
import { leadSourceOf } from '../contacts/lead-source.ts';
import type { Fact, Measures, Month } from './cube.ts';
import { numberOf } from './period.ts';

export const customerCube = 'CUSTOMER';
/** How many months lie between two. */
export const monthsBetween = (from: Month, to: Month) => numberOf(to) - numberOf(from);

/** The first month of somebody who bought, with all that has come of it: the months after it in which they bought again. */
function firstMeasures(bought: readonly Month[], orders: number): Measures {
  const [first = '', ...later] = bought;
  const back = later.map((month) => [`back.${monthsBetween(first, month)}`, 1] as const);
  return {
    new: 1,
    [`lifetime.${orders}`]: 1,
    ...(later.length > 0 && { again: 1 }),
    ...Object.fromEntries(back),
  };
}

/**
 * A contact in each month in which it bought: `orders`, and either `new` or the months since it bought before (`gap.<months>`).
 * From the gaps the distinct customers of any stretch are known: those whose month before this one lies before the stretch.
 * In the first month besides: `back.<months>` for each later one, `again` where there is any, and `lifetime.<orders>`.
 */
export function customerFacts(contact: Contact, months: Readonly<Record<Month, number>>): Fact[] {
  const source = leadSourceOf(contact);
  const bought = Object.keys(months)
    .filter((month) => (months[month] ?? 0) > 0)
    .toSorted();
  const all = bought.reduce((sum, month) => sum + (months[month] ?? 0), 0);
  return bought.map((month, n) => {
    const before = bought[n - 1];
    const came = before ? { [`gap.${monthsBetween(before, month)}`]: 1 } : firstMeasures(bought, all);
    return {
      month,
      measures: { orders: months[month] ?? 0, ...came },
      values: { source: source ? [source] : [] },
    };
  });
}
