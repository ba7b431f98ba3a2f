import { describe, expect, it } from 'vitest';
import type { Did } from '../../../shared/activities/behaviour.ts';
import { behaviourOf } from '../../../shared/activities/behaviour.ts';
import { leadFeatures } from '../../../shared/scoring/lead-features.ts';
import { isNews, reckonLead } from '../../../shared/scoring/lead-score.ts';
import { nextLook, woken } from '../../../shared/scoring/learning.ts';
import { standingBefore } from '../../../shared/scoring/outcome.ts';
import { leadScoreOf } from '../../../shared/scoring/score-item.ts';
import { scoringModelOf } from '../../../shared/scoring/scoring-model.ts';
import { rulesWhereNone, ScoringRulesInput } from '../../../shared/scoring/scoring-rules.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, noon } from '../../fixtures/ids.ts';

const by = { rules: rulesWhereNone(acme), model: scoringModelOf(undefined, 'lead'), timeZone: 'UTC' };
const dayMs = 86_400_000;
const daysBefore = (days: number) => new Date(Date.parse(noon) - days * dayMs).toISOString();
const reckon = (did: Did[], over = {}, at = noon) => reckonLead(by, { contact: aContact(over), did }, at);

describe('the built-in rules', () => {
  it('are rules as anybody may put them', () => {
    const { id: _, workspaceId: __, version: ___, createdAt: ____, updatedAt: _____, ...rules } = by.rules;
    expect(ScoringRulesInput.safeParse(rules).success).toBe(true);
  });

  it('rate who decides and answers above who does nothing at a free-mail address', () => {
    const cold = reckon([], { emails: [{ address: 'a@gmail.com', key: 'a@gmail.com' }] });
    const warm = reckon([['mail_answered', daysBefore(1)]], {
      jobTitle: 'Managing director',
      company: 'Engines',
    });
    expect(warm.score).toBeGreaterThan(Number(cold.score) + 30);
  });
});

describe('a score', () => {
  it('is never below 0 nor above 100, whatever was done', () => {
    const much: Did[] = Array.from({ length: 50 }, (_, n) => ['met', daysBefore(n / 10)]);
    expect(reckon(much).score).toBeLessThanOrEqual(100);
    expect(reckon([], { emails: [{ address: 'a@gmail.com', key: 'a@gmail.com' }] }).score).toBe(0);
  });

  it('falls at the day that it said, and not before', () => {
    const did: Did[] = [['form_submitted', daysBefore(2)]];
    const { score, nextAt = '' } = reckon(did);
    const dayBefore = new Date(Date.parse(nextAt) - dayMs).toISOString();
    expect(Date.parse(nextAt)).toBeGreaterThanOrEqual(Date.parse(noon) + dayMs);
    expect(reckon(did, {}, dayBefore).score).toBe(score);
    expect(reckon(did, {}, nextAt).score).toBeLessThan(Number(score));
  });

  it('counts nothing that lies ahead', () => {
    expect(reckon([['met', daysBefore(-1)]]).score).toBe(reckon([]).score);
  });

  it('that is the same for the same reasons is no news', () => {
    const next = reckon([['form_submitted', daysBefore(2)]]);
    const kept = leadScoreOf({ pk: '', sk: '', ...next, version: 1 });
    expect(isNews(leadScoreOf(undefined), next)).toBe(true);
    expect(isNews(kept, next)).toBe(false);
    expect(isNews(kept, reckon([['form_submitted', daysBefore(1)]]))).toBe(true);
  });

  it('of somebody with nothing to tell is not kept', () => {
    expect(isNews(leadScoreOf(undefined), reckon([], { emails: [] }))).toBe(false);
  });

  it('of somebody with nothing to tell yet is kept where time alone will tell something', () => {
    const waits = { id: 'waits', name: 'Waits for a month', group: 'fit', points: 10 } as const;
    const rules = { ...by.rules, rules: [{ ...waits, when: { createdAt: { $before: '-30d' } } }] };
    const next = reckonLead({ ...by, rules }, { contact: aContact({ createdAt: noon }), did: [] }, noon);
    expect(next).toMatchObject({ score: 0, nextAt: expect.stringMatching(/^2026-12-2/) });
    expect(isNews(leadScoreOf(undefined), next)).toBe(true);
  });

  it('takes less than a millisecond', () => {
    const did: Did[] = Array.from({ length: 50 }, (_, n) => ['page_viewed', daysBefore(n)]);
    for (let n = 0; n < 200; n++) reckon(did); // what is measured is not the compiler
    const { user } = process.cpuUsage();
    for (let n = 0; n < 200; n++) reckon(did);
    const ms = (process.cpuUsage().user - user) / 1000 / 200;
    expect(ms).toBeLessThan(1);
  });
});

