import { describe, expect, it } from 'vitest';
import { binsInWords } from '../../../shared/scoring/card-features.ts';
import { knownAfter, learnedFrom, type ScoredExample } from '../../../shared/scoring/learned.ts';

const now = '2026-11-30T08:00:00.000Z';
/** Every third comes out well, nearly all of them from a fair; rules that know nothing. */
const examples = (count: number, more: (n: number) => Partial<ScoredExample> = () => ({})): ScoredExample[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `ct_${n}`,
    outcome: n % 3 === 0,
    row: { 'custom.origin': n % 3 === 0 && n % 7 !== 0 ? 'fair' : n % 5 === 0 ? 'fair' : 'web' },
    rulesScore: 50,
    ...more(n),
  }));

describe('what outcomes teach', () => {
  it('is used where it foretells outcomes that were held out better than the rules do', () => {
    const { model, card } = learnedFrom('lead', examples(300), now);
    expect(model).toBeDefined();
    expect(card).toMatchObject({ status: 'learned', rows: 300, positives: 100, rulesAuc: 0.5 });
    expect(card.auc).toBeGreaterThan(0.7);
    expect(card.features.map(({ name }) => name)).toEqual(['custom.origin']);
  });

  it('is not used of fewer than a hundred outcomes', () => {
    const { model, card } = learnedFrom('lead', examples(99), now);
    expect(model).toBeUndefined();
    expect(card).toMatchObject({ status: 'rules', reason: 'too_few_outcomes', rows: 99 });
  });

  it('is not used where the rules know as much', () => {
    const perfect = examples(300, (n) => ({ rulesScore: n % 3 === 0 ? 90 : 10 }));
    const { model, card } = learnedFrom('lead', perfect, now);
    expect(model).toBeUndefined();
    expect(card).toMatchObject({ status: 'rules', reason: 'no_better_than_rules', rulesAuc: 1 });
  });

  it('is not used where nothing tells anything, though the rules tell the contrary', () => {
    const nothing = examples(300, (n) => ({ row: { n: n % 4 }, rulesScore: n % 3 === 0 ? 10 : 90 }));
    const { model, card } = learnedFrom('lead', nothing, now);
    expect(model).toBeUndefined();
    expect(card).toMatchObject({ status: 'rules', rulesAuc: 0 });
  });

  it('leaves out what was written with the outcome, and names it', () => {
    const late = examples(300, () => ({ late: ['custom.lead_quality'] }));
    expect(learnedFrom('lead', late, now).card.leftOut).toEqual([
      { name: 'custom.lead_quality', why: 'known_after' },
    ]);
  });

  it('leaves out what tells too well, and names it', () => {
    const telling = examples(300, (n) => ({ row: { code: n % 3 === 0 ? 'paid' : 'open', n: n % 10 } }));
    const { card } = learnedFrom('lead', telling, now);
    expect(card.leftOut).toEqual([{ name: 'code', why: 'tells_too_well' }]);
    expect(card.features.map(({ name }) => name)).not.toContain('code');
  });

  it('counts a feature as known afterwards from half of those on that it is ever known of', () => {
    const of = (row: object, late: string[] = []) => ({ row: { ...row }, late });
    expect(knownAfter([of({ a: 1 }), of({}, ['a', 'b']), of({ c: 1 }), of({ a: 2 })])).toEqual(['b']);
    expect(knownAfter([of({ a: 1 }), of({}, ['a'])])).toEqual(['a']);
  });
});

it('says in words which values a bin is of', () => {
  expect(binsInWords({ kind: 'number', edges: [10, 20.5] })).toEqual([
    'unknown',
    'below 10',
    '10 to 20.5',
    '20.5 or more',
  ]);
  expect(binsInWords({ kind: 'word', words: ['Berlin'] })).toEqual(['unknown', 'others', 'Berlin']);
});
