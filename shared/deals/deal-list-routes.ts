import * as z from 'zod';
import { TimelineEntry } from '../activities/timeline.ts';
import { idOf } from '../core/ids.ts';
import { Direction, OwnerQuery, PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { veilBoard, veilPage, veilTimeline } from '../core/veil.ts';
import { recordRoutes, searchRoute } from '../records/record-routes.ts';
import { Board } from './board.ts';
import { DealBody, MoveDeal, NewDeal } from './deal.ts';
import { ListedDeal } from './deal-card.ts';
import { dealShape } from './deal-shape.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const dealPath = z.object({ dealId: idOf('deal') });
const examplePath = { dealId: 'dl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const contactPath = z.object({ contactId: idOf('contact') });
const pipelineQuery = { pipelineId: NewDeal.shape.pipelineId };

const own = recordRoutes(dealShape).list;
const DealsQuery = own.query
  .extend({
    ...pipelineQuery,
    stageId: MoveDeal.shape.stageId.optional(),
    sort: own.query.shape.sort
      .unwrap()
      .optional()
      .describe('`created` where it is left out; not with a stage.'),
    direction: Direction.optional().describe(
      'Newest and greatest first, by name from A to Z, by close date the next first, where it is left out; not with a stage.',
    ),
  })
  .refine(
    ({ stageId, limit: _, cursor: __, pipelineId: ___, ownerId: ____, ...others }) =>
      stageId === undefined || Object.values(others).every((other) => other === undefined),
    {
      path: ['stageId'],
      error:
        'A stage’s deals stand in the order in which they entered it, and are asked for by nothing else but `ownerId`.',
    },
  );

export const listDealsRoute = defineRoute({
  operationId: 'listDeals',
  method: 'GET',
  path: '/v1/deals',
  tag: 'Deals',
  summary: 'The deals that one may see: all of them, or a stage’s',
  description: `${own.description} With \`stageId\` those of a stage, the one that entered it last first, with what a card of the board shows; of the workspace’s default pipeline where none is named.`,
  access: 'deals:read',
  ...nothing,
  query: DealsQuery,
  status: 200,
  veil: veilPage('deal'),
  response: pageOf(ListedDeal),
  errors: [...own.errors, 'pipeline_not_found', 'stage_unknown'],
  example: { query: { stageId: 'proposal', limit: 50 } },
});

export const searchDealsRoute = searchRoute(listDealsRoute, dealShape);

export const listContactDealsRoute = defineRoute({
  operationId: 'listContactDeals',
  method: 'GET',
  path: '/v1/contacts/{contactId}/deals',
  tag: 'Deals',
  summary: 'A contact’s deals, open ones first, newest first',
  access: 'deals:read',
  ...nothing,
  params: contactPath,
  query: PageQuery,
  status: 200,
  veil: veilPage('deal'),
  response: pageOf(DealBody),
  errors: ['contact_not_found', 'cursor_invalid', 'field_forbidden'],
  example: { params: { contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});

export const listDealTimelineRoute = defineRoute({
  operationId: 'listDealTimeline',
  method: 'GET',
  path: '/v1/deals/{dealId}/timeline',
  tag: 'Deals',
  summary: 'Everything that happened with a deal, newest first',
  description: 'The activities that name it, and every change of it field by field. One Query a page.',
  access: 'deals:read',
  ...nothing,
  params: dealPath,
  query: PageQuery,
  status: 200,
  veil: veilTimeline('deal'),
  response: pageOf(TimelineEntry),
  errors: ['deal_not_found', 'cursor_invalid'],
  example: { params: examplePath, query: { limit: 50 } },
});

export const getBoardRoute = defineRoute({
  operationId: 'getBoard',
  method: 'GET',
  path: '/v1/board',
  tag: 'Deals',
  summary: 'A pipeline’s stages, each with its count, sums and first 20 deals',
  description:
    'Of the workspace’s default pipeline where none is named; with `ownerId` the deals of that owner alone, counts and sums too. It costs a Query a stage and one more, however many deals there are. A change stands on it within a second.',
  access: 'deals:read',
  ...nothing,
  query: z.strictObject({ ...pipelineQuery, ownerId: OwnerQuery.optional() }),
  status: 200,
  veil: veilBoard,
  response: Board,
  errors: ['pipeline_not_found'],
  example: { query: {} },
});

export const dealListRoutes = [
  listDealsRoute,
  searchDealsRoute,
  listContactDealsRoute,
  listDealTimelineRoute,
  getBoardRoute,
];
