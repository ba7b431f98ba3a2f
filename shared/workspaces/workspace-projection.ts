import { gradeDueAt, gradedOf, gradedSk } from '../checks/graded.ts';
import { dueEntry } from '../core/due.ts';
import { nameOf, type Projection } from '../core/projection.ts';
import { learningOf, learningSk } from '../scoring/learning.ts';
import { Workspace } from './workspace.ts';

/** A workspace is graded at the turn of each month; where contacts come out, it is looked once a day whether there is anything new to learn. */
export const workspaceProjection: Projection = {
  definition: 2,
  beside: [gradedSk, learningSk],
  lasting: [gradedSk, learningSk],
  project({ record, borrowed }) {
    const workspace = Workspace.parse(record);
    const { id } = workspace;
    const beside = (sk: string) => borrowed.get(nameOf({ pk: record.pk, sk }));
    const gradeAt = gradeDueAt(workspace, gradedOf(beside(gradedSk)));
    const { nextAt } = learningOf(beside(learningSk));
    return {
      entries: [
        dueEntry(gradeAt, 'grade', id, 'workspace', id),
        ...(nextAt ? [dueEntry(nextAt, 'learn', id, 'workspace', id)] : []),
      ],
      counters: {},
    };
  },
};
