import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConditionKind, fieldsOf } from '../../../shared/conditions/fields.ts';
import { plurals } from '../../../web/console/src/api/kinds.ts';
import { builtins } from '../../../web/console/src/fields/catalogue.ts';
import { isSame, patchOf, tidy, valueIn, writtenIn } from '../../../web/console/src/fields/field-def.ts';
import { operatorsOf } from '../../../web/console/src/fields/operators.ts';
import { instantOf, localOf } from '../../../web/console/src/fields/zoned.ts';

const kinds = Object.keys(plurals) as ConditionKind[];
const record = { id: 'ct_1', version: 3, createdAt: '', updatedAt: '' };

describe('what the console knows of fields', () => {
  /** An id finds one record, and nobody filters by it. */
  test.for(kinds)(
    'it offers to filter %ss by all that conditions may name of them, and by nothing else',
    (kind) => {
      const offered = builtins[kind].flatMap(({ name, parts, isNotAsked }) =>
        isNotAsked ? [] : (parts?.map(({ path }) => path) ?? [name]),
      );
      const known = [...fieldsOf(kind).keys()].filter((path) => path !== 'id');
      const others = ['currency']; // of a company it is asked for by nobody
      expect([...new Set(offered)].filter((path) => !others.includes(path)).sort()).toEqual(
        known.filter((path) => !others.includes(path)).sort(),
      );
    },
  );

  test('it compares numbers and times only where the API compares them so', () => {
    const { type } = fieldsOf('contact').get('score') ?? {};
    expect(type).toBe('number');
    expect(operatorsOf('number')).toContain('$gte');
    expect(operatorsOf('text')).not.toContain('$gt');
    expect(operatorsOf('choice')).not.toContain('$contains');
  });

  test.for(kinds)('it sorts %ss by what their list is sorted by', (kind) => {
    const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
    const parameters = document.paths[`/v1/${plurals[kind]}`].get.parameters as {
      name: string;
      schema: { enum?: string[] };
    }[];
    const sorts = parameters.find(({ name }) => name === 'sort')?.schema.enum ?? [];
    const offered = builtins[kind].flatMap(({ sort }) => sort ?? []);
    expect(offered.toSorted()).toEqual(sorts.toSorted());
  });
});

describe('a value', () => {
  test('of money is edited with its currency, and patched as two fields', () => {
    const field = { name: 'amountCents', currencyIn: 'currency' };
    const value = valueIn(field, { ...record, amountCents: 1250, currency: 'EUR' });
    expect(value).toEqual({ amountCents: 1250, currency: 'EUR' });
    expect(patchOf(field, value)).toEqual({ amountCents: 1250, currency: 'EUR' });
    expect(patchOf(field, undefined)).toEqual({ amountCents: null });
  });

  test('of a custom field is patched within `custom`, and no other of them is touched', () => {
    const field = { name: 'custom.plan' };
    expect(valueIn(field, { ...record, custom: { plan: 'pro', budget: 3 } })).toBe('pro');
    expect(patchOf(field, 'basic')).toEqual({ custom: { plan: 'basic' } });
    expect(patchOf(field, '')).toEqual({ custom: { plan: null } });
  });

  test('loses what was left blank before it is sent', () => {
    const rows = [{ address: ' a@b.example ', label: '' }, { address: '' }, {}];
    expect(patchOf({ name: 'emails' }, rows)).toEqual({ emails: [{ address: 'a@b.example' }] });
    expect(patchOf({ name: 'emails' }, [{}])).toEqual({ emails: null });
    expect(tidy('  ')).toBe('');
  });

  test('is written without what Rapport notes of it', () => {
    const emails = [{ address: 'a@b.example', label: 'work', bouncedAt: '2026-11-22T13:00:00.000Z' }];
    expect(patchOf({ name: 'emails' }, emails)).toEqual({
      emails: [{ address: 'a@b.example', label: 'work' }],
    });
    expect(writtenIn({ name: 'jobTitle' }, 'Clerk')).toBe('Clerk');
  });

  test('is the same whatever the order of its parts, and where nothing stands nothing is the same', () => {
    expect(isSame({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    for (const nothing of ['', [], {}, null]) expect(isSame(undefined, nothing)).toBe(true);
    expect(isSame(0, undefined)).toBe(false);
    expect(isSame(false, undefined)).toBe(false);
  });
});

describe('a moment by the clock of a time zone', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'];
  test('is read back as it was written, but for the hour that no clock shows', () => {
    const minute = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, (zone, at) => {
        const local = localOf(at.toISOString(), zone);
        expect(localOf(instantOf(local, zone), zone)).toBe(local);
      }),
    );
  });

  test('follows the summer time', () => {
    expect(instantOf('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z');
    expect(instantOf('2026-12-01T12:00', 'Europe/Berlin')).toBe('2026-12-01T11:00:00.000Z');
    expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });
});
