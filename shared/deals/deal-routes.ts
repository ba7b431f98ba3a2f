import * as z from 'zod';
import { AsOfQuery, asOfErrors, listDealHistoryRoute, orAsOf } from '../audit/history-routes.ts';
import { idOf } from '../core/ids.ts';
import { defineRoute } from '../core/route.ts';
import { veilRecord } from '../core/veil.ts';
import { DealBody, DealPatch, MoveDeal, NewDeal, ReopenDeal } from './deal.ts';
import { dealListRoutes } from './deal-list-routes.ts';
import { DealPage } from './deal-page.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const dealPath = z.object({ dealId: idOf('deal') });
const examplePath = { dealId: 'dl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const createDealRoute = defineRoute({
  operationId: 'createDeal',
  method: 'POST',
  path: '/v1/deals',
  tag: 'Deals',
  summary: 'Make a deal',
  description:
    'It starts in the first open stage of the workspace’s default pipeline, or in the open stage that is named. A stage may ask for fields. Send an Idempotency-Key to retry safely.',
  access: 'deals:create',
  ...nothing,
  body: NewDeal,
  status: 201,
  veil: veilRecord('deal'),
  response: DealBody,
  errors: [
    'reference_unknown',
    'stage_unknown',
    'stage_closed',
    'stage_fields_missing',
    'pipeline_not_found',
  ],
  example: {
    body: {
      name: 'Kitchen refit',
      contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      amountCents: 1250000,
      currency: 'EUR',
    },
  },
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
  operationId: 'patchDeal',
  method: 'PATCH',
  path: '/v1/deals/{dealId}',
  tag: 'Deals',
  summary: 'Change a deal',
  description:
    'RFC 7396: a field left out stays, null clears it. The stage is changed by `move` and `reopen`. With `If-Match` it is made only on the version that you read (412 otherwise); without, two patches at once are both made, one after the other.',
  access: 'deals:edit',
  ...nothing,
  params: dealPath,
  body: DealPatch,
  status: 200,
  veil: veilRecord('deal'),
  response: DealBody,
  errors: ['deal_not_found', 'reference_unknown', 'stage_fields_missing', 'version_mismatch'],
  example: { params: examplePath, body: { amountCents: 1400000, expectedCloseOn: '2026-12-18' } },
});

export const moveDealRoute = defineRoute({
  operationId: 'moveDeal',
  method: 'POST',
  path: '/v1/deals/{dealId}/move',
  tag: 'Deals',
  summary: 'Move an open deal to another stage of its pipeline',
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
];
