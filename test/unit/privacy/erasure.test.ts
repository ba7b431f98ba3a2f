import { describe, expect, it } from 'vitest';
import {
  advanceErasure,
  type Erasure,
  erasureDueAt,
  erasureSteps,
  requestErasure,
  wakeErasure,
} from '../../../shared/privacy/erasure.ts';
import { contactId, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

const asked = (over: Partial<Erasure> = {}): Erasure => ({
  ...requestErasure(contactId, ['h1'], aContext()).after,
  ...over,
});
const later = '2026-11-22T12:01:00.000Z';

describe('an erasure', () => {
  it('has an id that follows from the contact, so that there is one', () => {
    expect(asked().id).toBe(`er_${contactId.slice(3)}`);
    expect(requestErasure(contactId, ['h1'], aContext()).events).toMatchObject([
      { type: 'erasure.advanced' },
    ]);
  });

  it('that had to stop says what it has done, and calls for the next run', () => {
    const first = advanceErasure(
      asked(),
      { stepsDone: ['activities'], tally: { activities: 2, objects: 1 } },
      later,
    );
    expect(first.after).toMatchObject({
      status: 'running',
      stepsDone: ['activities'],
      counts: { activities: 2, objects: 1 },
    });
    expect(first.events).toHaveLength(1);
    const last = advanceErasure(
      first.after,
      { stepsDone: [...erasureSteps], tally: { activities: 1 } },
      later,
    );
    expect(last.after).toMatchObject({
      status: 'done',
      completedAt: later,
      counts: { activities: 3, objects: 1 },
    });
    expect(last.events).toEqual([]);
  });

  it('in which nothing moves, because an index is late, waits for the sweep and does not call itself round and round', () => {
    const running = asked({ status: 'running', stepsDone: ['activities'] });
    const { after, events } = advanceErasure(running, { stepsDone: ['activities'], tally: {} }, later);
    expect(events).toEqual([]);
    expect(erasureDueAt(after)).toBe('2026-11-22T12:16:00.000Z');
  });

  it('is looked after where nothing was heard of it for 15 minutes, and once more when the stream has forgotten the day of it', () => {
    expect(erasureDueAt(asked())).toBe('2026-11-22T12:15:00.000Z');
    const done = asked({ status: 'done', completedAt: noon });
    expect(erasureDueAt(done)).toBe('2026-11-23T13:00:00.000Z');
    const looked = advanceErasure(
      done,
      { stepsDone: [...erasureSteps], tally: {} },
      '2026-11-23T13:00:01.000Z',
    );
    expect(looked.after).toMatchObject({
      status: 'done',
      completedAt: noon,
      lookedAgainAt: '2026-11-23T13:00:01.000Z',
    });
    expect(erasureDueAt(looked.after)).toBeUndefined();
  });

  it('is woken by an event, and waits as long again', () => {
    const woken = wakeErasure(asked(), later);
    expect(woken.events).toMatchObject([{ type: 'erasure.advanced', data: { erasureId: asked().id } }]);
    expect(erasureDueAt(woken.after)).toBe('2026-11-22T12:16:00.000Z');
  });
});
