import { describe, expect, it } from 'vitest';
import { comparedFields, factsOf, isLive, likely, printOf } from '../../../shared/duplicates/compared.ts';
import {
  finishRun,
  noteProgress,
  runDueAt,
  startRun,
  wakeRun,
} from '../../../shared/duplicates/duplicate-run.ts';
import { matchEntries, recordMatched } from '../../../shared/duplicates/match-entries.ts';
import { distinctKey, pairOf, pairPlace, rounded } from '../../../shared/duplicates/pair.ts';
import { linkRecord } from '../../../shared/links/link.ts';
import { canonicalLink, notDuplicate } from '../../../shared/links/link-labels.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, monday, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

const ada = aContact({
  birthday: '1815-12-10',
  phones: [{ number: '+4930901820' }],
  custom: { insurance: 'A1 2' },
});
const facts = (record: object, over: object = {}) => factsOf('contact', record, { matching: [], ...over });

describe('what is compared', () => {
  it('is nothing of what is hidden', () => {
    const hidden = new Set(['emails', 'phones', 'custom.insurance']);
    const shown = facts(ada, { matching: ['insurance', 'passport'], hidden });
    expect(shown).toMatchObject({ emails: [], phones: [], birthday: { year: '1815' } });
    expect([...shown.custom]).toEqual([]);
    expect([...facts(ada, { matching: ['insurance'] }).custom]).toEqual([['insurance', 'a12']]);
  });

  it('has one print however it is written, and another with each field that is compared', () => {
    const print = (record: object, matching: string[] = []) => printOf(facts(record, { matching }));
    const same = { firstName: 'ADA', jobTitle: 'Countess', score: 9, tags: ['x'], version: 7, custom: {} };
    expect(print({ ...ada, ...same })).toBe(print(ada));
    const others = {
      firstName: 'Zoe',
      lastName: 'Byron',
      birthday: '1815-12-11',
      company: 'Engines',
      phones: [],
    };
    for (const [name, value] of Object.entries({ ...others, emails: [], addresses: [{ city: 'London' }] })) {
      expect(comparedFields.contact).toContain(name);
      expect(print({ ...ada, [name]: value }), name).not.toBe(print(ada));
    }
    expect(print(ada, ['insurance'])).not.toBe(print(ada));
  });

  it.each([{ deletedAt: monday }, { erasedAt: monday }, { mergedInto: 'ct_other' }])(
    'is nothing where %o',
    (gone) => {
      expect(isLive({ ...ada, ...gone })).toBe(false);
      const record = { ...ada, ...gone, pk: '', sk: 'CONTACT' };
      expect(matchEntries('contact', record, {}, [])).toEqual([]);
    },
  );

  it('makes a pair of two only where they have a key in common', () => {
    expect(likely(facts(ada), facts({ ...ada, id: 'ct_other' }))?.probability).toBeGreaterThan(0.99);
    expect(
      likely(facts(ada), facts({ ...ada, lastName: 'Byron', birthday: undefined, phones: [], emails: [] })),
    ).toBeUndefined();
  });
});

describe('keys in the table', () => {
  const entries = matchEntries('contact', { ...ada, pk: '', sk: 'CONTACT' }, { ownerId: ann }, []);
  it('tell no value, and stand before what says that they are there', () => {
    expect(entries.length).toBeGreaterThan(4);
    const text = JSON.stringify(entries).toLowerCase();
    for (const value of ['ada@', 'example', '901820', '1815', 'lovelace']) expect(text).not.toContain(value);
    const last = entries.at(-1);
    expect(last).toMatchObject({ sk: 'MATCH', ownerId: ann });
    expect(
      entries.slice(0, -1).every(({ sk, ...rest }) => sk === ada.id && Object.keys(rest).length === 1),
    ).toBe(true);
    expect(recordMatched(String(last?.pk))).toEqual({ workspaceId: acme, kind: 'contact', id: ada.id });
  });
  it('are others’ in another workspace', () => {
    const there = matchEntries('contact', { ...ada, workspaceId: 'ws_2', pk: '', sk: 'CONTACT' }, {}, []);
    expect(there.every(({ pk }) => pk.startsWith('WS#ws_2#'))).toBe(true);
  });
});

describe('a pair', () => {
  it('is one from whichever end, and so is the link that says that it is none', () => {
    const [one, other] = [pairOf(acme, 'contact', 'ct_2', 'ct_1'), pairOf(acme, 'contact', 'ct_1', 'ct_2')];
    expect(one).toEqual(other);
    for (const ends of [
      { fromId: 'ct_1', toId: 'ct_2' },
      { fromId: 'ct_2', toId: 'ct_1' },
    ]) {
      const [unique] = linkRecord.unique(canonicalLink({ ...ends, label: notDuplicate }) as never);
      expect(distinctKey(one).pk.endsWith(`#UNIQUE#link#${unique?.value}`)).toBe(true);
    }
  });
  it('stands before those that are less probable', () => {
    const at = (probability: number) => pairPlace(pairOf(acme, 'contact', 'ct_1', 'ct_2'), probability);
    const places = [1, 0.999_999_99, 0.99, 0.5, 0.25].map(at);
    expect(places).toEqual(places.toSorted());
    expect(new Set(places).size).toBe(5);
    expect(rounded(0.999_999_999)).toBeLessThan(1);
  });
});

describe('a run', () => {
  const by = aContext();
  const begun = startRun({ kind: 'contact' }, by).after;
  const progress = { looked: 100, pairs: 3, failed: 0, after: 'x' };
  it('goes on by an event where its time is over, and by none where it is not', () => {
    expect(noteProgress(begun, progress, noon, true).events).toHaveLength(1);
    expect(noteProgress(begun, progress, noon, false).events).toEqual([]);
    const { after } = finishRun(begun, progress, noon);
    expect(after).toMatchObject({ status: 'done', looked: 100, pairs: 3 });
    expect(after.after).toBeUndefined();
    expect(runDueAt(after)).toBeUndefined();
  });
  it('of which nothing is heard is asked for again, and in the end has failed; what is heard of it begins that anew', () => {
    expect(runDueAt(begun)).toBe('2026-11-22T14:00:00.000Z');
    const once = wakeRun(begun, noon);
    const twice = wakeRun(once.after, noon);
    expect([once, twice].map(({ events }) => events.length)).toEqual([1, 1]);
    expect(wakeRun(twice.after, noon)).toMatchObject({ after: { status: 'failed' }, events: [] });
    expect(noteProgress(twice.after, progress, noon, false).after.requeues).toBe(0);
  });
});
