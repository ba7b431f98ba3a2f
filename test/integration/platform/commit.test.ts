import { beforeEach, expect, test } from 'vitest';
import { AppError } from '../../../shared/core/errors.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { commit, type Write } from '../../../shared/platform/commit.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { useTable } from '../../helpers/dynamo.ts';

beforeEach(useTable);

const at = (pk: string) => ({ pk, sk: 'X' });
const put = (pk: string, more: object = {}): Write => ({ action: { Put: { Item: { ...at(pk), ...more } } } });
/** A put on condition that nothing is there; refused by an error of this name, which also tells what was there. */
const claim = (pk: string, name: string): Write => ({
  action: { Put: { Item: at(pk), ConditionExpression: 'attribute_not_exists(pk)' } },
  refused: (existing: Item | undefined) => new AppError('conflict', name, String(existing?.owner)),
});

test('all writes are made, or none', async () => {
  await commit([put('taken')]);
  await expect(commit([put('a'), claim('taken', 'is_taken'), put('b')])).rejects.toThrow();
  expect([await getItem(at('a')), await getItem(at('b'))]).toEqual([undefined, undefined]);
  await commit([put('a'), claim('free', 'is_taken'), put('b')]);
  expect(await getItem(at('b'))).toEqual(at('b'));
});

test('checks that hold the same of one item are one, and its failure is the first one’s', async () => {
  const check = (condition: string, name: string): Write => ({
    action: { ConditionCheck: { Key: at('user'), ConditionExpression: condition } },
    refused: () => new AppError('invalid', name, name),
  });
  const there = 'attribute_exists(pk)';
  const both = () => [put('record'), check(there, 'owner_unknown'), check(there, 'seller_unknown')];
  await expect(commit(both())).rejects.toMatchObject({ code: 'owner_unknown' });
  await commit([put('user')]);
  await commit(both());
  expect(await getItem(at('record'))).toEqual(at('record'));
});

test('of several failed conditions the first in the order of the writes speaks, and knows what was there', async () => {
  await commit([put('one', { owner: 'Ada' }), put('two', { owner: 'Bea' })]);
  const both = [put('a'), claim('two', 'second_taken'), claim('one', 'first_taken')];
  await expect(commit(both)).rejects.toMatchObject({ code: 'second_taken', message: 'Bea' });
});

test('a failed condition that nobody speaks for is an error without the items that were there', async () => {
  await commit([put('one', { email: 'ada@example.com' })]);
  const silent: Write = {
    action: { ConditionCheck: { Key: at('one'), ConditionExpression: 'attribute_not_exists(pk)' } },
  };
  const error = await commit([silent, claim('one', 'taken')]).catch((reason: unknown) => reason);
  expect(error).not.toBeInstanceOf(AppError);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('ada@');
});

test('forty rivals that add to one item all get through, though their transactions conflict', async () => {
  const add: Write = {
    action: {
      Update: {
        Key: at('sum'),
        UpdateExpression: 'ADD hits :one',
        ExpressionAttributeValues: { ':one': 1 },
      },
    },
  };
  await Promise.all(Array.from({ length: 40 }, (_, n) => commit([add, put(`of ${n}`)])));
  expect(await getItem(at('sum'))).toMatchObject({ hits: 40 });
});
