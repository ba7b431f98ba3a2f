import { describe, expect, it } from 'vitest';
import { createDeal, Deal, patchDeal } from '../../../shared/deals/deal.ts';
import { timeInStages } from '../../../shared/deals/deal-page.ts';
import { moveDeal, reopenDeal } from '../../../shared/deals/move-deal.ts';
import { defaultStages } from '../../../shared/deals/pipeline.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { contactId, monday, noon, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aContext } from '../../helpers/context.ts';

const pipeline = aPipeline();
const by = aContext();
const day = (n: number) => aContext({ now: new Date(Date.parse(monday) + n * dayMs).toISOString() });
const dayMs = 86_400_000;
const won = aDeal({ stageId: 'won', status: 'won', closedAt: monday });

describe('createDeal', () => {
  const defaults = { pipeline, currency: 'CHF' };
  it('starts in the first open stage, in the workspace’s currency, where nothing else is said', () => {
    const { after, before } = createDeal({ name: 'Refit' }, defaults, by);
    expect(before).toBeUndefined();
    expect(after).toMatchObject({
      name: 'Refit',
      pipelineId,
      stageId: 'new',
      status: 'open',
      currency: 'CHF',
    });
    expect(after).toMatchObject({
      stageEnteredAt: noon,
      stageTimes: { new: { firstEnteredAt: noon, entered: 1, totalMs: 0 } },
    });
  });

  it.each([
    ['an unknown stage', { stageId: 'nowhere' }, 'stage_unknown'],
    ['a closed stage', { stageId: 'won', amountCents: 1 }, 'stage_closed'],
    ['a stage that asks for what is not there', { stageId: 'proposal' }, 'stage_fields_missing'],
  ])('refuses %s', (_, given, code) => {
    expect(() => createDeal({ name: 'Refit', ...given }, defaults, by)).toThrow(
      expect.objectContaining({ code, kind: 'invalid' }),
    );
  });
});

describe('moveDeal', () => {
  it('puts an open deal in the new stage, at this moment, and says so', () => {
    const deal = aDeal({ version: 3 });
    const change = moveDeal(deal, { stageId: 'contacted' }, pipeline, by);
    expect(change).toMatchObject({
      before: deal,
      after: { stageId: 'contacted', status: 'open', version: 4, stageEnteredAt: noon },
    });
    expect(change?.events).toEqual([
      expect.objectContaining({
        type: 'deal.moved',
        data: { dealId: deal.id, pipelineId, fromStageId: 'new', toStageId: 'contacted', status: 'open' },
      }),
    ]);
  });

  it('changes nothing where the deal stands there already, whether open or closed', () => {
    expect(moveDeal(aDeal(), { stageId: 'new' }, pipeline, by)).toBeUndefined();
    expect(moveDeal(won, { stageId: 'won' }, pipeline, by)).toBeUndefined();
  });

  it.each(['won', 'lost'] as const)('refuses to move a deal that is %s', (status) => {
    const deal = aDeal({ stageId: status, status });
    expect(() => moveDeal(deal, { stageId: 'new' }, pipeline, by)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'deal_closed' }),
    );
  });

  it('needs a reason to lose a deal, keeps it, and needs none to win one', () => {
    expect(() => moveDeal(aDeal(), { stageId: 'lost' }, pipeline, by)).toThrow(
      expect.objectContaining({
        code: 'lost_reason_missing',
        more: { errors: [expect.objectContaining({ pointer: '/lostReason' })] },
      }),
    );
    const lost = moveDeal(aDeal(), { stageId: 'lost', lostReason: 'price' }, pipeline, by)?.after;
    expect(lost).toMatchObject({ status: 'lost', lostReason: 'price', closedAt: noon });
    const sold = moveDeal(aDeal(), { stageId: 'won', lostReason: 'x' }, pipeline, by)?.after;
    expect(sold).toMatchObject({ status: 'won', closedAt: noon });
    expect(sold).not.toHaveProperty('lostReason');
  });

  it('lists every field that the stage asks for and the deal lacks', () => {
    const asking = aPipeline({
      stages: defaultStages.map((stage) =>
        stage.id === 'proposal'
          ? { ...stage, requiredFields: ['amountCents', 'expectedCloseOn', 'ownerId'] }
          : stage,
      ),
    });
    const deal = aDeal({ amountCents: undefined });
    expect(() => moveDeal(deal, { stageId: 'proposal' }, asking, by)).toThrow(
      expect.objectContaining({
        code: 'stage_fields_missing',
        more: {
          errors: [
            expect.objectContaining({ pointer: '/amountCents' }),
            expect.objectContaining({ pointer: '/expectedCloseOn' }),
          ],
        },
      }),
    );
  });
});

