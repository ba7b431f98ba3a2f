import { describe, expect, it } from 'vitest';
import { type Catalogue, noFields, withField } from '../../../shared/fields/catalogue.ts';
import { createField, deleteField, patchField } from '../../../shared/fields/define-field.ts';
import { NewField } from '../../../shared/fields/field.ts';
import { aField, options } from '../../fixtures/field.ts';
import { aContext } from '../../helpers/context.ts';

const by = aContext();
const given = (over: object = {}) =>
  NewField.parse({ of: 'contact', key: 'plan', label: 'Plan', type: 'text', ...over });
const many = (count: number): Catalogue => ({
  ...noFields('contact'),
  fields: Array.from({ length: count }, (_, n) => aField({ key: `f${n}`, order: n, archived: n < 50 })),
});
const refused = (code: string, pointer?: string) =>
  expect.objectContaining(
    pointer === undefined ? { code } : { more: { errors: [expect.objectContaining({ pointer, code })] } },
  );

describe('a field', () => {
  it('stands behind all others where nothing else is said', () => {
    expect(createField(given(), noFields('contact'), by).after.order).toBe(1);
    expect(createField(given(), many(8), by).after.order).toBe(8);
    expect(createField(given({ order: 2.5 }), many(8), by).after.order).toBe(2.5);
  });

  it('is one of a hundred at most, those in the archive too', () => {
    expect(createField(given(), many(99), by).after.key).toBe('plan');
    expect(() => createField(given(), many(100), by)).toThrow(refused('too_many_fields'));
  });

  it('has 40,000 bytes at most with its options, so that its change fits into an item', () => {
    const labels = Object.fromEntries(['de', 'fr', 'es', 'it'].map((one) => [one, 'x'.repeat(100)]));
    const large = options(...Array.from({ length: 100 }, (_, n) => `v${n}`)).map((one) => ({
      ...one,
      labels,
    }));
    const wrong = () => createField(given({ type: 'choice', options: large }), noFields('contact'), by);
    expect(wrong).toThrow(refused('too_big', ''));
  });

  it('keeps a default that its options and limits still allow', () => {
    const plan = aField({ type: 'choice', options: options('basic', 'pro'), default: 'basic' });
    const archived = plan.options.map((one) => ({ ...one, archived: one.value === 'basic' }));
    expect(() => patchField(plan, { options: archived }, { fields: [plan] }, by)).toThrow(
      refused('field_option_unknown', '/default'),
    );
    expect(
      patchField(plan, { options: archived, default: null }, { fields: [plan] }, by).after,
    ).not.toHaveProperty('default');
  });

  it('clears one limit and keeps the others', () => {
    const size = aField({ type: 'number', validation: { min: 1, max: 9 } });
    expect(patchField(size, { validation: { min: null } }, { fields: [size] }, by).after.validation).toEqual({
      max: 9,
    });
  });

  it('is deleted from the archive alone', () => {
    expect(() => deleteField(aField())).toThrow(refused('field_not_archived'));
    expect(deleteField(aField({ archived: true })).after).toBeUndefined();
  });

  it('stands in its catalogue once, in order, then by key', () => {
    const [a, b, c] = [
      aField({ key: 'a', order: 2 }),
      aField({ key: 'b', order: 1 }),
      aField({ key: 'c', order: 1 }),
    ];
    const all = [a, c, b].reduce((sum, one) => withField(sum, one.id, one), noFields('contact'));
    expect(all).toMatchObject({ version: 3, fields: [b, c, a] });
    expect(withField(all, b.id, { ...b, order: 9 }).fields.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
    expect(withField(all, b.id, undefined).fields).toEqual([c, a]);
  });
});
