import { describe, expect, it } from 'vitest';
import { contactTexts } from '../../../shared/contacts/contact-search.ts';
import { diallingIn } from '../../../shared/search/dialling.ts';
import { candidatesOf, type List } from '../../../shared/search/search-candidates.ts';
import { byRank, matchOf } from '../../../shared/search/search-match.ts';
import { mistypable, termsOf } from '../../../shared/search/search-query.ts';

const of = (q: string) =>
  termsOf(q).map(({ words, ...rest }) => ({ words: words.map(({ folded }) => folded), ...rest }));

describe('what a search asks for', () => {
  it.each([
    ['Ada Lovelace', [{ words: ['ada'] }, { words: ['lovelace'] }]],
    ['ada ADA Àda', [{ words: ['ada'] }]],
    ['Jean-Luc, Picard', [{ words: ['jean'] }, { words: ['luc'] }, { words: ['picard'] }]],
    ['+49 (0)30 90-18 20', [{ words: ['49', '0', '30', '90', '18', '20'], digits: '4930901820' }]],
    ['0049 30 901820', [{ words: ['0049', '30', '901820'], digits: '4930901820' }]],
    ['030/901820', [{ words: ['030', '901820'], digits: '30901820' }]],
    ['901820', [{ words: ['901820'], digits: '901820' }]],
    ['42', [{ words: ['42'] }]],
    ['ada@x.example', [{ words: [], address: 'ada@x.example' }]],
    ['@x.example', [{ words: [], address: 'x.example' }]],
    ['x.example', [{ words: ['x', 'example'], address: 'x.example' }]],
    ['… -- !', []],
  ])('%s', (q, expected) => {
    expect(of(q)).toEqual(expected);
  });

  it.each([
    ['DE', '030 9018', '49309018'],
    ['DE', '0049 (0)30 9018', '49309018'],
    ['DE', '+1 415 5550', '14155550'],
    ['US', '(415) 555', '1415555'],
    ['IT', '06 6982', '39066982'],
  ])('in %s %s is the beginning of +%s', async (country, written, begins) => {
    expect(termsOf(written, await diallingIn(country))).toMatchObject([{ begins }]);
  });

  it('is six words at most', () => {
    expect(termsOf('a b c d e f g h')).toHaveLength(6);
  });

  it('is forgiven a typo in words of four letters and more, not in numbers and addresses', () => {
    const may = (q: string) => termsOf(q).map((term) => mistypable(term) !== undefined);
    expect(may('joe jose 2027 a1b2c x.example ada@x.example')).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

const contact = (over: Parameters<typeof contactTexts>[0], updatedAt = '2026-01-01T00:00:00.000Z') => ({
  texts: contactTexts(over),
  record: { id: `ct_${over.lastName ?? ''}${over.company ?? ''}`, updatedAt },
});
function ranked(q: string, ...all: ReturnType<typeof contact>[]) {
  const hits = all.flatMap(({ texts, record }) => {
    const match = matchOf(termsOf(q), texts);
    return match ? [{ match, record }] : [];
  });
  return hits.sort(byRank).map(({ record }) => record.id);
}

describe('what is found', () => {
  it('comes by fit, then by field, then by the moment of its last change', () => {
    const typo = contact({ lastName: 'Meyrr' });
    const beginning = contact({ lastName: 'Meyerbeer' });
    const older = contact({ lastName: 'Meyer', company: 'A' });
    const newer = contact({ lastName: 'Meyer', company: 'B' }, '2026-01-02T00:00:00.000Z');
    const company = contact({ company: 'Meyer' });
    const mail = contact({ lastName: 'Other', emails: [{ address: 'meyer@x.example', key: '' }] });
    const tag = contact({ lastName: 'Tagged', tags: ['meyer'] });
    const all = [typo, tag, beginning, company, older, mail, newer].map(({ record }) => record.id);
    const [ty, tg, be, co, ol, ma, ne] = all;
    expect(ranked('meyer', typo, tag, beginning, company, older, mail, newer)).toEqual([
      ne,
      ol,
      co,
      ma,
      tg,
      be,
      ty,
    ]);
  });

  it('has every word, each where it fits best', () => {
    const texts = contactTexts({ firstName: 'Ada', lastName: 'Lovelace', company: 'Ada Ltd' });
    expect(matchOf(termsOf('ltd ada'), texts)?.matched).toEqual([
      { field: 'company', text: 'Ada Ltd' },
      { field: 'firstName', text: 'Ada' },
    ]);
    expect(matchOf(termsOf('ada babbage'), texts)).toBeUndefined();
  });

  it('begins as it was typed where folding takes the last letter', () => {
    expect(matchOf(termsOf('joe'), contactTexts({ firstName: 'John' }))).toBeUndefined();
    expect(matchOf(termsOf('joe'), contactTexts({ firstName: 'Joel' }))).toBeDefined();
    expect(matchOf(termsOf('mue'), contactTexts({ lastName: 'Müller' }))).toBeDefined();
  });
});

describe('the records that are read', () => {
  const list = (ids: string[], cut = false): List => ({ ids: new Map(ids.map((id) => [id, false])), cut });
  it('are those of the lists that were read to their end', () => {
    expect(candidatesOf([list(['ct_1', 'ct_2', 'ct_3'], true), list(['ct_2', 'ct_9'])], 10)).toEqual({
      ids: ['ct_2', 'ct_9'],
      cut: false,
    });
  });
  it('are those that all of these have, where there are any', () => {
    expect(candidatesOf([list(['ct_1', 'ct_2']), list(['ct_2', 'ct_3'])], 10).ids).toEqual(['ct_2']);
  });
  it('are the newest where there are too many', () => {
    expect(candidatesOf([list(['ct_1', 'ct_2', 'ct_3'], true)], 2)).toEqual({
      ids: ['ct_3', 'ct_2'],
      cut: true,
    });
  });
});
