import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { boardCounters } from './deal-projection.ts';
import { Pipeline } from './pipeline.ts';

/** PIPELINE-2: a workspace's pipelines by the moment they were made. */
export const pipelineListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#PIPELINE`;
/** DEAL-3: sorts behind the counters' slots, so that one Query brings a board's figures and its stages. */
export const stagesSk = 'STAGES';

export const pipelineProjection: Projection = {
  definition: 1,
  project({ record }) {
    const pipeline = Pipeline.parse(record);
    const { workspaceId, id, createdAt } = pipeline;
    return {
      entries: [
        { pk: pipelineListPk(workspaceId), sk: `${createdAt}#${id}`, of: 'pipeline', id },
        { pk: boardCounters(workspaceId, id), sk: stagesSk, of: 'pipeline', id, pipeline },
      ],
      counters: {},
    };
  },
};
