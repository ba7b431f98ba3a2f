import { dueEntry } from '../core/due.ts';
import { nameOf, type Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { dateDueAt, datedSk, dateMarkOf } from './dates/dated.ts';
import { Rule } from './rule.ts';

/** RULE-2: a workspace's rules by the moment they were made. */
export const ruleListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#RULE`;
export const ruleListSk = ({ createdAt, id }: Pick<Rule, 'createdAt' | 'id'>) => `${createdAt}#${id}`;

export const ruleProjection: Projection = {
  definition: 1,
  beside: [datedSk],
  lasting: [datedSk],
  project({ record, borrowed }) {
    const rule = Rule.parse(record);
    const { workspaceId, id } = rule;
    const listed = { pk: ruleListPk(workspaceId), sk: ruleListSk(rule), of: 'rule', id };
    const due = dateDueAt(rule, dateMarkOf(borrowed.get(nameOf({ pk: record.pk, sk: datedSk }))));
    const next = due ? [dueEntry(due, 'rule_date', workspaceId, 'rule', id)] : [];
    return { entries: [listed, ...next], counters: {} };
  },
};
