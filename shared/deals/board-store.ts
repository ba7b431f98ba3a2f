import type { Item } from '../core/projection.ts';
import type { Scope } from '../core/scope.ts';
import { queryItems } from '../platform/dynamo.ts';
import { counterSlots, sumsOf } from '../platform/projection-store.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { type BoardFigures, type Column, stagesShown } from './board.ts';
import { type Owner, partitionsOf, stagePage } from './deal-list-store.ts';
import { boardCounters, stagePk } from './deal-projection.ts';
import { pipelineOf, pipelineStore } from './deal-store.ts';
import { Pipeline, type Stage } from './pipeline.ts';
import { stagesSk } from './pipeline-projection.ts';

const cardsShown = 20;

/** Those of the stages that still have a deal: one Query each. */
export async function stagesWithDeals(pipeline: Pipeline, stages: Stage[]): Promise<Stage[]> {
  const found = await Promise.all(
    stages.map(({ id }) =>
      queryItems({ pk: stagePk(pipeline.workspaceId, pipeline.id, id), limit: 1, consistent: true }),
    ),
  );
  return stages.filter((_, i) => found[i]?.items.length);
}

const isStages = ({ sk }: Item) => sk === stagesSk;

/** Of whom everything is in reach: figures and stages from one Query. A pipeline that was made a moment ago is read itself. */
async function wholeFigures(workspaceId: string, pipelineId: string): Promise<Figured> {
  const pk = boardCounters(workspaceId, pipelineId);
  const { items } = await queryItems({ pk, limit: counterSlots + 1, consistent: true });
  const entry = items.find(isStages);
  const pipeline = entry ? Pipeline.parse(entry.pipeline) : await pipelineStore.get(workspaceId, pipelineId);
  return { pipeline, figures: sumsOf(items.filter((item) => !isStages(item))) };
}

type Figured = { pipeline: Pipeline; figures: BoardFigures };
/** DEAL-3: a board's stages, and the figures of an owner's deals or of all in reach: a Query a partition. Throws `pipeline_not_found`. */
async function readFigures(scope: Scope, pipelineId: string, owner: Owner): Promise<Figured> {
  const { workspaceId } = scope;
  const base = boardCounters(workspaceId, pipelineId);
  const partitions = partitionsOf(scope, base, owner);
  if (partitions.includes(base)) return wholeFigures(workspaceId, pipelineId);
  const [pipeline, pages] = await sideBySide([
    pipelineOf(workspaceId, pipelineId),
    Promise.all(partitions.map((pk) => queryItems({ pk, limit: counterSlots, consistent: true }))),
  ]);
  return { pipeline, figures: sumsOf(pages.flatMap(({ items }) => items)) };
}

/** DEAL-5: the board of the deals in reach, or of an owner's among them: DEAL-3, and DEAL-2 for each stage. Throws `pipeline_not_found`. */
export async function readBoard(
  scope: Scope,
  { pipelineId, owner }: { pipelineId: string; owner: Owner },
  now: string,
): Promise<{ pipeline: Pipeline; figures: BoardFigures; columns: Column[] }> {
  const { pipeline, figures } = await readFigures(scope, pipelineId, owner);
  const columns = await Promise.all(
    stagesShown(pipeline, figures).map(async (stage) => {
      const where = { pipelineId, stageId: stage.id, owner };
      const { items, cursor } = await stagePage(scope, where, { limit: cardsShown }, now);
      return { stage, cards: items, cursor };
    }),
  );
  return { pipeline, figures, columns };
}
