import { countsFor } from '../../../shared/checks/counts-store.ts';
import {
  getDataCheckRoute,
  listFindingsRoute,
  listGradesRoute,
  repairFindingsRoute,
  takeGradeRoute,
} from '../../../shared/checks/data-check-routes.ts';
import { findingsPage } from '../../../shared/checks/findings-store.ts';
import { gradePage, takeGrade } from '../../../shared/checks/grade-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { repairEach } from './repair.ts';

export const dataCheckOperations = [
  operation(getDataCheckRoute, ({ actor }) => countsFor(actor)),
  operation(listFindingsRoute, ({ actor, now, query: { kind, check, ...page } }) =>
    findingsPage(actor, { kind, check }, page, now),
  ),
  operation(
    repairFindingsRoute,
    async ({ body, ...by }) => ({ results: await repairEach(body, by) }) as never,
  ),
  operation(listGradesRoute, ({ actor, query }) => gradePage(actor.workspaceId, query)),
  operation(takeGradeRoute, (by) => takeGrade(by, 'request')),
];
