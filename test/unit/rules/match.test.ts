import { describe, expect, it } from 'vitest';
import { assertSound, Definition } from '../../../shared/rules/definition.ts';
import { liveWith, liveWithout, mayWaitFor, noRules } from '../../../shared/rules/live.ts';
import { begunBy, changesCustom, customAsked, type Happened, recordIn } from '../../../shared/rules/match.ts';
import { missingPresets, presets, presetsAsLive } from '../../../shared/rules/presets.ts';
import { acme, contactId, dealId, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

const segmentId = 'sg_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const rule = (trigger: object) => {
  const { trigger: parsed } = Definition.parse({ trigger, steps: [] });
  return { id: 'ru_1', number: 1, kind: 'contact' as const, trigger: parsed };
};
const event = (over: Partial<Happened>): Happened => ({
  id: 'ch_1.0',
  type: 'contact.updated',
  workspaceId: acme,
  at: noon,
  data: { recordId: contactId, fields: ['score'] },
  ...over,
});
const begins = (trigger: object, over: Partial<Happened> = {}) =>
  begunBy([rule(trigger)], event(over)).length === 1;

describe('what begins a rule', () => {
  const onScore = {
    on: 'event',
    events: ['contact.created', 'contact.updated'],
    fields: ['score', 'custom.budget'],
  };
  it('is one of its events, where one of its fields changed', () => {
    expect(begins(onScore)).toBe(true);
    expect(begins(onScore, { data: { recordId: contactId, fields: ['lastName'] } })).toBe(false);
    expect(begins(onScore, { data: { recordId: contactId, fields: ['custom'] } })).toBe(true);
    expect(begins(onScore, { type: 'contact.created', data: { recordId: contactId, fields: [] } })).toBe(
      true,
    );
    expect(begins(onScore, { type: 'contact.merged' })).toBe(false);
  });

  it('is, of custom fields, one that its change changed: the event names none of them', () => {
    const keysFor = (fields: string[], told: string[]) =>
      customAsked(
        rule({ ...onScore, fields }).trigger,
        event({ data: { recordId: contactId, fields: told } }),
      );
    expect(keysFor(['custom.budget', 'custom.plan'], ['custom'])).toEqual(['budget', 'plan']);
    expect(keysFor(['score', 'custom.budget'], ['custom', 'score'])).toEqual([]);
    expect(keysFor(['custom'], ['custom'])).toEqual([]);
    const custom = { before: { budget: 1, plan: 'a' }, after: { budget: 1, plan: 'b' } };
    expect([changesCustom({ custom }, ['budget']), changesCustom({ custom }, ['budget', 'plan'])]).toEqual([
      false,
      true,
    ]);
    expect(changesCustom({ custom: { after: { plan: 'b' } } }, ['plan'])).toBe(true);
  });

  it('is an event that says what it asks', () => {
    const won = { on: 'event', events: ['deal.moved'], data: { 'deal.moved': { status: 'won' } } };
    const moved = (status: string) => ({ type: 'deal.moved', data: { dealId, status } });
    expect([begins(won, moved('won')), begins(won, moved('lost'))]).toEqual([true, false]);
  });

  it('is a record’s coming into a segment, and not what the segment’s becoming what it is moved', () => {
    const entered = { on: 'segment', segmentId, turn: 'entered' };
    const move = (more: object) => ({
      type: 'segment.entered',
      data: { segmentId, recordId: contactId, ...more },
    });
    expect(begins(entered, move({ initial: false }))).toBe(true);
    expect(begins(entered, move({ initial: true }))).toBe(false);
    expect(begins(entered, { ...move({ initial: false }), type: 'segment.left' })).toBe(false);
  });

  it('is no mail of ours, which a rule would answer with another without end', () => {
    const logged = { on: 'event', events: ['activity.created'] };
    expect(begins(logged, { type: 'activity.created', by: { mail: 'ms_1' } })).toBe(false);
    expect(begins(logged, { type: 'activity.created' })).toBe(true);
  });

  it('is about a record of the rule’s kind', () => {
    expect(recordIn('contact', { data: { recordId: contactId } })).toBe(contactId);
    expect(recordIn('contact', { data: { contactId, dealId } })).toBe(contactId);
    expect(recordIn('deal', { data: { contactId, dealId } })).toBe(dealId);
    expect(recordIn('deal', { data: { recordId: contactId } })).toBeUndefined();
  });
});

describe('the live rules', () => {
  const definition = Definition.parse({
    trigger: { on: 'event', events: ['contact.created'] },
    steps: [{ id: 'w', do: 'wait', until: { lifecycle: 'customer' }, atMost: '7d' }],
  });
  const version = (ruleId: string) => ({
    ruleId,
    workspaceId: acme,
    number: 1,
    definition,
    publishedAt: noon,
  });
  it('are fifty at most', () => {
    const ids = Array.from({ length: 50 }, (_, n) => `ru_${n}`);
    const full = ids.reduce((live, id) => liveWith(live, version(id), 'contact', noon), noRules);
    expect(liveWith(full, version('ru_0'), 'contact', noon).rules).toHaveLength(50);
    expect(() => liveWith(full, version('ru_50'), 'contact', noon)).toThrow('At most 50');
  });

  it('are asked for who waits until the longest wait of one that is live no more is over', () => {
    const live = liveWith(noRules, version('ru_1'), 'contact', noon);
    const after = liveWithout(live, 'ru_1', noon);
    expect([mayWaitFor(live, 'contact', noon), mayWaitFor(live, 'deal', noon)]).toEqual([true, false]);
    expect(mayWaitFor(after, 'contact', '2026-11-29T11:59:59.999Z')).toBe(true);
    expect(mayWaitFor(after, 'contact', '2026-11-29T12:00:00.000Z')).toBe(false);
  });

  it('are asked for all waits of a run, one behind the other', () => {
    const [first] = definition.steps;
    const steps = [{ id: 't', do: 'wait' as const, for: '1d' }, ...(first ? [first] : [])];
    const twice = { ...version('ru_1'), definition: { ...definition, steps } };
    const after = liveWithout(liveWith(noRules, twice, 'contact', noon), 'ru_1', noon);
    expect(mayWaitFor(after, 'contact', '2026-11-30T11:59:59.999Z')).toBe(true);
    expect(mayWaitFor(after, 'contact', '2026-11-30T12:00:00.000Z')).toBe(false);
  });
});

describe('the ready-made rules', () => {
  const by = aContext();
  it('are sound, and each is made once', () => {
    for (const { draft } of presets) assertSound(draft, '/draft');
    const first = missingPresets(noRules, by);
    expect(first.changes).toHaveLength(presets.length);
    expect(missingPresets(first.live, by).changes).toEqual([]);
  });

  it('are live before they are made as they are afterwards', () => {
    const { rules } = missingPresets(noRules, by).live;
    expect(presetsAsLive(by.actor.workspaceId).rules).toEqual(rules);
    expect(rules.map(({ kind }) => kind)).toEqual(['contact', 'deal']);
  });
});
