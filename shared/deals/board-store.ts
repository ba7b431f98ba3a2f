import type { Page, PageRequest } from '../core/page.ts';
import type { Item } from '../core/projection.ts';
import { queryPage } from '../platform/cursor.ts';
import { queryItems } from '../platform/dynamo.ts';
import { counterSlots, sumsOf } from '../platform/projection-store.ts';
import { type BoardFigures, type Column, stagesShown } from './board.ts';
import { cardOf, type DealCard } from './deal-card.ts';
import { boardCounters, stagePk } from './deal-projection.ts';
import { pipelineStore } from './deal-store.ts';
import { Pipeline, type Stage } from './pipeline.ts';
import { stagesSk } from './pipeline-projection.ts';

const cardsShown = 20;

/** DEAL-2: a stage's deals, the newest in it first; one Query a page. */
export const stagePage = (
  workspaceId: string,
  { pipelineId, stageId }: { pipelineId: string; stageId: string },
  page: PageRequest,
  now: string,
): Promise<Page<DealCard>> =>
  queryPage(
    { pk: stagePk(workspaceId, pipelineId, stageId), newestFirst: true },
    page,
    'stage deals',
    (item) => cardOf(item, now),
  );

/** Those of the stages that still have a deal: one Query each. */
export async function stagesWithDeals(pipeline: Pipeline, stages: Stage[]): Promise<Stage[]> {
  const found = await Promise.all(
    stages.map(({ id }) =>
      queryItems({ pk: stagePk(pipeline.workspaceId, pipeline.id, id), limit: 1, consistent: true }),
    ),
  );
  return stages.filter((_, i) => found[i]?.items.length);
}

/** DEAL-3: a board's figures and its stages, from one Query. A pipeline that was made a moment ago is read itself. */
async function readFigures(
  workspaceId: string,
  pipelineId: string,
): Promise<{ pipeline: Pipeline; figures: BoardFigures }> {
  const pk = boardCounters(workspaceId, pipelineId);
  const { items } = await queryItems({ pk, limit: counterSlots + 1, consistent: true });
  const isStages = ({ sk }: Item) => sk === stagesSk;
  const entry = items.find(isStages);
  const pipeline = entry ? Pipeline.parse(entry.pipeline) : await pipelineStore.get(workspaceId, pipelineId);
  return { pipeline, figures: sumsOf(items.filter((item) => !isStages(item))) };
}

/** DEAL-5: the whole board: one Query, and one for each stage. Throws `pipeline_not_found`. */
export async function readBoard(
  workspaceId: string,
  pipelineId: string,
  now: string,
): Promise<{ pipeline: Pipeline; figures: BoardFigures; columns: Column[] }> {
  const { pipeline, figures } = await readFigures(workspaceId, pipelineId);
  const columns = await Promise.all(
    stagesShown(pipeline, figures).map(async (stage) => {
      const where = { pipelineId, stageId: stage.id };
      const { items, cursor } = await stagePage(workspaceId, where, { limit: cardsShown }, now);
      return { stage, cards: items, cursor };
    }),
  );
  return { pipeline, figures, columns };
}
