import { foundFor } from '../../../shared/checks/counts-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { hiddenAnywhere } from '../../../shared/core/rights.ts';
import { operation } from '../../../shared/platform/api.ts';
import { getQualityReportRoute } from '../../../shared/reports/customer-report-routes.ts';
import { leadCube } from '../../../shared/reports/lead-facts.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import {
  checksFound,
  type Known,
  qualityFields,
  qualityFiguresOf,
} from '../../../shared/reports/quality-report.ts';
import { readContactCells } from '../cells/contact-cells.ts';

function sightOf(actor: Actor): Set<Known> {
  const hidden = hiddenAnywhere(actor, 'contact');
  const all = Object.entries(qualityFields) as [Known, readonly string[]][];
  return new Set(all.filter(([, fields]) => !fields.some((name) => hidden.has(name))).map(([name]) => name));
}

export const getQualityReportOperation = operation(getQualityReportRoute, async ({ actor, query, now }) => {
  const period = periodOf(query, now);
  const [cells, found] = await Promise.all([
    readContactCells(actor, leadCube, query, period),
    foundFor(actor, 'contact'),
  ]);
  return { ...qualityFiguresOf(cells, period, sightOf(actor)), checks: checksFound(found) };
});
