import fc from 'fast-check';
import { type Catalogue, withField } from '../../../shared/fields/catalogue.ts';
import type { CustomValue } from '../../../shared/fields/custom.ts';
import type { Field, FieldType } from '../../../shared/fields/field.ts';
import { aField, options } from '../../fixtures/field.ts';

const upTo = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const bounds = <T extends number | string>(one: fc.Arbitrary<T>, least: string, most: string) =>
  fc.tuple(upTo(one), upTo(one)).map(([a, b]) => {
    const [from, to] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
    return { ...(from !== undefined && { [least]: from }), ...(to !== undefined && { [most]: to }) };
  });
const whole = fc.integer({ min: -50, max: 50 });
const day = fc.constantFrom(
  '1969-12-31',
  '1970-01-01',
  '2024-02-29',
  '2026-11-22',
  '2200-12-31',
  '2201-01-01',
);
const letters = fc
  .array(fc.constantFrom('a', 'B', '1', ' ', 'é', '😀'), { maxLength: 8 })
  .map((all) => all.join(''));

const none = fc.constant({});
const validations: Record<FieldType, fc.Arbitrary<object>> = {
  text: fc
    .tuple(
      bounds(fc.integer({ min: 1, max: 6 }), 'minLength', 'maxLength'),
      upTo(fc.constantFrom('[a-z]+', '\\d{2}|a.*', '.{2,}')),
    )
    .map(([rest, pattern]) => ({ ...rest, ...(pattern && { pattern }) })),
  longText: bounds(fc.integer({ min: 1, max: 6 }), 'minLength', 'maxLength'),
  number: fc
    .tuple(bounds(whole, 'min', 'max'), upTo(fc.constantFrom(1, 0.5, 0.01, 3)))
    .map(([rest, step]) => ({ ...rest, ...(step && { step }) })),
  money: bounds(whole, 'min', 'max'),
  date: bounds(day, 'earliest', 'latest'),
  choice: none,
  multiChoice: none,
  checkbox: none,
  link: none,
  user: none,
};
const types = Object.keys(validations) as FieldType[];
const chosen = options('red', 'green', 'blue').map((one, n) => ({ ...one, archived: n === 2 }));

const field = (key: string): fc.Arbitrary<Field> =>
  fc.constantFrom(...types).chain((type) =>
    fc
      .record({
        validation: validations[type],
        required: fc.boolean(),
        archived: fc.nat(5).map((n) => n === 0),
      })
      .map((rest) =>
        aField({ key, type, ...rest, options: type === 'choice' || type === 'multiChoice' ? chosen : [] }),
      ),
  );

export const keys = ['a', 'b', 'constructor'];
/** Fields of the keys `a` and `b` and of one that every object has, of any types and limits. */
export const catalogue: fc.Arbitrary<Catalogue> = fc
  .tuple(...keys.map((key) => fc.option(field(key), { nil: undefined })))
  .map((all) =>
    all.reduce<Catalogue>((sum, one) => (one ? withField(sum, one.id, one) : sum), {
      of: 'contact',
      version: 0,
      fields: [],
    }),
  );

const currency = fc.constantFrom('EUR', 'USD', 'eur', '');
/** Values near what fields take: of every type, in and out of their limits. */
export const value: fc.Arbitrary<CustomValue> = fc.oneof(
  letters,
  fc.constantFrom(
    'red',
    'green',
    'blue',
    'https://a.example/x',
    'https:// a',
    'mailto:a@b',
    'tel:+49-30',
    'javascript:x',
    'us_01K00000000000000000000ANN',
    '2026-02-30',
    '12',
  ),
  day,
  whole,
  fc.constantFrom(0.5, 0.29, 12.345, -0.01, Number.MAX_SAFE_INTEGER),
  fc.boolean(),
  fc.array(fc.constantFrom('red', 'green', 'blue', 'x'), { maxLength: 3 }),
  fc.record({ amountCents: fc.oneof(whole, fc.constant(1.5)), currency }),
);
