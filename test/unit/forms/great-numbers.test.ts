import { expect, test } from 'vitest';
import { valuesOf } from '../../../shared/forms/posted.ts';

const fields = [{ name: 'budget', label: 'Budget', type: 'number', target: 'custom.budget' }] as never;
const read = (value: string) => valuesOf({ fields }, new Map([['budget', [value]]]));

test.each(['1e300', '9007199254740993', '-1e17', '1e-200', 'Infinity', 'NaN', '0x'])(
  'the number %s, which the table could not keep, is a fault of its field and no failure',
  (value) => {
    expect(() => read(value)).toThrow(
      expect.objectContaining({
        more: { errors: [expect.objectContaining({ pointer: '/budget', code: 'number_invalid' })] },
      }),
    );
  },
);

test.each(['9007199254740991', '-12.5', '1e3', '0'])('the number %s is taken', (value) =>
  expect(read(value)).toEqual({ budget: value }),
);
