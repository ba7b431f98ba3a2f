import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Spend } from './spend.ts';

/** SPEND-2: what was spent, by month and source. */
export const spendPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#SPEND`;

export const spendProjection: Projection = {
  definition: 1,
  project({ record }) {
    const spend = Spend.parse(record);
    const { workspaceId, id, month, source, campaign = '' } = spend;
    const sk = `${month}#${source}#${campaign}#${id}`;
    return { entries: [{ pk: spendPk(workspaceId), sk, of: 'spend', id, spend }], counters: {} };
  },
};
