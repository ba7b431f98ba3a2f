import { Company } from '../companies/company.ts';
import { dueEntry } from '../core/due.ts';
import { type Counters, type Entry, type Key, nameOf, type Projection } from '../core/projection.ts';
import { recordKey, workspacePk } from '../core/record.ts';
import { scopedEntries, scopedPks, teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { listCounters, listEntries, numberKey, textKey } from '../records/list-entries.ts';
import { trashable } from '../records/trashable.ts';
import { cubeCounters, cubePk } from '../reports/cube.ts';
import { reportFieldBorrowed, reportFieldOf } from '../reports/custom-dimension.ts';
import { dealCube, dealFacts } from '../reports/deal-facts.ts';
import { searchEntries } from '../search/search-entries.ts';
import { Deal } from './deal.ts';
import { cardFor } from './deal-card.ts';
import { dealTexts } from './deal-search.ts';
import { todayEntries } from './deal-today.ts';
import { clockOf, clockSk, type DealClock, idleDueAt } from './idle.ts';
import { Pipeline } from './pipeline.ts';

/** DEAL-2: a stage's deals, by the moment they entered it. */
export const stagePk = (workspaceId: string, pipelineId: string, stageId: string) =>
  `${workspacePk(workspaceId)}#BOARD#${pipelineId}#${stageId}`;
/** DEAL-3: a pipeline's counts and sums, `<stage>.count` and `<stage>.<currency>` in cents. */
export const boardCounters = (workspaceId: string, pipelineId: string) =>
  `${workspacePk(workspaceId)}#COUNT#BOARD#${pipelineId}`;
/** DEAL-4: a contact's deals; read backwards, open ones come first and each kind newest first. */
export const contactDealsPk = (workspaceId: string, contactId: string) =>
  `${recordKey(workspaceId, 'contact', contactId).pk}#DEALS`;

const pipelineKey = ({ workspaceId, pipelineId }: Deal): Key =>
  recordKey(workspaceId, 'pipeline', pipelineId);

const unknownDay = '~'; // behind every day
export const ordersOf = ({ name, expectedCloseOn = unknownDay, amountCents }: Deal) => ({
  name: textKey(name),
  closeOn: expectedCloseOn,
  amount: numberKey(amountCents),
});
const listsOf = (deal: Deal) =>
  ({
    orders: ordersOf(deal),
    related: [{ kind: 'company', id: deal.companyId }],
    states: { status: { value: deal.status, order: deal.createdAt } },
  }) as const;

type Around = {
  clock: DealClock;
  pipeline: Pipeline | undefined;
  teamId: string | undefined;
  industry: string | undefined;
  reportField: string | undefined;
};
function entriesOf(deal: Deal, { clock, pipeline, teamId }: Around): Entry[] {
  const { workspaceId, pipelineId, stageId, contactId, id, status, createdAt, ownerId } = deal;
  const listed = (base: string, entry: { sk: string } & Record<string, unknown>) =>
    scopedEntries(base, { ownerId, teamId }, { of: 'deal', id, ...entry });
  const stage = pipeline?.stages.find((one) => one.id === stageId);
  const due = idleDueAt(deal, clock, stage);
  const side = status === 'open' ? 'open' : 'closed';
  return [
    ...listed(stagePk(workspaceId, pipelineId, stageId), {
      ...cardFor(deal, clock),
      sk: `${deal.stageEnteredAt}#${id}`,
    }),
    ...listEntries('deal', { ...deal, teamId }, listsOf(deal)),
    ...(contactId
      ? listed(contactDealsPk(workspaceId, contactId), { sk: `${side}#${createdAt}#${id}` })
      : []),
    ...searchEntries({ workspaceId, id, ownerId, teamId }, dealTexts(deal)),
    ...todayEntries(deal, clock, stage),
    ...(due ? [dueEntry(due, 'deal_idle', workspaceId, 'deal', id)] : []),
  ];
}

/** The company, for its industry; whoever changes that has its deals looked at. */
const companyBorrowed = ({ workspaceId, companyId }: Deal): Key[] =>
  companyId ? [recordKey(workspaceId, 'company', companyId)] : [];

function countersOf(deal: Deal, { teamId, ...around }: Around): Counters {
  const { workspaceId, pipelineId, stageId, amountCents = 0, currency, ownerId } = deal;
  const measures = {
    [`${stageId}.count`]: 1,
    ...(amountCents > 0 && { [`${stageId}.${currency}`]: amountCents }),
  };
  const groups = scopedPks(boardCounters(workspaceId, pipelineId), { ownerId, teamId });
  return {
    ...Object.fromEntries(groups.map((group) => [group, measures])),
    ...listCounters('deal', { ...deal, teamId }),
    ...cubeCounters(cubePk(workspaceId, dealCube(pipelineId)), { ownerId, teamId }, dealFacts(deal, around)),
  };
}

export const dealProjection: Projection = trashable({
  definition: 9,
  beside: [clockSk],
  borrows: (record) => {
    const deal = Deal.parse(record);
    return [pipelineKey(deal), ...teamBorrowed(deal), ...companyBorrowed(deal), ...reportFieldBorrowed(deal)];
  },
  project({ record, borrowed }) {
    const deal = Deal.parse(record);
    const clock = borrowed.get(nameOf({ pk: record.pk, sk: clockSk }));
    const pipeline = borrowed.get(nameOf(pipelineKey(deal)));
    const [team] = teamBorrowed(deal);
    const teamId = teamOf(team && borrowed.get(nameOf(team)));
    const [company] = companyBorrowed(deal).map((key) => borrowed.get(nameOf(key)));
    const [workspace] = reportFieldBorrowed(deal).map((key) => borrowed.get(nameOf(key)));
    const around: Around = {
      clock: clockOf(clock),
      pipeline: pipeline && Pipeline.parse(pipeline),
      teamId,
      industry: company && Company.parse(company).industry,
      reportField: reportFieldOf('deal', workspace),
    };
    return { entries: entriesOf(deal, around), counters: countersOf(deal, around) };
  },
});
