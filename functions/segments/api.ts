import { api } from '../../shared/platform/api.ts';
import { scoringOperations } from '../scoring/operations/scoring-operations.ts';
import { createViewOperation } from '../views/operations/create-view.ts';
import { deleteViewOperation } from '../views/operations/delete-view.ts';
import { getViewOperation } from '../views/operations/get-view.ts';
import { listViewsOperation } from '../views/operations/list-views.ts';
import { patchViewOperation } from '../views/operations/patch-view.ts';
import { createSegmentOperation } from './operations/create-segment.ts';
import { deleteSegmentOperation } from './operations/delete-segment.ts';
import { getSegmentOperation } from './operations/get-segment.ts';
import { listSegmentMembersOperation } from './operations/list-segment-members.ts';
import { listSegmentsOperation } from './operations/list-segments.ts';
import { patchSegmentOperation } from './operations/patch-segment.ts';
import { previewSegmentOperation } from './operations/preview-segment.ts';

export const handler = api([
  listSegmentsOperation,
  createSegmentOperation,
  getSegmentOperation,
  patchSegmentOperation,
  deleteSegmentOperation,
  listSegmentMembersOperation,
  previewSegmentOperation,
  createViewOperation,
  deleteViewOperation,
  getViewOperation,
  listViewsOperation,
  patchViewOperation,
  ...scoringOperations,
]);
