import type { Actor } from '../../../shared/core/actor.ts';
import { hiddenAnywhere, reachOf } from '../../../shared/core/rights.ts';
import { operation } from '../../../shared/platform/api.ts';
import { compared, cutTo, isIn, periodToRead } from '../../../shared/reports/compared.ts';
import { leadCube } from '../../../shared/reports/lead-facts.ts';
import { type Period, periodOf } from '../../../shared/reports/period.ts';
import type { SplitCells } from '../../../shared/reports/sales-report.ts';
import { sourcePeriod } from '../../../shared/reports/source-report.ts';
import { allSpend } from '../../../shared/reports/spend-store.ts';
import { getSourceReportRoute } from '../../../shared/reports/team-report-routes.ts';
import { readContactCells } from '../cells/contact-cells.ts';
import { pipelineAsked, readDealCells, seesMoney } from '../cells/deal-cells.ts';

type SplitBy = 'source' | 'campaign';
/** Of contacts, for who reads them with what they are by now and where they came from. */
async function leadsFor(actor: Actor, splitBy: SplitBy, period: Period): Promise<SplitCells | undefined> {
  const hidden = hiddenAnywhere(actor, 'contact');
  const told = ['lifecycle', 'source', 'leadSource', 'campaign'];
  if (!actor.permissions.includes('contacts:read') || told.some((name) => hidden.has(name))) return undefined;
  return readContactCells(actor, leadCube, { splitBy }, period);
}

export const getSourceReportOperation = operation(getSourceReportRoute, async ({ actor, query, now }) => {
  const period = periodOf(query, now);
  const { splitBy } = query;
  const pipeline = await pipelineAsked(actor, query.pipelineId);
  const seesSpend = actor.permissions.includes('reports:read');
  const seesEvery = (kind: 'contact' | 'deal') => reachOf(actor, kind, 'read').reach === 'all';
  const sight = {
    money: seesMoney(actor),
    everyLead: seesEvery('contact'),
    everyDeal: seesEvery('deal'),
  };
  const read = periodToRead(period, query);
  const [deals, leads, spend] = await Promise.all([
    readDealCells({ actor, pipeline, asked: { splitBy } }, read),
    leadsFor(actor, splitBy, read),
    seesSpend ? allSpend(actor.workspaceId, read) : undefined,
  ]);
  const within = (each: Period) => ({
    deals: cutTo(deals, each),
    leads: leads && cutTo(leads, each),
    spend: spend?.filter(({ month }) => isIn(each, month)),
  });
  return {
    ...{ pipelineId: pipeline.id, splitBy },
    ...compared(period, query, (each) => sourcePeriod(splitBy, within(each), sight)),
  };
});