describe('what an activity says of its contact', () => {
  it.each([
    [{ kind: 'email', direction: 'inbound' }, ['mail_answered']],
    [{ kind: 'email', direction: 'outbound' }, []],
    [{ kind: 'call', call: { outcome: 'no_answer' } }, []],
    [{ kind: 'call', call: { outcome: 'connected' } }, ['called']],
    [{ kind: 'rating', rating: { score: 2 } }, []],
    [{ kind: 'rating', rating: { score: 5 } }, ['rated_well']],
    [{ kind: 'note' }, []],
  ] as const)('%o is %o', (over, did) => {
    expect(behaviourOf(anActivity(over as never)).map(([what]) => what)).toEqual(did);
  });

  it('is of a mail of ours when it was opened and when a link was followed', () => {
    const fate = { openedAt: daysBefore(2), clickedAt: daysBefore(1) };
    const mail = { threadId: 'th', from: 'a', to: ['b'], attachments: [], fate };
    expect(behaviourOf(anActivity({ kind: 'email', direction: 'outbound', mail } as never))).toEqual([
      ['mail_opened', daysBefore(2)],
      ['mail_clicked', daysBefore(1)],
    ]);
  });
});

it('features are called after the field that they are of, and days and long texts are none', () => {
  const custom = {
    origin: 'Fair ',
    since: '2026-01-01',
    story: 'a '.repeat(40),
    budget: 5,
    money: { amountCents: 100, currency: 'EUR' },
  };
  const row = leadFeatures(aContact({ custom, jobTitle: 'Poet' }), [['met', daysBefore(3)]], noon);
  expect(row).toMatchObject({
    'custom.origin': 'fair',
    'custom.budget': 5,
    'custom.money': 100,
    jobTitle: 'poet',
    'did.met': 1,
    'did.daysAgo': 3,
  });
  expect(row).not.toHaveProperty('custom.since');
  expect(row).not.toHaveProperty('custom.story');
});

it('a workspace learns on the day after outcomes became others, and nobody looks until they do again', () => {
  const first = { version: 0 };
  expect(woken(first, noon)).toEqual({ changedAt: noon, nextAt: daysBefore(-1) });
  const noted = { version: 1, changedAt: daysBefore(1), nextAt: daysBefore(-1) };
  expect(woken(noted, noon)).toBeUndefined();
  expect(woken({ ...noted, askedAt: daysBefore(0.5) }, noon)).toMatchObject({ changedAt: noon });
  expect(nextLook(noon, daysBefore(1), undefined)).toEqual({ askedAt: noon, nextAt: daysBefore(-1) });
  expect(nextLook(noon, daysBefore(1), daysBefore(2))).toEqual({ askedAt: noon, nextAt: daysBefore(-1) });
  expect(nextLook(noon, daysBefore(1), daysBefore(0.5))).toEqual({ nextAt: undefined });
});

describe('what a contact was before it came out', () => {
  const now = { version: 9, custom: { contract: 'signed' } } as never;
  const before = { version: 8, custom: {} } as never;
  it('is the contact as it stood, where its changes reach back so far', () => {
    const earlier = [
      { at: daysBefore(1), before },
      { at: daysBefore(5), before: undefined },
    ];
    expect(standingBefore(now, earlier, daysBefore(3))).toBe(before);
    expect(standingBefore(now, earlier, daysBefore(0.5))).toBe(now);
    expect(standingBefore(now, earlier, daysBefore(6))).toBeUndefined();
  });
  it('is never the contact of today, where they do not', () => {
    expect(standingBefore(now, [{ at: daysBefore(1), before }], daysBefore(3))).toBeUndefined();
    expect(standingBefore(now, [], daysBefore(3))).toBeUndefined();
  });
});
