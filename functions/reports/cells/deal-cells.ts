import type { Actor } from '../../../shared/core/actor.ts';
import { assertMayAsk, ownerAsked } from '../../../shared/core/may-ask.ts';
import { fieldForbidden } from '../../../shared/core/may-write.ts';
import { hiddenAnywhere, reachOf } from '../../../shared/core/rights.ts';
import { within } from '../../../shared/core/scope.ts';
import { pipelineOf } from '../../../shared/deals/deal-store.ts';
import type { Pipeline } from '../../../shared/deals/pipeline.ts';
import { readCells } from '../../../shared/reports/cell-store.ts';
import { cubePk, wholeDimension } from '../../../shared/reports/cube.ts';
import { dealCube } from '../../../shared/reports/deal-facts.ts';
import type { Period } from '../../../shared/reports/period.ts';
import type { DealDimension } from '../../../shared/reports/report-routes.ts';
import type { DealSight, SplitCells } from '../../../shared/reports/sales-report.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { dimensionAsked } from './custom-cells.ts';

/** The field of a deal that a dimension tells of; whose it is everybody sees. */
const fieldsOf: Record<DealDimension, readonly string[]> = {
  owner: [],
  team: [],
  source: ['source', 'leadSource'],
  campaign: ['campaign'],
  company: ['companyId'],
  industry: ['companyId'],
  product: ['items'],
  reason: ['lostReason', 'wonReason'],
  custom: ['custom'],
};

type Asked = { splitBy?: DealDimension | undefined; ownerId?: string | undefined };
export type DealCells = { actor: Actor; pipeline: Pipeline; asked: Asked };

/** An industry is its company's to tell: for who reads every company. Throws `field_forbidden`. */
function assertReadsIndustries(actor: Actor): void {
  const readsAll = reachOf(actor, 'company', 'read').reach === 'all';
  if (!readsAll || hiddenAnywhere(actor, 'company').has('industry')) throw fieldForbidden(['industry']);
}

/** What of the figures of deals somebody may see: what tells of a hidden field is left out. */
export function dealSight(actor: Actor): DealSight {
  const hidden = hiddenAnywhere(actor, 'deal');
  const sees = (name: string) => !hidden.has(name);
  return {
    money: seesMoney(actor),
    companyId: sees('companyId'),
    openedOn: sees('openedOn'),
    expectedCloseOn: sees('expectedCloseOn'),
  };
}

/** Whether sums of money may be shown to somebody. */
export const seesMoney = (actor: Actor): boolean => {
  const hidden = hiddenAnywhere(actor, 'deal');
  return !['amountCents', 'currency', 'items'].some((name) => hidden.has(name));
};

/** The pipeline that is asked for, the workspace's default where none is. Throws `pipeline_not_found`. */
export async function pipelineAsked(
  { workspaceId }: Actor,
  pipelineId: string | undefined,
): Promise<Pipeline> {
  const id = pipelineId ?? (await workspaceOf(workspaceId)).defaultPipelineId;
  return pipelineOf(workspaceId, id);
}

/** The cells of a pipeline's deals in reach: a stretch for the whole, one for what it is split by. Throws `field_forbidden`. */
export async function readDealCells(
  { actor, pipeline, asked }: DealCells,
  period: Period,
): Promise<SplitCells> {
  const { splitBy, ownerId } = asked;
  if (splitBy) assertMayAsk(actor, 'deal', fieldsOf[splitBy]);
  if (splitBy === 'industry') assertReadsIndustries(actor);
  const dimension = splitBy && (await dimensionAsked(actor, 'deal', splitBy));
  const pk = cubePk(actor.workspaceId, dealCube(pipeline.id));
  const wanted = { kind: 'deal', pk, ...period, owner: ownerAsked(actor, ownerId) } as const;
  const read = (name: string) => readCells(within(actor), { ...wanted, dimension: name });
  const [whole, cells] = await Promise.all([read(wholeDimension), dimension && read(dimension)]);
  return { period, whole, split: dimension && cells ? { dimension, cells } : undefined };
}
