import { gradeDueAt, gradedOf, gradedSk } from '../checks/graded.ts';
import { dueEntry } from '../core/due.ts';
import { nameOf, type Projection } from '../core/projection.ts';
import { Workspace } from './workspace.ts';

/** A workspace is graded at the turn of each month. */
export const workspaceProjection: Projection = {
  definition: 1,
  beside: [gradedSk],
  lasting: [gradedSk],
  project({ record, borrowed }) {
    const workspace = Workspace.parse(record);
    const { id } = workspace;
    const graded = gradedOf(borrowed.get(nameOf({ pk: record.pk, sk: gradedSk })));
    const due = dueEntry(gradeDueAt(workspace, graded), 'grade', id, 'workspace', id);
    return { entries: [due], counters: {} };
  },
};
