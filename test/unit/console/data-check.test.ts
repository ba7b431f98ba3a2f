import { describe, expect, it, test } from 'vitest';
import { checkedKinds, checkNames, checksOf } from '../../../shared/checks/checks.ts';
import type { AnyRecord } from '../../../web/console/src/api/kinds.ts';
import type { FieldDef } from '../../../web/console/src/fields/field-def.ts';
import { lowest, pointsOf } from '../../../web/console/src/screens/data-check/chart.ts';
import {
  deedsOf,
  groups,
  inGroups,
  isCheck,
  isCheckedKind,
  type KindCounts,
  levelOf,
} from '../../../web/console/src/screens/data-check/checks.ts';
import {
  fillable,
  isMeantBy,
  isPossible,
  isSuggested,
} from '../../../web/console/src/screens/data-check/deeds.ts';
import { changesOf, type Finding } from '../../../web/console/src/screens/data-check/finding.ts';
import {
  everythingMarked,
  isMarked,
  markedCount,
  markedOf,
  nothingMarked,
  withMark,
} from '../../../web/console/src/screens/data-check/marked.ts';
import { inChunks, mend, walk } from '../../../web/console/src/screens/data-check/mend.ts';
import { withoutMended } from '../../../web/console/src/screens/data-check/queries.ts';

