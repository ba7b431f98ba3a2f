import { dueEntry } from '../core/due.ts';
import { type Counters, type Entry, type Key, nameOf, type Projection } from '../core/projection.ts';
import { recordKey, workspacePk } from '../core/record.ts';
import { Deal } from './deal.ts';
import { plannedOf } from './deal-card.ts';
import { clockOf, clockSk, type DealClock, idleDueAt, isIdle } from './idle.ts';
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

function card(deal: Deal, clock: DealClock): Entry {
  const { workspaceId, pipelineId, stageId, id, name, contactId, ownerId, amountCents, currency } = deal;
  return {
    pk: stagePk(workspaceId, pipelineId, stageId),
    sk: `${deal.stageEnteredAt}#${id}`,
    of: 'deal',
    id,
    name,
    contactId,
    ownerId,
    amountCents,
    currency,
    expectedCloseOn: deal.expectedCloseOn,
    stageEnteredAt: deal.stageEnteredAt,
    last: clock.last,
    planned: plannedOf(clock),
    idle: isIdle(deal, clock),
  };
}

function entriesOf(deal: Deal, clock: DealClock, pipeline: Pipeline | undefined): Entry[] {
  const { workspaceId, contactId, id, status, createdAt } = deal;
  const due = idleDueAt(
    deal,
    clock,
    pipeline?.stages.find((stage) => stage.id === deal.stageId),
  );
  const side = status === 'open' ? 'open' : 'closed';
  return [
    card(deal, clock),
    ...(contactId
      ? [{ pk: contactDealsPk(workspaceId, contactId), sk: `${side}#${createdAt}#${id}`, of: 'deal', id }]
      : []),
    ...(due ? [dueEntry(due, 'deal_idle', workspaceId, 'deal', id)] : []),
  ];
}

function countersOf({ workspaceId, pipelineId, stageId, amountCents = 0, currency }: Deal): Counters {
  return {
    [boardCounters(workspaceId, pipelineId)]: {
      [`${stageId}.count`]: 1,
      ...(amountCents > 0 && { [`${stageId}.${currency}`]: amountCents }),
    },
  };
}

export const dealProjection: Projection = {
  definition: 1,
  beside: [clockSk],
  borrows: (record) => [pipelineKey(Deal.parse(record))],
  project({ record, borrowed }) {
    const deal = Deal.parse(record);
    const clock = borrowed.get(nameOf({ pk: record.pk, sk: clockSk }));
    const pipeline = borrowed.get(nameOf(pipelineKey(deal)));
    return {
      entries: entriesOf(deal, clockOf(clock), pipeline && Pipeline.parse(pipeline)),
      counters: countersOf(deal),
    };
  },
};
