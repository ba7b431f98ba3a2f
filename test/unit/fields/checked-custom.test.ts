import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../shared/core/errors.ts';
import { mergePatch } from '../../../shared/core/patch.ts';
import { type Catalogue, customFieldTypes, noFields, withField } from '../../../shared/fields/catalogue.ts';
import {
  checkedCustom,
  examined,
  type Sides,
  type Undeclared,
} from '../../../shared/fields/checked-custom.ts';
import { CustomFields, CustomPatch } from '../../../shared/fields/custom.ts';
import { customSchema, type SchemaOf } from '../../../shared/fields/custom-schema.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { aField, options } from '../../fixtures/field.ts';
import { catalogue, keys, value } from './arbitrary-fields.ts';

const of = (...fields: Field[]): Catalogue =>
  fields.reduce((sum, one) => withField(sum, one.id, one), noFields('contact'));
const faults = (fields: Catalogue, sides: Sides, rule: Undeclared = 'accept') => {
  try {
    checkedCustom(fields, rule, sides);
    return [];
  } catch (error) {
    return ((error as AppError).more.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
  }
};

const ajv = new Ajv2020({
  strict: false,
  multipleOfPrecision: 9,
  ownProperties: true,
  validateSchema: false,
});
addFormats.default(ajv);
const validator = (fields: Catalogue, rule: Undeclared, form: SchemaOf) =>
  ajv.compile(customSchema(fields, rule, form));
const given = fc.dictionary(fc.constantFrom(...keys, 'other', 'Bad-name'), value, { maxKeys: 2 });
const patches = fc.dictionary(fc.constantFrom(...keys, 'other'), fc.option(value), { maxKeys: 2 });
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 20, maxLength: 20 });
const rule = fc.constantFrom<Undeclared>('accept', 'refuse');

