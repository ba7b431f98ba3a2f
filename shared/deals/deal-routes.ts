import * as z from 'zod';
import { AsOfQuery, asOfErrors, listDealHistoryRoute, orAsOf } from '../audit/history-routes.ts';
import { idOf } from '../core/ids.ts';
import { defineRoute } from '../core/route.ts';
import { veilRecord } from '../core/veil.ts';
import { recordRoutes } from '../records/record-routes.ts';
import { DealBody, DealPatch, DealPut, MoveDeal, NewDeal, ReopenDeal } from './deal.ts';
import { dealListRoutes } from './deal-list-routes.ts';
import { DealPage } from './deal-page.ts';
import { dealShape } from './deal-shape.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const dealPath = z.object({ dealId: idOf('deal') });
const examplePath = { dealId: 'dl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

const own = recordRoutes(dealShape);
export const dealBatchRoutes = own.batch;
export const deleteDealRoute = own.remove;
export const upsertDealRoute = {
  ...own.upsert,
  description: `${own.upsert.description} A stage moves the deal that is there, as \`move\` does.`,
  body: DealPut,
  errors: [...own.upsert.errors, 'deal_closed'] as typeof own.upsert.errors,
};

export const createDealRoute = defineRoute({
  ...own.create,
  description:
    'It starts in the first open stage of the workspace’s default pipeline, or in the stage that is named; a stage may ask for fields. A deal that is over already says when it was closed (`closedAt`). With items its amount is what they come to. Send an Idempotency-Key to retry safely.',
  body: NewDeal,
  response: DealBody,
});

export const getDealRoute = defineRoute({
  operationId: 'getDeal',
  method: 'GET',
  path: '/v1/deals/{dealId}',
  tag: 'Deals',
  summary: 'A deal with its time in each stage and the newest of its timeline',
  description:
    'The deal, what last happened with it, and its last 20 activities and changes, from one Query.',
  access: 'deals:read',
  ...nothing,
  query: AsOfQuery,
  params: dealPath,
  status: 200,
  veil: veilRecord('deal'),
  response: orAsOf(DealPage, DealBody),
  showsMore: true,
  errors: ['deal_not_found', ...asOfErrors],
  example: { params: examplePath },
});

export const patchDealRoute = defineRoute({
  ...own.change,
  description: `${own.change.description} The stage is changed by \`move\` and \`reopen\`.`,
  params: dealPath,
  body: DealPatch,
  response: DealBody,
});

export const moveDealRoute = defineRoute({
  operationId: 'moveDeal',
  method: 'POST',
  path: '/v1/deals/{dealId}/move',
  tag: 'Deals',
  summary: 'Move an open deal to another stage of its pipeline, or to another pipeline',
  description:
    'One conditional write. Of two moves at once one wins and the other is told so (409). A stage of kind `lost` needs a `lostReason`; a stage may ask for fields, and those that are missing are listed. A move to the stage where the deal stands changes nothing, so a repeated move is safe.',
  access: 'deals:edit',
  ...nothing,
  params: dealPath,
  body: MoveDeal,
  status: 200,
  veil: veilRecord('deal'),
  response: DealBody,
  errors: [
    'deal_not_found',
    'deal_closed',
    'field_forbidden',
    'stage_unknown',
    'stage_fields_missing',
    'lost_reason_missing',
    'reason_unknown',
    'pipeline_not_found',
    'version_conflict',
    'version_mismatch',
  ],
  example: { params: examplePath, body: { stageId: 'lost', lostReason: 'They chose a cheaper offer.' } },
});

export const reopenDealRoute = defineRoute({
  operationId: 'reopenDeal',
  method: 'POST',
  path: '/v1/deals/{dealId}/reopen',
  tag: 'Deals',
  summary: 'Bring a won or lost deal back into an open stage',
  description: 'Into the first open stage where none is named. Its time in each stage goes on counting.',
  access: 'deals:edit',
  ...nothing,
  params: dealPath,
  body: ReopenDeal,
  status: 200,
  veil: veilRecord('deal'),
  response: DealBody,
  errors: [
    'deal_not_found',
    'deal_open',
    'field_forbidden',
    'stage_unknown',
    'stage_closed',
    'stage_fields_missing',
    'version_conflict',
    'version_mismatch',
  ],
  example: { params: examplePath, body: { stageId: 'proposal' } },
});

export const dealRoutes = [
  createDealRoute,
  getDealRoute,
  patchDealRoute,
  moveDealRoute,
  reopenDealRoute,
  ...dealListRoutes,
  listDealHistoryRoute,
  deleteDealRoute,
  upsertDealRoute,
  ...Object.values(dealBatchRoutes),
];
