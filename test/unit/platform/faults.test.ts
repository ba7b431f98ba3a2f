import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { AppError } from '../../../shared/core/errors.ts';
import { Roles } from '../../../shared/identity/membership.ts';
import { parsePart } from '../../../shared/platform/request.ts';

function faultsOf(schema: z.ZodType, value: unknown) {
  try {
    parsePart(schema, value);
  } catch (error) {
    if (error instanceof AppError) return error.more.errors;
    throw error;
  }
  return undefined;
}

test('a rule of ours that does not hold is called invalid, not by a word of the library that asks it', () => {
  const ordered = z
    .object({ from: z.number(), to: z.number() })
    .refine(({ from, to }) => from < to, { path: ['to'], error: 'Must be later.' });
  expect(faultsOf(ordered, { from: 2, to: 1 })).toEqual([
    { pointer: '/to', code: 'invalid', detail: 'Must be later.' },
  ]);
});

test('who names no role there is is told the built-in ones, too', () => {
  const [fault] = faultsOf(Roles, ['boss']) ?? [];
  expect(fault).toMatchObject({
    pointer: '/0',
    detail: expect.stringMatching(/admin, .*readonly, or an id like rl_/),
  });
});

describe('of what may be one of several things', () => {
  const Value = z.union([
    z.string(),
    z.int(),
    z.strictObject({ amountCents: z.int(), currency: z.string() }),
  ]);
  const Body = z.object({ custom: z.record(z.string(), Value) });

  test('what is wrong is said of the one that it comes nearest to', () => {
    expect(faultsOf(Body, { custom: { price: { amountCents: 'ten', currency: 'EUR' } } })).toMatchObject([
      { pointer: '/custom/price/amountCents', code: 'invalid_type' },
    ]);
  });

  test('what is none of them is told what it may be', () => {
    expect(faultsOf(Body, { custom: { price: true } })).toEqual([
      { pointer: '/custom/price', code: 'invalid_type', detail: 'It may be: string, number, object.' },
    ]);
  });
});