describe('reopenDeal', () => {
  it('brings a closed deal back, without reason and moment of its closing', () => {
    const lost = aDeal({ stageId: 'lost', status: 'lost', lostReason: 'price', closedAt: monday });
    const { after } = reopenDeal(lost, undefined, pipeline, by);
    expect(after).toMatchObject({ stageId: 'new', status: 'open', stageEnteredAt: noon });
    expect(after).not.toHaveProperty('lostReason');
    expect(after).not.toHaveProperty('closedAt');
    expect(reopenDeal(won, 'contacted', pipeline, by).after.stageId).toBe('contacted');
  });

  it.each([
    ['an open deal', aDeal(), undefined, 'deal_open'],
    ['into a closed stage', won, 'lost', 'stage_closed'],
    ['into an unknown stage', won, 'nowhere', 'stage_unknown'],
    [
      'into a stage that asks for what is not there',
      { ...won, amountCents: undefined },
      'proposal',
      'stage_fields_missing',
    ],
  ])('refuses %s', (_, deal, stageId, code) => {
    expect(() => reopenDeal(deal as Deal, stageId, pipeline, by)).toThrow(expect.objectContaining({ code }));
  });
});

describe('patchDeal', () => {
  it('keeps what is left out and clears what is null', () => {
    const { after } = patchDeal(
      aDeal({ contactId }),
      { name: 'New', contactId: null } as never,
      pipeline,
      by,
    );
    expect(after).toMatchObject({ name: 'New', amountCents: 1_250_000, version: 2 });
    expect(after).not.toHaveProperty('contactId');
  });

  const inProposal = aDeal({ stageId: 'proposal' });
  const clears = { amountCents: null } as never;
  it('is in another currency with other lines alone', () => {
    const items = [{ name: 'Oven', quantity: 1, unitAmountCents: 100, amountCents: 100 }];
    const deal = aDeal({ items, amountCents: 100, currency: 'EUR' });
    expect(() => patchDeal(deal, { currency: 'JPY' }, aPipeline(), by)).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
    expect(patchDeal(deal, { currency: 'EUR', name: 'x' }, aPipeline(), by).after.currency).toBe('EUR');
    expect(patchDeal(deal, { currency: 'JPY', items }, aPipeline(), by).after.currency).toBe('JPY');
    expect(patchDeal({ ...deal, items: [] }, { currency: 'JPY' }, aPipeline(), by).after.currency).toBe(
      'JPY',
    );
  });

  it('takes nothing from an open deal that its stage asks for', () => {
    expect(() => patchDeal(inProposal, clears, pipeline, by)).toThrow(
      expect.objectContaining({ code: 'stage_fields_missing' }),
    );
    expect(patchDeal(aDeal(), clears, pipeline, by).after).not.toHaveProperty('amountCents');
  });

  it('is not hindered by what the stage began to ask for when the deal stood in it', () => {
    const poor = { ...inProposal, amountCents: undefined };
    expect(patchDeal(poor, { name: 'New' } as never, pipeline, by).after.name).toBe('New');
  });

  it('works on a deal whose stage the pipeline has no more', () => {
    expect(patchDeal(aDeal({ stageId: 'gone' }), clears, pipeline, by).after.version).toBe(2);
  });
});

