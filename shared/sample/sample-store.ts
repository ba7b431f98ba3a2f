import { AppError } from '../core/errors.ts';
import { nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { getItem, getItems } from '../platform/dynamo.ts';
import { SampleMark, sampleMarkKey } from './sample.ts';

/** SAMPLE-1: which of the set there are; one GetItem. */
export const readMark = async (workspaceId: string): Promise<SampleMark> =>
  SampleMark.parse((await getItem(sampleMarkKey(workspaceId))) ?? {});

const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'Somebody else makes or removes sample data at this moment.');
const guardOf = ({ version }: SampleMark) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };

/** Says what is made, in the transaction that makes it. */
export const markWrite = (workspaceId: string, before: SampleMark, after: SampleMark): Write => ({
  action: { Put: { Item: { ...after, ...sampleMarkKey(workspaceId) }, ...guardOf(before) } },
  refused: raceLost,
});
/** Says that there is nothing of it. */
export const unmarkWrite = (workspaceId: string, before: SampleMark): Write => ({
  action: { Delete: { Key: sampleMarkKey(workspaceId), ...guardOf(before) } },
  refused: raceLost,
});

/** SAMPLE-2: of what was made the records that are there, by their keys in the set; one BatchGet. */
export async function thereOf(workspaceId: string, { made }: SampleMark): Promise<Map<string, string>> {
  const keyOf = ({ kind, id }: SampleMark['made'][number]) => recordKey(workspaceId, kind, id);
  const items = made.length > 0 ? await getItems(made.map(keyOf)) : new Map();
  const isThere = (one: SampleMark['made'][number]) => {
    const item = items.get(nameOf(keyOf(one)));
    return item !== undefined && !item.deletedAt && !item.erasedAt;
  };
  return new Map(made.filter(isThere).map(({ key, id }) => [key, id]));
}
