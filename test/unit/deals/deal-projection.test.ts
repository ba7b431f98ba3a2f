import { describe, expect, it } from 'vitest';
import { type Item, nameOf } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { ownerPk, teamMemberKey, teamPk } from '../../../shared/core/scoped-list.ts';
import type { Deal } from '../../../shared/deals/deal.ts';
import {
  boardCounters,
  contactDealsPk,
  dealProjection,
  stagePk,
} from '../../../shared/deals/deal-projection.ts';
import { clockSk, type DealClock } from '../../../shared/deals/idle.ts';
import { countGroup, listPk, statePk } from '../../../shared/records/list-entries.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, contactId, dealId, monday, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';

function projected(over: Partial<Deal> = {}, clock?: Partial<DealClock>) {
  const deal = aDeal(over);
  const record = { ...deal, ...recordKey(acme, 'deal', deal.id) };
  const pipeline = { ...aPipeline(), ...recordKey(acme, 'pipeline', pipelineId) };
  const items: Item[] = [pipeline];
  if (clock) items.push({ version: 1, planned: {}, ...clock, pk: record.pk, sk: clockSk });
  return dealProjection.project({
    record,
    borrowed: new Map(items.map((item) => [nameOf(item), item])),
    now: monday,
  });
}
const entriesIn = (pk: string, { entries }: ReturnType<typeof projected>) =>
  entries.filter((entry) => entry.pk.startsWith(pk));

describe('a deal’s projection', () => {
  it('stands in every list and sum for everybody, for its owner, and for its owner’s team', () => {
    const deal = aDeal({ contactId });
    const record = { ...deal, ...recordKey(acme, 'deal', deal.id) };
    const member = { ...teamMemberKey(acme, ann), recordId: 'tm_1', version: 'tm_1@1' };
    const { entries, counters } = dealProjection.project({
      record,
      borrowed: new Map([[nameOf(member), member]]),
      now: monday,
    });
    const bases = [
      stagePk(acme, pipelineId, 'new'),
      listPk(acme, 'deal'),
      listPk(acme, 'deal', 'updated'),
      contactDealsPk(acme, contactId),
      statePk(acme, 'deal', 'status', 'open'),
    ];
    // A team's page merges its members' lists of the further orders.
    const further = ['name', 'closeOn', 'amount'].map((order) => listPk(acme, 'deal', order));
    const isListed = (pk: string) => !pk.startsWith('DUE#') && !pk.includes('#SEARCH#');
    const listed = entries.map(({ pk }) => pk).filter(isListed);
    const everywhere = (base: string) => [base, ownerPk(base, ann), teamPk(base, 'tm_1')];
    expect(listed.toSorted()).toEqual(
      [...bases.flatMap(everywhere), ...further.flatMap((base) => [base, ownerPk(base, ann)])].toSorted(),
    );
    const groups = [boardCounters(acme, pipelineId), countGroup(acme, 'deal')];
    const isCell = (group: string) => group.includes('\n');
    expect(Object.keys(counters).filter((group) => !isCell(group))).toEqual(groups.flatMap(everywhere));
  });

  it('stands in its stage by the moment it entered it', () => {
    const [card] = entriesIn(stagePk(acme, pipelineId, 'contacted'), projected({ stageId: 'contacted' }));
    expect(card).toMatchObject({ sk: `${monday}#${dealId}`, of: 'deal', id: dealId, idle: false });
  });

  it.each<[string, Partial<Deal>, string]>([
    ['open', {}, `open#${monday}#${dealId}`],
    ['closed', { status: 'won', stageId: 'won' }, `closed#${monday}#${dealId}`],
  ])('stands among its contact’s %s deals', (_, over, sk) => {
    const entries = entriesIn(contactDealsPk(acme, contactId), projected({ contactId, ...over }));
    expect(entries.map((entry) => [entry.pk, entry.sk])).toEqual([
      [contactDealsPk(acme, contactId), sk],
      [ownerPk(contactDealsPk(acme, contactId), ann), sk],
    ]);
  });

  it('is due when it becomes idle, and once only for one idleness', () => {
    const due = (clock?: Partial<DealClock>, over?: Partial<Deal>) =>
      entriesIn('DUE#', projected(over, clock)).map(({ at, reason, id }) => ({ at, reason, id }));
    const entry = { at: '2026-11-19T09:00:00.000Z', reason: 'deal_idle', id: dealId };
    expect(due()).toEqual([entry]);
    expect(due({ idleFor: monday })).toEqual([]);
    expect(due(undefined, { status: 'lost', stageId: 'lost' })).toEqual([]);
  });

  it('counts one for its stage, and its amount in its currency', () => {
    const group = boardCounters(acme, pipelineId);
    const own = ownerPk(group, ann);
    expect(projected({ amountCents: 500, currency: 'CHF' }).counters).toMatchObject({
      [group]: { 'new.count': 1, 'new.CHF': 500 },
      [own]: { 'new.count': 1, 'new.CHF': 500 },
    });
    const counted = { 'new.count': 1 };
    for (const amountCents of [undefined, 0]) {
      const { counters } = projected({ amountCents });
      expect([counters[group], counters[own]]).toEqual([counted, counted]);
    }
  });

  it('says on its card what last happened and that it is idle', () => {
    const last = { at: monday, kind: 'call', id: 'ac_1' };
    const [card] = entriesIn(stagePk(acme, pipelineId, 'new'), projected({}, { last, idleFor: monday }));
    expect(card).toMatchObject({ last, idle: true });
  });

  it('opens every key with the workspace, but for the due index', () => {
    const { entries, counters } = projected({ contactId });
    const keys = [...entries.map(({ pk }) => pk), ...Object.keys(counters)].filter(
      (pk) => !pk.startsWith('DUE#'),
    );
    expect(keys.every((pk) => pk.startsWith(`WS#${acme}#`))).toBe(true);
  });
});
