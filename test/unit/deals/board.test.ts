import { describe, expect, it } from 'vitest';
import { boardOf, stagesShown } from '../../../shared/deals/board.ts';
import { cardFor, cardOf, type DealCard } from '../../../shared/deals/deal-card.ts';
import { clockOf } from '../../../shared/deals/idle.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { companyId, monday, noon } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';

const pipeline = aPipeline();
const entry = (over: object = {}) => ({ ...aDeal(), pk: 'p', sk: 's', planned: [], idle: false, ...over });
const plan = (at: string, resets = true) => ({ id: 'ac_9', at, kind: resets ? 'meeting' : 'task', resets });

describe('a card', () => {
  it('says how long the deal is in its stage, in whole days', () => {
    expect(cardOf(entry({ stageEnteredAt: monday }), noon).daysInStage).toBe(6);
    expect(cardOf(entry({ stageEnteredAt: monday }), monday).daysInStage).toBe(0);
  });

  it.each([
    ['nothing where nothing happened and nothing is planned', {}, undefined, undefined],
    [
      'the last activity',
      { last: { at: monday, kind: 'call', id: 'ac_1' } },
      { at: monday, kind: 'call', id: 'ac_1' },
      undefined,
    ],
    [
      'what is planned next',
      { planned: [plan('2026-12-24T12:00:00.000Z'), plan('2026-12-01T12:00:00.000Z')] },
      undefined,
      '2026-12-01T12:00:00.000Z',
    ],
    [
      'of a task that is planned its own day, not the one that begins when it is over',
      { planned: [plan('2026-12-02T00:00:00.000Z', false)] },
      undefined,
      '2026-12-01T23:59:59.999Z',
    ],
    [
      'a meeting whose time has come as the last activity',
      { last: { at: monday, kind: 'call', id: 'ac_1' }, planned: [plan(noon)] },
      { at: noon, kind: 'meeting', id: 'ac_9' },
      undefined,
    ],
    ['no task whose day is over as planned', { planned: [plan(monday, false)] }, undefined, undefined],
  ])('says %s', (_, more, lastActivity, nextPlannedAt) => {
    const card = cardOf(entry(more), noon);
    expect([card.lastActivity, card.nextPlannedAt]).toEqual([lastActivity, nextPlannedAt]);
  });

  it.each([
    ['nothing where nothing is planned', [], undefined],
    ['nothing of a meeting that was to be by now: it has happened', [plan(monday)], undefined],
    ['nothing of a task before its day is over', [plan('2026-12-24T12:00:00.000Z', false)], undefined],
    ['since when the earliest task is', [plan(noon, false), plan(monday, false)], monday],
  ])('says of what is overdue %s', (_, planned, since) => {
    expect(cardOf(entry({ planned }), noon).overdueSince).toBe(since);
  });

  it('is read as it was stored before it named its company', () => {
    const { companyId: _, ...before } = cardFor(aDeal({ companyId }), clockOf(undefined));
    expect(cardOf({ ...before, pk: 'p', sk: 's' }, noon).companyId).toBeUndefined();
    expect(cardOf(cardFor(aDeal({ companyId }), clockOf(undefined)), noon)).toMatchObject({ companyId });
  });

  it('shows nothing of how it is stored', () => {
    expect(Object.keys(cardOf(entry(), noon))).not.toEqual(expect.arrayContaining(['pk']));
    expect(cardOf(entry(), noon)).not.toHaveProperty('workspaceId');
  });
});

describe('the board', () => {
  const figures = { 'new.count': 3, 'new.EUR': 1001, 'new.CHF': 500, 'lost.count': 1 };
  const card = (over: Partial<DealCard> = {}) => ({ ...cardOf(entry(), noon), ...over });
  const columns = (cards: Record<string, DealCard[]>, cursor?: string) =>
    stagesShown(pipeline, figures).map((stage) => ({ stage, cards: cards[stage.id] ?? [], cursor }));

  it('has every stage in the pipeline’s order, with count, sums and what the sums are worth', () => {
    const { stages } = boardOf(pipeline, columns({}), figures);
    expect(stages.map(({ id }) => id)).toEqual(['new', 'contacted', 'proposal', 'won', 'lost']);
    expect(stages[0]).toMatchObject({
      count: 3,
      sumCents: { EUR: 1001, CHF: 500 },
      weightedCents: { EUR: 100, CHF: 50 },
    });
    expect(stages[1]).toMatchObject({ count: 0, sumCents: {}, weightedCents: {} });
  });

  it('does not take one stage’s figures for those of another whose id begins alike', () => {
    const alike = { 'new.count': 1, 'new-2.count': 5, 'new-2.EUR': 7 };
    const [first] = boardOf(pipeline, columns({}), alike).stages;
    expect(first).toMatchObject({ count: 1, sumCents: {} });
  });

  it('shows a deal that moved while it was read once, where it went', () => {
    const cards = { new: [card({ stageEnteredAt: monday })], contacted: [card({ stageEnteredAt: noon })] };
    const { stages } = boardOf(pipeline, columns(cards), figures);
    expect(stages.map((stage) => stage.cards.length)).toEqual([0, 1, 0, 0, 0]);
  });

  it('hides no deal of a stage that the pipeline has no more', () => {
    const shown = stagesShown(pipeline, { 'gone.count': 1, 'empty.count': 0 });
    expect(shown.at(-1)).toMatchObject({ id: 'gone', removed: true });
    expect(shown).toHaveLength(6);
  });

  it('links to the rest of a stage', () => {
    const [first] = boardOf(pipeline, columns({}, 'a+b/c'), figures).stages;
    expect(first?.more).toBe(`/v1/deals?pipelineId=${pipeline.id}&stageId=new&cursor=a%2Bb%2Fc`);
  });

  it('of an owner links to the rest of theirs', () => {
    const [first] = boardOf(pipeline, columns({}, 'c'), figures, 'me').stages;
    expect(first?.more).toBe(`/v1/deals?pipelineId=${pipeline.id}&stageId=new&ownerId=me&cursor=c`);
  });
});
