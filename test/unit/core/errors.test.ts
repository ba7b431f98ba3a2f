import { expect, test } from 'vitest';
import { mayReadSetting } from '../../../shared/core/actor.ts';
import { AppError, type ErrorKind, invalidField, notFound } from '../../../shared/core/errors.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { ann, contactId, dealId } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

test.each<[ErrorKind, number]>([
  ['invalid', 400],
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['not_found', 404],
  ['conflict', 409],
  ['gone', 410],
  ['precondition_failed', 412],
  ['too_large', 413],
  ['unsupported', 415],
  ['unprocessable', 422],
  ['rate_limited', 429],
  ['unavailable', 503],
])('%s is answered with %i', (kind, status) => expect(new AppError(kind, 'c', 'm').status).toBe(status));

test('a fault of one field points to it', () =>
  expect(invalidField('/phones/0/number', 'phone_invalid', 'No.')).toMatchObject({
    code: 'validation_failed',
    status: 400,
    more: { errors: [{ pointer: '/phones/0/number', code: 'phone_invalid', detail: 'No.' }] },
  }));

test('what is missing has a code of its kind', () =>
  expect(notFound('contact', contactId)).toMatchObject({ code: 'contact_not_found', status: 404 }));

test.each<[string, number[] | '*' | undefined, boolean]>([
  ['no If-Match', undefined, true],
  ['any version', '*', true],
  ['its version', [7], true],
  ['its version among others', [1, 7], true],
  ['another version', [6], false],
  ['no version that can be read', [], false],
])('a write held to %s', (_, match, passes) => {
  const check = () => assertMatch({ id: contactId, version: 7 }, match);
  if (passes) expect(check).not.toThrow();
  else expect(check).toThrow(expect.objectContaining({ code: 'version_mismatch', status: 412 }));
});

test('what has no owner is read by permission, and what has one is asked by its owner', () => {
  const { actor } = aContext({ role: 'readonly' });
  expect(mayReadSetting(actor, ann)).toBe(true);
  expect(mayReadSetting({ ...actor, permissions: [] }, ann)).toBe(false);
  expect([contactId, dealId, 'unknown_1'].map((id) => mayReadSetting(actor, id))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
