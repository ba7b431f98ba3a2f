import { beforeAll, expect, test } from 'vitest';
import { recordKey } from '../../../shared/core/record.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';

beforeAll(useTable);

test('what is committed is read back from the real engine', async () => {
  const key = recordKey('ws_1', 'contact', 'ct_1');
  await commit([{ action: { Put: { Item: { ...key, version: 1 } } } }]);
  expect(await getItem(key)).toEqual({ ...key, version: 1 });
  expect(await Array.fromAsync(readAll())).toEqual([{ ...key, version: 1 }]);
});
