import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { addTo, type Counters, type Item, type Key } from '../core/projection.ts';
import { db, getItems, queryItems, type TransactItem, tableName } from './dynamo.ts';

/** The two calls that a projector makes; a test stands between them and the table. */
export type ProjectionStore = {
  getAll(keys: Key[]): Promise<Map<string, Item>>;
  transact(items: TransactItem[]): Promise<void>;
};

export const projectionStore: ProjectionStore = {
  getAll: getItems,
  async transact(items) {
    await db.send(new TransactWriteCommand({ TransactItems: items }));
  },
};

export const counterSlots = 16;
/** A counter group's sums over its slots: one Query, and it sees each transaction wholly or not at all. */
export async function readCounters(group: string): Promise<Record<string, number>> {
  const { items } = await queryItems({ pk: group, limit: counterSlots, consistent: true });
  const sums: Counters = {};
  for (const { pk: _, sk: __, kind: ___, ...measures } of items) {
    addTo(sums, group, measures as Record<string, number>);
  }
  return sums[group] ?? {};
}

export const additionOf = (key: Key, measures: Record<string, number>): TransactItem => {
  const all = Object.entries(measures);
  return {
    Update: {
      TableName: tableName(),
      Key: key,
      UpdateExpression: `SET #kind = :kind ADD ${all.map((_, i) => `#m${i} :m${i}`).join(', ')}`,
      ExpressionAttributeNames: {
        '#kind': 'kind',
        ...Object.fromEntries(all.map(([measure], i) => [`#m${i}`, measure])),
      },
      ExpressionAttributeValues: {
        ':kind': 'counter',
        ...Object.fromEntries(all.map(([, amount], i) => [`:m${i}`, amount])),
      },
    },
  };
};
