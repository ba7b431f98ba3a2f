import { cached } from '../platform/cache.ts';
import { recordStore } from '../platform/record-store.ts';
import { dealRecord } from './deal.ts';
import { type Pipeline, pipelineRecord } from './pipeline.ts';

/** DEAL-1: by id, one GetItem. */
export const dealStore = recordStore(dealRecord);
/** PIPELINE-1: by id, one GetItem. */
export const pipelineStore = recordStore(pipelineRecord);

const lately = cached(30_000, async (name) => {
  const [workspaceId = '', id = ''] = name.split('\n');
  return pipelineStore.get(workspaceId, id);
});
/** A pipeline as it was at most 30 s ago: its stages seldom change, and a move need not pay to read them. */
export const pipelineOf = (workspaceId: string, id: string): Promise<Pipeline> =>
  lately(`${workspaceId}\n${id}`);
