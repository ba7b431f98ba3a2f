import { inspect } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { env } from '../../../shared/platform/env.ts';
import { masked, toldError } from '../../../shared/platform/told-error.ts';

const key = 'rpk_9aKf0Zq3mT7vWxYbCdEfGhJk';
const values = ['Zephyrine', 'zephyrine@quill.example', '+49301234567', key];
/** An error as code of ours throws it. */
const ours = (error: Error): Error =>
  Object.assign(error, {
    stack: `${error.name}: ${error.message}\n    at run (/var/task/shared/tasks/task.ts:7:9)`,
  });
const textOf = (error: Error) => JSON.stringify(toldError(error));
const itTellsNothing = (error: Error) => {
  for (const value of values) expect(textOf(error)).not.toContain(value);
};
const thrownBy = (run: () => unknown): Error => {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('It did not throw');
};

describe('an error is told', () => {
  test('with its name, the words of our own message and the place, so that it can be found', () => {
    expect(toldError(ours(new TypeError('3 of 7 due entries failed')))).toEqual({
      name: 'TypeError',
      message: '3 of 7 due entries failed',
      stack: ['at run (/var/task/shared/tasks/task.ts:7:9)'],
    });
    const absent = toldError(thrownBy(() => env('NO_SUCH_VARIABLE')));
    expect(absent.message).toBe('Environment variable NO_SUCH_VARIABLE is not set');
  });
  test('without its message where a library threw it: nobody knows what that quotes', () => {
    const error = new Error(`Zephyrine ${key}`);
    error.stack = `${error.stack?.split('\n')[0]}\n    at parse (/var/task/node_modules/x/shared/y.js:1:2)`;
    expect(toldError(error)).toEqual({ name: 'Error', stack: [expect.stringContaining('y.js:1:2')] });
  });
  test('without the item that the SDK put into it', () => {
    const error = new ConditionalCheckFailedException({
      message: `Zephyrine ${key}`,
      Item: { email: { S: 'zephyrine@quill.example' } },
      $metadata: { httpStatusCode: 400, requestId: 'REQ1' },
    });
    itTellsNothing(error);
    expect(toldError(error)).toMatchObject({
      name: 'ConditionalCheckFailedException',
      status: 400,
      awsRequestId: 'REQ1',
    });
    expect(inspect(error)).toContain('quill'); // as it was
  });
  test('by the fields that a schema refused, not by what they held', () => {
    const input = { phones: [{ number: '+49301234567' }], Zephyrine: 1, 'zephyrine@quill.example': 2 };
    const schema = z.strictObject({ phones: z.array(z.object({ number: z.int() })) });
    const error = schema.safeParse(input, { reportInput: true }).error as Error;
    expect(toldError(error).faults).toEqual(['phones.0.number invalid_type', ' unrecognized_keys']);
    itTellsNothing(error);
  });
  test.each([
    ['JSON', () => JSON.parse(`Zephyrine ${values.join(' ')}`)],
    ['a time zone', () => new Intl.DateTimeFormat('en', { timeZone: 'Zephyrine' })],
    ['a number', () => BigInt('Zephyrine')],
    ['a web address', () => new URL('zephyrine@quill.example')],
    ['a property', () => (undefined as unknown as Record<string, string>).Zephyrine],
  ])('without the text that the engine took for %s', (_, run) => itTellsNothing(thrownBy(run)));
  test('with its causes, which tell no more', () => {
    const cause = ours(new Error(`no mail to zephyrine@quill.example, ${key} or "Zephyrine"`));
    const error = ours(new Error('sending failed', { cause }));
    expect(toldError(error)).toMatchObject({
      message: 'sending failed',
      cause: { message: 'no mail to … … or …' },
    });
    itTellsNothing(error);
  });
  test('to the end, however its causes go round', () => {
    const error = new Error('round');
    error.cause = error;
    expect(textOf(error).length).toBeLessThan(20_000);
  });
  test('without a quoted value, whatever the value is', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 12, unit: 'grapheme' }),
        fc.constantFrom('"', "'", '`'),
        (value, quote) => {
          fc.pre(!value.includes(quote) && value.trim().length >= 12);
          expect(
            String(toldError(ours(new Error(`refused ${quote}${value}${quote}`))).message),
          ).not.toContain(value);
        },
      ),
    );
  });
});

test('a text is masked where it holds an address or a credential, and left alone elsewhere', () => {
  expect(masked(`of zephyrine@quill.example by ${key} and eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln`)).toBe(
    'of … by … and …',
  );
  expect(masked('WS#ws_01J0000000000000000000ACME#CONTACT')).toBe('WS#ws_01J0000000000000000000ACME#CONTACT');
});
