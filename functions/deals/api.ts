import { searchDealsRoute } from '../../shared/deals/deal-list-routes.ts';
import {
  createDealRoute,
  dealBatchRoutes,
  deleteDealRoute,
  patchDealRoute,
  upsertDealRoute,
} from '../../shared/deals/deal-routes.ts';
import { dealType } from '../../shared/deals/deal-store.ts';
import { api } from '../../shared/platform/api.ts';
import { searchRecords, writingOperations } from '../records/operations/record-operations.ts';
import { createPipelineOperation } from './operations/create-pipeline.ts';
import { deletePipelineOperation } from './operations/delete-pipeline.ts';
import { getBoardOperation } from './operations/get-board.ts';
import { getDealOperation } from './operations/get-deal.ts';
import { getPipelineOperation } from './operations/get-pipeline.ts';
import { listContactDealsOperation } from './operations/list-contact-deals.ts';
import { listDealHistoryOperation } from './operations/list-deal-history.ts';
import { listDealTimelineOperation } from './operations/list-deal-timeline.ts';
import { listDealsOperation } from './operations/list-deals.ts';
import { listPipelinesOperation } from './operations/list-pipelines.ts';
import { moveDealOperation } from './operations/move-deal.ts';
import { patchPipelineOperation } from './operations/patch-pipeline.ts';
import { reopenDealOperation } from './operations/reopen-deal.ts';

export const handler = api([
  ...writingOperations(dealType, {
    create: createDealRoute,
    change: patchDealRoute,
    remove: deleteDealRoute,
    upsert: upsertDealRoute,
    batch: dealBatchRoutes,
  }),
  getDealOperation,
  moveDealOperation,
  reopenDealOperation,
  listDealsOperation,
  searchRecords(listDealsOperation, searchDealsRoute),
  listContactDealsOperation,
  listDealTimelineOperation,
  listDealHistoryOperation,
  getBoardOperation,
  listPipelinesOperation,
  createPipelineOperation,
  getPipelineOperation,
  patchPipelineOperation,
  deletePipelineOperation,
]);
