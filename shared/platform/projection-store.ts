import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { addTo, type Counters, cellGroup, type Item, type Key } from '../core/projection.ts';
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
/** A report reads all slots of many cells, in which fewer transactions meet. */
export const cellSlots = 8;
const slotName = 'SLOT#';
const slotOf = (slot: number) => `${slotName}${String(slot).padStart(2, '0')}`;

/** The item of a counter group to which a transaction adds that has drawn this slot of `counterSlots`. */
export function slotKey(group: string, slot: number): Key {
  const [pk = '', cell] = group.split('\n');
  return { pk, sk: cell === undefined ? slotOf(slot) : `${cell}#${slotOf(slot % cellSlots)}` };
}
/** The counter group that an item is a slot of. */
export function groupOfSlot({ pk, sk }: Key): string {
  const cell = sk.slice(0, Math.max(0, sk.lastIndexOf(slotName) - 1));
  return cell === '' ? pk : cellGroup({ pk, sk: cell });
}

/** What a group's slots hold together. */
export function sumsOf(slots: Item[]): Record<string, number> {
  const sums: Counters = {};
  for (const { pk: _, sk: __, kind: ___, ...measures } of slots) {
    const numbers = Object.entries(measures).map(([measure, amount]) => [measure, Number(amount)]); // a great one is a bigint
    addTo(sums, 'all', Object.fromEntries(numbers));
  }
  return sums.all ?? {};
}

/** A counter group's sums over its slots: one Query, and it sees each transaction wholly or not at all. */
export async function readCounters(group: string): Promise<Record<string, number>> {
  const range = { pk: group, from: slotName, to: `${slotName}~` }; // an entry may lie behind them
  const { items } = await queryItems({ ...range, limit: counterSlots, consistent: true });
  return sumsOf(items);
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
