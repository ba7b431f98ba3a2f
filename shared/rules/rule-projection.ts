import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Rule } from './rule.ts';

/** RULE-2: a workspace's rules by the moment they were made. */
export const ruleListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#RULE`;

export const ruleProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, createdAt } = Rule.parse(record);
    const listed = { pk: ruleListPk(workspaceId), sk: `${createdAt}#${id}`, of: 'rule', id };
    return { entries: [listed], counters: {} };
  },
};
