import * as z from 'zod';
import { Currency } from '../core/codes.ts';
import { idOf } from '../core/ids.ts';
import { OwnerQuery } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { CompareQuery } from './compared.ts';
import { OrderReport } from './order-report.ts';
import { MonthField, PeriodQuery } from './period.ts';
import { SeasonMeasure, SeasonReport } from './season-report.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const errors = ['validation_failed', 'report_too_wide', 'dimension_out_of_reach', 'field_forbidden'];

/** What reports of orders are split by; the last three are fields that a role may hide. */
export const OrderDimension = z.enum(['owner', 'team', 'company', 'product', 'category']);
export type OrderDimension = z.infer<typeof OrderDimension>;

const productId = idOf('product').optional();

export const getOrderReportRoute = defineRoute({
  operationId: 'getOrderReport',
  method: 'GET',
  path: '/v1/reports/orders',
  tag: 'Reports',
  summary: 'What was bought: revenue, orders and units',
  description:
    'Of the orders that one may see, by the month (UTC) in which they were placed, and split by what one likes. A product or a category has its own lines, by the category that they had when they were written. Figures are counters that every change of an order moves within a second: the answer reads counters and no orders.',
  access: 'orders:read',
  ...nothing,
  query: z.strictObject({
    ...PeriodQuery,
    splitBy: OrderDimension.optional(),
    productId: productId.describe('The lines of one product alone, which is not split any further.'),
    ownerId: OwnerQuery.optional(),
    ...CompareQuery,
  }),
  status: 200,
  response: OrderReport,
  errors,
  example: { query: { from: '2026-01', to: '2026-11', splitBy: 'category' } },
});

export const getSeasonReportRoute = defineRoute({
  operationId: 'getSeasonReport',
  method: 'GET',
  path: '/v1/reports/seasons',
  tag: 'Reports',
  summary: 'In which months of the year what sells best',
  description:
    'Each product or category by month of the year, with an index: 1.4 in December is 40 per cent more than in a mean month. Growth from year to year is taken out where there are two years.',
  access: 'orders:read',
  ...nothing,
  query: z.strictObject({
    from: MonthField.optional().describe('The first month: 35 before `to` where it is left out.'),
    to: MonthField.optional().describe(
      'The last month: the one before the present (UTC) where it is left out.',
    ),
    splitBy: z.enum(['product', 'category']).default('category'),
    productId: productId.describe('One product alone; what it is split by is of no matter then.'),
    measure: SeasonMeasure.default('units'),
    currency: Currency.optional().describe("Of revenue; the workspace's where it is left out."),
    ownerId: OwnerQuery.optional(),
  }),
  status: 200,
  response: SeasonReport,
  errors,
  example: { query: { from: '2024-01', to: '2026-10', splitBy: 'category' } },
});

export const orderReportRoutes = [getOrderReportRoute, getSeasonReportRoute];
