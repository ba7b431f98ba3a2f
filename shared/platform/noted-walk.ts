import type { Key } from '../core/projection.ts';
import { updateItem } from './dynamo.ts';

/** Notes that a walk is over; one that ends behind a later one is no news. May be repeated. */
export async function noteWalked(key: Key, version: number, at: string): Promise<void> {
  try {
    await updateItem(key, {
      UpdateExpression: 'SET version = :version, #at = :at',
      ConditionExpression: 'attribute_not_exists(version) OR version < :version',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':version': version, ':at': at },
    });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
  }
}