describe('whatever fields and values there are', () => {
  it('a new record takes exactly what its JSON schema takes', () => {
    let taken = 0;
    fc.assert(
      fc.property(catalogue, many(given), rule, (fields, all, undeclared) => {
        const isValid = validator(fields, undeclared, 'new');
        for (const custom of all) {
          const isTaken =
            CustomFields.safeParse(custom).success &&
            faults(fields, { after: custom }, undeclared).length === 0;
          if (isTaken) taken++;
          expect(isTaken, JSON.stringify(custom)).toBe(isValid(custom));
        }
      }),
      { numRuns: 100 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  it('a patch of a record without any takes exactly what its JSON schema takes', () => {
    fc.assert(
      fc.property(catalogue, many(patches), rule, (fields, all, undeclared) => {
        const isValid = validator(fields, undeclared, 'patch');
        for (const patch of all) {
          const clears = fields.fields.some(({ key, required }) => required && patch[key] === null);
          if (clears) continue; // of what is not there: nothing changes
          const after = mergePatch({} as CustomFields, patch) as CustomFields;
          const isTaken =
            CustomPatch.safeParse(patch).success &&
            faults(fields, { before: {}, after }, undeclared).length === 0;
          expect(isTaken, JSON.stringify(patch)).toBe(isValid(patch));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('what an open door keeps, a strict one takes', () => {
    fc.assert(
      fc.property(catalogue, given, given, (fields, before, after) => {
        const { custom } = examined(fields, 'accept', { before, after });
        expect(faults(fields, { before, after: custom })).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

const plan = aField({ key: 'plan', type: 'choice', options: options('basic', 'pro') });
const size = aField({ key: 'size', type: 'number', required: true, validation: { min: 1 } });

describe('the custom values of a record', () => {
  it('have one error a fault, with a pointer and a code that stays', () => {
    const site = aField({ key: 'site', type: 'link' });
    const code = aField({ key: 'code', validation: { pattern: '[A-Z]{2}' } });
    const old = aField({ key: 'old', archived: true });
    const fields = of(plan, size, site, code, old, aField({ key: 'needed', required: true }));
    const custom = { plan: 'gold', size: 0, site: 'javascript:alert(1)', code: 'abc', old: 'x', free: 'y' };
    expect(faults(fields, { after: custom }, 'refuse')).toEqual([
      '/custom/plan field_option_unknown',
      '/custom/size field_out_of_range',
      '/custom/site field_type',
      '/custom/code field_pattern',
      '/custom/old field_archived',
      '/custom/free field_unknown',
      '/custom/needed field_required',
    ]);
  });

  it('are not asked about where they stay as they were: what became required later blocks no other edit', () => {
    const fields = of(size, aField({ key: 'old', archived: true }), { ...plan, options: options('pro') });
    const before = { plan: 'basic', old: 'kept', free: 'text' };
    expect(faults(fields, { before, after: { ...before, plan: 'pro' } }, 'refuse')).toEqual([]);
    expect(faults(fields, { before: { size: 3 }, after: {} })).toEqual(['/custom/size field_required']);
    expect(faults(fields, { before, after: { plan: 'basic' } }, 'refuse')).toEqual([]); // both may be cleared
  });

  it('keep options that were archived since they were chosen, also beside new ones', () => {
    const colours = options('red', 'green', 'blue').map((one) => ({ ...one, archived: one.value === 'red' }));
    const fields = of(aField({ key: 'colours', type: 'multiChoice', options: colours }));
    const before = { colours: ['red'] };
    expect(faults(fields, { before, after: { colours: ['red', 'blue'] } })).toEqual([]);
    expect(faults(fields, { before: {}, after: { colours: ['red'] } })).toEqual([
      '/custom/colours field_option_unknown',
    ]);
  });

  it('begin with the defaults, in a new record alone, which what is given overrules', () => {
    const fields = of(
      { ...plan, default: 'basic', required: true },
      aField({ key: 'old', default: 'x', archived: true }),
    );
    expect(checkedCustom(fields, 'accept', { after: {} }).custom).toEqual({ plan: 'basic' });
    expect(checkedCustom(fields, 'accept', { after: { plan: 'pro' } }).custom).toEqual({ plan: 'pro' });
    expect(checkedCustom(fields, 'accept', { before: {}, after: {} }).custom).toEqual({});
  });

  it('claim unique values folded, once they are given, and never for what was there before the field', () => {
    const fields = of(aField({ key: 'code', unique: true }));
    const claimed = (sides: Sides) => checkedCustom(fields, 'accept', sides).customKeys;
    const [made] = claimed({ after: { code: 'AB-1' } });
    expect(made).toEqual({ key: 'code', value: expect.stringMatching(/^[\w-]{43}$/) });
    expect(claimed({ after: { code: ' ab-1 ' } })).toEqual([made]);
    const before = { code: 'AB-1' };
    expect(claimed({ before, after: { ...before, other: 'x' } })).toEqual([]);
    expect(claimed({ before, keys: made && [made], after: { ...before, other: 'x' } })).toEqual([made]);
    expect(claimed({ before, keys: made && [made], after: {} })).toEqual([]);
    expect(claimed({ before, after: { code: 'ab-1' } })).toEqual([made]);
  });

  it('name the users who must be there, only where they are newly named', () => {
    const fields = of(aField({ key: 'buddy', type: 'user' }));
    const buddy = 'us_01K00000000000000000000ANN';
    const users = (sides: Sides) => checkedCustom(fields, 'accept', sides).users;
    expect(users({ after: { buddy } })).toEqual([{ key: 'buddy', id: buddy }]);
    expect(users({ before: { buddy }, after: { buddy } })).toEqual([]);
  });

  it('hold 32,000 bytes at most', () => {
    const after = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`t${n}`, 'x'.repeat(4900)]));
    expect(faults(of(), { after })).toEqual(['/custom too_big']);
  });
});

it('conditions are told the types of the fields that are not in the archive', () => {
  expect(customFieldTypes(of(plan, size, aField({ key: 'old', archived: true })))).toEqual({
    'custom.plan': 'choice',
    'custom.size': 'number',
  });
});
