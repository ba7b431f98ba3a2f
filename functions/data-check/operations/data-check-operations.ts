import { countsFor } from '../../../shared/data-check/counts-store.ts';
import {
  getDataCheckRoute,
  listFindingsRoute,
  listGradesRoute,
  repairFindingsRoute,
  takeGradeRoute,
} from '../../../shared/data-check/data-check-routes.ts';
import { findingsPage } from '../../../shared/data-check/findings-store.ts';
import { gradePage, takeGrade } from '../../../shared/data-check/grade-store.ts';
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