const record = (id: string, more: object = {}): AnyRecord => ({
  ...{ id, version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
  ...more,
});
const aFinding = (id: string, more: Partial<Finding> = {}): Finding => ({
  ...{ record: record(id), fields: ['emails'] },
  ...more,
});
const many = (count: number) => Array.from({ length: count }, (_, at) => aFinding(`ct_${at}`));
const field = (name: string, more: Partial<FieldDef> = {}): [string, FieldDef] => [
  name,
  {
    ...{ kind: 'contact', name, label: name, type: 'text' },
    ...{ isReadOnly: false, isHidden: false, isOnlyAsked: false, filters: [] },
    ...more,
  },
];
const counts = (kind: KindCounts['kind'], found: KindCounts['found'], duplicates?: number): KindCounts => ({
  ...{ kind, records: 10, found },
  ...(duplicates !== undefined && { duplicates }),
});

describe('what was found, in groups', () => {
  it('has a group and deeds for every check that the API has', () => {
    const grouped = Object.values(groups).flat();
    expect(grouped.toSorted()).toEqual([...checkNames, 'duplicates'].toSorted());
    expect(Object.keys(deedsOf).toSorted()).toEqual([...checkNames].toSorted());
    expect([...checkNames].filter((name) => !isCheck(name))).toEqual([]);
    expect([...checkedKinds].filter((kind) => !isCheckedKind(kind))).toEqual([]);
    expect(Object.keys(checksOf)).toEqual([...checkedKinds]);
  });

  it('shows what was found kind by kind, and says what found nothing in a line', () => {
    const { groups: shown, quiet } = inGroups([
      counts('contact', { mistyped: 2, bounced: 0, unowned: 1 }, 3),
      counts('deal', { unowned: 4, overdue: 0 }),
    ]);
    expect(shown.map(({ name }) => name)).toEqual(['missing', 'addresses', 'duplicates']);
    expect(shown[0]?.lines).toEqual([
      {
        check: 'unowned',
        kinds: [
          { kind: 'contact', count: 1 },
          { kind: 'deal', count: 4 },
        ],
      },
    ]);
    expect(quiet).toEqual(['overdue', 'bounced']);
  });

  it('says nothing of what is not told to the reader', () => {
    const { groups: shown, quiet } = inGroups([counts('contact', { unnamed: 0 })]);
    expect([shown, quiet]).toEqual([[], ['unnamed']]);
  });
});

test.for([
  [100, 'best'],
  [95, 'best'],
  [94.9, 'good'],
  [84.9, 'fair'],
  [69.9, 'poor'],
  [0, 'poor'],
] as const)('the grade %s is %s', ([grade, level]) => {
  expect(levelOf(grade)).toBe(level);
});

describe('what a suggestion changes', () => {
  it('names the address that is corrected, and no other', () => {
    const emails = [{ address: 'ada@gmial.com' }, { address: 'ada@example.com', label: 'work' }];
    const repair = { emails: [{ address: 'ada@gmail.com' }, emails[1]] };
    expect(changesOf(aFinding('ct_1', { record: record('ct_1', { emails }), repair }))).toEqual([
      { field: 'emails', from: 'ada@gmial.com', to: 'ada@gmail.com' },
    ]);
  });

  it('names each address that goes', () => {
    const emails = [{ address: 'a@example.com' }, { address: 'b@example.com' }];
    const finding = { record: record('ct_1', { emails }), repair: { emails: [emails[1]] } };
    expect(changesOf(aFinding('ct_1', finding))).toEqual([
      { field: 'emails', from: 'a@example.com', to: undefined },
    ]);
  });

  it('names what is cleared and what is written anew', () => {
    const was = record('ct_1', { firstName: 'ADA', birthday: '1810-01-01' });
    const repair = { firstName: 'Ada', birthday: null };
    expect(changesOf(aFinding('ct_1', { record: was, repair }))).toEqual([
      { field: 'firstName', from: 'ADA', to: 'Ada' },
      { field: 'birthday', from: '1810-01-01', to: undefined },
    ]);
  });
});

describe('what may be done', () => {
  const fields = new Map([field('emails'), field('birthday', { isReadOnly: true }), field('custom.tariff')]);

  it('offers a suggestion only where every field of it may be written', () => {
    const of = (repair: Finding['repair']) => isSuggested(aFinding('ct_1', repair ? { repair } : {}), fields);
    expect([
      of({ emails: [] }),
      of({ birthday: null }),
      of({ emails: [], birthday: null }),
      of(undefined),
    ]).toEqual([true, false, false, false]);
  });

  it('fills a field in only where it is lacking', () => {
    const lacking = aFinding('ct_1', { fields: ['custom.tariff', 'birthday'] });
    const other = aFinding('ct_2', { fields: ['custom.other'] });
    expect(fillable([lacking, lacking, other], fields).map(({ name }) => name)).toEqual(['custom.tariff']);
    const job = { by: 'patch', patch: {}, fills: 'custom.tariff' } as const;
    expect([lacking, other].map((one) => isMeantBy(job, one, fields))).toEqual([true, false]);
    expect([isPossible('fill', [other], fields), isPossible('trash', [other], fields)]).toEqual([
      false,
      true,
    ]);
  });
});

describe('what is selected', () => {
  const three = many(3);

  it('is what was ticked, without what has gone from the list', () => {
    const marked = withMark(nothingMarked, ['ct_1', 'ct_9'], true);
    expect(markedOf(marked, three).map(({ record: { id } }) => id)).toEqual(['ct_1']);
    expect(markedCount(marked, three, 500)).toBe(1);
    expect(isMarked(withMark(marked, ['ct_1'], false), 'ct_1')).toBe(false);
  });

  it('is everything but what was taken out again, also of what is not listed yet', () => {
    const marked = withMark(everythingMarked, ['ct_0'], false);
    expect(markedOf(marked, three)).toHaveLength(2);
    expect(markedCount(marked, three, 500)).toBe(499);
    expect(withMark(marked, ['ct_0'], true)).toEqual(everythingMarked);
  });
});

describe('mending', () => {
  const all = { isMeant: () => true, told: () => undefined };
  const well = async (ids: string[]) => ids.map(() => ({ status: 200 }));

  it('sends no more than a hundred at a time, and says how many are through', async () => {
    const sent: number[] = [];
    const through: number[] = [];
    const outcome = await mend(inChunks(many(250)), {
      ...{ isMeant: () => true, signal: new AbortController().signal },
      send: (ids) => {
        sent.push(ids.length);
        return well(ids);
      },
      told: (count) => through.push(count),
    });
    expect([sent, through, outcome.mended.length]).toEqual([[100, 100, 50], [100, 200, 250], 250]);
  });

  it('reads page after page of everything, and leaves out what was taken out', async () => {
    const pages = { '': { items: many(2), cursor: 'b' }, b: { items: [aFinding('ct_8')] } };
    const marked = withMark(everythingMarked, ['ct_1'], false);
    const source = walk(async (cursor = '') => pages[cursor as 'b'], marked);
    const { mended } = await mend(source, { ...all, send: well, signal: new AbortController().signal });
    expect(mended).toEqual(['ct_0', 'ct_8']);
  });

  it('sends no record twice, however often a list names it', async () => {
    const signal = new AbortController().signal;
    const { mended } = await mend([many(2), many(3)], { ...all, send: well, signal });
    expect(mended).toEqual(['ct_0', 'ct_1', 'ct_2']);
  });

  it('keeps beside a record why it was refused', async () => {
    const error = { code: 'email_taken', detail: 'Taken.' };
    const send = async () => [{ status: 200 }, { status: 409, error }];
    const outcome = await mend(inChunks(many(2)), { ...all, send, signal: new AbortController().signal });
    expect(outcome.mended).toEqual(['ct_0']);
    expect(outcome.refused.map(({ record: { id }, error: { detail } }) => [id, detail])).toEqual([
      ['ct_1', 'Taken.'],
    ]);
  });

  it('takes up nothing more once it is stopped', async () => {
    const stop = new AbortController();
    const send = (ids: string[]) => {
      stop.abort();
      return well(ids);
    };
    const { mended } = await mend(inChunks(many(300)), { ...all, send, signal: stop.signal });
    expect(mended).toHaveLength(100);
  });

  it('ends at a request that fails, and says what was done before', async () => {
    let sent = 0;
    const send = (ids: string[]) => (++sent === 2 ? Promise.reject(new Error('gone')) : well(ids));
    const outcome = await mend(inChunks(many(300)), { ...all, send, signal: new AbortController().signal });
    expect([outcome.mended.length, outcome.brokeOff, sent]).toEqual([100, new Error('gone'), 2]);
  });
});

test('what was mended goes from every page of the list', () => {
  const pages = {
    pageParams: [undefined, 'b'],
    pages: [{ items: many(2), cursor: 'b' }, { items: [aFinding('ct_8')] }],
  };
  expect(withoutMended(pages, new Set(['ct_0', 'ct_8'])).pages.map(({ items }) => items.length)).toEqual([
    1, 0,
  ]);
});

describe('the chart of grades', () => {
  const box = { width: 100, height: 50, inset: 10 };
  const grades = [
    { at: '2026-01-01T00:00:00.000Z', grade: 80 },
    { at: '2026-01-02T00:00:00.000Z', grade: 100 },
    { at: '2026-01-05T00:00:00.000Z', grade: 90 },
  ];

  it('goes from left to right by when they were given, with 100 at its top', () => {
    expect(pointsOf(grades, box).map(({ x, y }) => [x, y])).toEqual([
      [10, 30],
      [30, 10],
      [90, 20],
    ]);
  });

  it('has a lowest figure below the worst grade, and never below 0', () => {
    expect([lowest(grades), lowest([{ at: '', grade: 0 }]), lowest([{ at: '', grade: 96.4 }])]).toEqual([
      70, 0, 90,
    ]);
  });

  it('shows one grade alone at the right', () => {
    expect(pointsOf(grades.slice(0, 1), box)[0]?.x).toBe(90);
  });
});
