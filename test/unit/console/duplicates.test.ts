import { describe, expect, it, test } from 'vitest';
import { newId } from '../../../shared/core/ids.ts';
import type { PreviewContactMergeResponse } from '../../../web/client/src/index.ts';
import type { AnyRecord } from '../../../web/console/src/api/kinds.ts';
import type { FieldDef } from '../../../web/console/src/fields/field-def.ts';
import { toCheck } from '../../../web/console/src/screens/create/to-check.ts';
import { firstMade, rowsOf } from '../../../web/console/src/screens/duplicates/compare/rows.ts';
import {
  inOrder,
  likelihoodOf,
  madeAt,
  reasonName,
  tellingOf,
} from '../../../web/console/src/screens/duplicates/likeness.ts';
import { putBack, takeOut } from '../../../web/console/src/screens/duplicates/pairs-cache.ts';
import type { Pair, Pairs } from '../../../web/console/src/screens/duplicates/queries.ts';

const field = (name: string, type: FieldDef['type'] = 'text', more: Partial<FieldDef> = {}): FieldDef => ({
  ...{ kind: 'contact', name, label: name, type },
  ...{ isReadOnly: false, isHidden: false, isOnlyAsked: false, filters: [] },
  ...more,
});
const record = (id: string, more: object = {}): AnyRecord => ({
  ...{ id, version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
  ...more,
});
type Previewed = PreviewContactMergeResponse['fields'][number];
const previewed = (name: string, more: Partial<Previewed> = {}): Previewed => ({
  ...{ field: name, values: [], from: ['ct_A'], isChoosable: true, leftOut: [] },
  ...more,
});

describe('how probable it is, in a word', () => {
  test.for([
    [0.995, true, 'certain'],
    [0.98, false, 'likely'],
    [0.8, false, 'likely'],
    [0.79, false, 'perhaps'],
    [0.25, false, 'perhaps'],
  ] as const)('%s is %s: %s', ([probability, isSure, word]) =>
    expect(likelihoodOf({ probability, isSure })).toBe(word),
  );
});

describe('why two may be one', () => {
  it('says the strongest first, what speaks against it last, and nothing of what weighs nothing', () => {
    const reasons = [
      { field: 'phones', agreement: 'different', weight: -1 },
      { field: 'company', agreement: 'different', weight: 0 },
      { field: 'birthday', agreement: 'close', weight: 5.4 },
      { field: 'firstName', agreement: 'different', weight: -4.3 },
      { field: 'emails', agreement: 'same', weight: 15.6 },
    ] as const;
    expect(inOrder(reasons).map((reason) => reason.field)).toEqual([
      'emails',
      'birthday',
      'firstName',
      'phones',
    ]);
  });

  it('calls a field of the workspace’s own by its own name, and a company’s name its name', () => {
    expect(reasonName('contact', 'custom.taxId')).toBeUndefined();
    expect(reasonName('company', 'name')).toBe('companyName');
    expect(reasonName('contact', 'name')).toBe('name');
  });

  it('tells people of a name apart by an address first', () => {
    expect(tellingOf(record('ct_A', { emails: [{ address: 'a@b.example' }], company: 'B' }))).toBe(
      'a@b.example',
    );
    expect(tellingOf(record('ct_A', { emails: [], company: 'B' }))).toBe('B');
    expect(tellingOf(record('cm_A', { domains: ['b.example'] }))).toBe('b.example');
  });
});

test('an id says when its record was made', () => {
  const at = '2026-03-04T05:06:07.089Z';
  expect(madeAt(newId('contact', at))).toBe(at);
});

describe('records side by side', () => {
  const fields = [
    field('firstName'),
    field('lastName'),
    field('emails', 'emails'),
    field('jobTitle'),
    field('consents', 'consents'),
    field('annualRevenueCents', 'money', { currencyIn: 'currency' }),
    field('custom.tier'),
    field('updatedAt', 'instant'),
  ];
  const a = record('ct_A', {
    ...{ firstName: 'Ada', lastName: 'Byron', emails: [{ address: 'a@b.example' }] },
    ...{ custom: { tier: 'gold' }, annualRevenueCents: 100, currency: 'EUR' },
    consents: { news: { status: 'granted' } },
  });
  const b = record('ct_B', {
    ...{ firstName: 'Ada', lastName: 'Lovelace', jobTitle: 'Countess', emails: [{ address: 'c@d.example' }] },
    ...{ annualRevenueCents: 200, currency: 'USD', consents: { news: { status: 'withdrawn' } } },
  });
  const preview = [
    previewed('jobTitle', { from: ['ct_B'] }),
    previewed('currency', { isChoosable: false, value: 'EUR' }),
    previewed('annualRevenueCents', { value: 100 }),
    previewed('consents.news', { isChoosable: false, from: ['ct_B'], value: { status: 'withdrawn' } }),
    previewed('emails', { isChoosable: false, value: [...(a.emails as []), ...(b.emails as [])] }),
    previewed('lastName', { value: 'Byron' }),
  ];
  const compared = { fields, records: [a, b], preview, chosen: {} };
  const namesOf = (rows: { field: { name: string } }[]) => rows.map((row) => row.field.name);

  it('has those first where one value has to give way, each part in the order of a page', () => {
    const { differing, alike } = rowsOf(compared);
    expect(namesOf(differing)).toEqual([
      'lastName',
      'consents.news',
      'annualRevenueCents',
      'emails',
      'jobTitle',
    ]);
    expect(namesOf(alike)).toEqual(['firstName', 'custom.tier']);
  });

  it('shows what comes out: what is chosen, a list joined, money with its own currency', () => {
    const { differing } = rowsOf({ ...compared, chosen: { annualRevenueCents: 'ct_B' } });
    const outcome = (name: string) => differing.find((row) => row.field.name === name)?.outcome;
    expect(outcome('lastName')).toMatchObject({ value: 'Byron', winner: 'ct_A', isChoosable: true });
    expect(outcome('annualRevenueCents')).toMatchObject({
      value: { amountCents: 200, currency: 'USD' },
      winner: 'ct_B',
    });
    expect(outcome('emails')).toMatchObject({ isJoined: true, winner: undefined, isChoosable: false });
    expect(outcome('consents.news')).toMatchObject({ value: { news: { status: 'withdrawn' } } });
  });

  it('shows what differs where nobody may merge, and chooses nothing', () => {
    const { differing } = rowsOf({ ...compared, preview: undefined });
    expect(namesOf(differing)).toEqual(['lastName', 'emails', 'consents', 'annualRevenueCents']);
    expect(differing.every(({ outcome }) => outcome === undefined)).toBe(true);
  });

  it('lets the record stay that was made first', () => {
    const older = record('ct_C', { createdAt: '2025-01-01T00:00:00.000Z' });
    expect(firstMade([a, older, b])).toBe('ct_C');
  });
});

describe('the list of pairs', () => {
  const pair = (one: string, other: string, probability: number) =>
    ({
      ...{ kind: 'contact', probability, isSure: false, reasons: [] },
      records: [record(one), record(other)],
    }) as unknown as Pair;
  const before: Pairs = {
    pageParams: [undefined],
    pages: [{ items: [pair('A', 'B', 0.9), pair('C', 'D', 0.8), pair('E', 'F', 0.7)] }],
  };
  const probabilities = ({ pages }: Pairs) =>
    pages.flatMap(({ items }) => items.map((one) => one.probability));

  it('has a pair again in its place, whatever has gone since', () => {
    const without = takeOut(before, ['D', 'C']);
    expect(probabilities(without)).toEqual([0.9, 0.7]);
    const fewer = takeOut(without, ['A', 'B']);
    expect(probabilities(putBack(fewer, before, ['C', 'D']))).toEqual([0.8, 0.7]);
    expect(putBack(before, before, ['C', 'D'])).toBe(before);
  });
});

describe('what of a form is worth asking for', () => {
  const fields = [field('firstName'), field('lastName'), field('emails', 'emails'), field('ownerId', 'user')];
  const ask = (values: object) => toCheck('contact', fields, values as Record<string, unknown>);

  it('is a name and one more thing, or an address that is typed to its end', () => {
    expect(ask({ lastName: 'Byron', ownerId: 'us_1' })).toBeUndefined();
    expect(ask({ lastName: 'Byron', emails: [{ address: 'ada@' }] })).toBeUndefined();
    expect(ask({ firstName: 'Ada', lastName: 'Byron', ownerId: 'us_1' })).toEqual({
      firstName: 'Ada',
      lastName: 'Byron',
    });
    expect(ask({ emails: [{ address: 'ada@b.example' }] })).toEqual({
      emails: [{ address: 'ada@b.example' }],
    });
  });

  it('is a company’s name', () => {
    const asked = toCheck('company', [field('name'), field('domains', 'texts')], { domains: ['b.example'] });
    expect(asked).toBeUndefined();
    expect(toCheck('company', [field('name')], { name: 'B' })).toEqual({ name: 'B' });
  });
});