describe('closing a deal', () => {
  const known = aPipeline({ lossReasons: ['Price'], winReasons: ['Service'] });
  it('takes only the reasons that the pipeline has, where it has some', () => {
    const lose = (lostReason: string) => () => moveDeal(aDeal(), { stageId: 'lost', lostReason }, known, by);
    expect(lose('Weather')).toThrow(expect.objectContaining({ code: 'reason_unknown' }));
    expect(lose('Price')()?.after).toMatchObject({ status: 'lost', lostReason: 'Price' });
    const won = moveDeal(aDeal(), { stageId: 'won', wonReason: 'Service' }, known, by);
    expect(won?.after).toMatchObject({ status: 'won', wonReason: 'Service' });
  });

  it('makes one that was over before it was written here, at the moment when it was', () => {
    const over = { name: 'Old', stageId: 'won', amountCents: 100, closedAt: monday };
    const { after } = createDeal(over, { pipeline: known, currency: 'EUR' }, by);
    expect(after).toMatchObject({ status: 'won', closedAt: monday, stageEnteredAt: monday });
  });

  it.each([
    ['/closedAt', { closedAt: monday }],
    ['/wonReason', { wonReason: 'Service' }],
    ['/closedAt', { stageId: 'won', amountCents: 100, closedAt: '2099-01-01T00:00:00.000Z' }],
  ])('takes no %s of one that is not over', (pointer, said) => {
    expect(() => createDeal({ name: 'New', ...said }, { pipeline: known, currency: 'EUR' }, by)).toThrow(
      expect.objectContaining({ more: { errors: [expect.objectContaining({ pointer })] } }),
    );
  });
});

describe('time in stages', () => {
  it('adds the stays up, the running one included', () => {
    const made = { ...aDeal(), stageEnteredAt: monday };
    const contacted = moveDeal(made, { stageId: 'contacted' }, pipeline, day(1))?.after as Deal;
    const back = moveDeal(contacted, { stageId: 'new' }, pipeline, day(3))?.after as Deal;
    expect(timeInStages(back, day(6).now)).toEqual([
      { pipelineId, stageId: 'new', firstEnteredAt: monday, entered: 2, ms: 4 * dayMs, current: true },
      {
        pipelineId,
        stageId: 'contacted',
        firstEnteredAt: day(1).now,
        entered: 1,
        ms: 2 * dayMs,
        current: false,
      },
    ]);
  });

  it('keeps the stays in a pipeline that the deal has left, apart from those of one where stages have the same names', () => {
    const other = aPipeline({ id: 'pl_01K0000000000000000000THER' });
    const made = { ...aDeal(), stageEnteredAt: monday };
    const away = moveDeal(made, { stageId: 'new', pipelineId: other.id }, other, day(1))?.after as Deal;
    expect(away).toMatchObject({ pipelineId: other.id, stageId: 'new', stageEnteredAt: day(1).now });
    const back = moveDeal(away, { stageId: 'new', pipelineId }, pipeline, day(3))?.after as Deal;
    expect(timeInStages(back, day(6).now)).toEqual([
      { pipelineId, stageId: 'new', firstEnteredAt: monday, entered: 2, ms: 4 * dayMs, current: true },
      {
        pipelineId: other.id,
        stageId: 'new',
        firstEnteredAt: day(1).now,
        entered: 1,
        ms: 2 * dayMs,
        current: false,
      },
    ]);
  });

  it('is never less than nothing where clocks differ', () => {
    const moved = moveDeal(aDeal(), { stageId: 'contacted' }, pipeline, day(-1))?.after as Deal;
    expect(timeInStages(moved, day(-2).now).map(({ ms }) => ms)).toEqual([0, 0]);
  });
});

it('A stage may have the name of something that every object has', () => {
  const stages = [...defaultStages, { ...defaultStages[1], id: 'constructor' }] as typeof defaultStages;
  const moved = moveDeal(aDeal(), { stageId: 'constructor' }, aPipeline({ stages }), by)?.after;
  expect(Deal.parse(moved).stageTimes.constructor).toEqual({ firstEnteredAt: noon, entered: 1, totalMs: 0 });
});
