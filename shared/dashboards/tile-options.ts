/** Periods that go with the present month (UTC). */
export const relativePeriods = [
  'last_12_months',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
  'last_year',
] as const;
export type RelativePeriod = (typeof relativePeriods)[number];

/** How a tile may be drawn. */
export const charts = ['bar', 'stacked', 'line', 'table', 'figures'] as const;

/** The most figures of a tile. */
export const mostFigures = 6;
