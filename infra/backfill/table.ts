import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Key } from '../../shared/core/projection.ts';
import { db, getItem, tableName } from '../../shared/platform/dynamo.ts';
import type { Definitions } from './token.ts';

const pageOfItems = 1000;
const standing: Key = { pk: 'BACKFILL', sk: 'BACKFILL' };

/**
 * Keys of a page of a segment. A Scan, which nothing that a user waits for may do; not consistent, at half the price, because what
 * was written a moment ago is looked at by itself.
 */
export async function readPage(Segment: number, TotalSegments: number, after: Key | undefined) {
  const { Items = [], LastEvaluatedKey } = await db.send(
    new ScanCommand({
      ...{ TableName: tableName(), Segment, TotalSegments, ExclusiveStartKey: after, Limit: pageOfItems },
      ProjectionExpression: 'pk, sk',
    }),
  );
  return { keys: Items as Item[], ...(LastEvaluatedKey && { last: LastEvaluatedKey as Key }) };
}

/** The definitions by which every record of the table has been looked at; none where that was never made sure of. */
export async function readDefinitions(): Promise<Definitions> {
  const item = await getItem(standing);
  return (item?.definitions ?? {}) as Definitions;
}

export const writeDefinitions = (definitions: Definitions) =>
  db.send(new PutCommand({ TableName: tableName(), Item: { ...standing, definitions } }));
