import type { Dimension } from './reports.ts';

export type Condition = Record<string, unknown>;
type Months = { from: string; to: string };

/** The field of a deal that a dimension is; what is reckoned from several fields, or lies elsewhere, has none. */
const fields: Partial<Record<Dimension, string>> = {
  owner: 'ownerId',
  company: 'companyId',
  product: 'items.productId',
  campaign: 'campaign',
  source: 'leadSource',
};

/** How a deal came in stands for where it came from, where nobody has said that; of a deal with a contact it may have been written into it. */
const waysIn = ['form', 'mail', 'api', 'import', 'demo'];

/** What asks a list for a value of a dimension; undefined where a list cannot be asked so. */
export function conditionFor(dimension: Dimension | undefined, value: string | null): Condition | undefined {
  const field = dimension && fields[dimension];
  if (!field) return undefined;
  if (dimension === 'source' && value !== null && waysIn.includes(value))
    return { $or: [{ leadSource: value }, { leadSource: { $exists: false }, 'source.kind': value }] };
  return { [field]: value === null ? { $exists: false } : value };
}

const endOf = (to: string) => {
  const [year = 0, month = 0] = to.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString();
};
/** Moments of the months of a period. */
export const inPeriod = ({ from, to }: Months): Condition => ({
  $gte: `${from}-01T00:00:00.000Z`,
  $lt: endOf(to),
});
/** Open deals that began in the months of a period: on the day that was said, else on that on which they were written here. */
export const beganIn = (period: Months): Condition => ({
  $or: [
    { openedOn: { $gte: `${period.from}-01`, $lt: endOf(period.to).slice(0, 10) } },
    { openedOn: { $exists: false }, createdAt: inPeriod(period) },
  ],
});
