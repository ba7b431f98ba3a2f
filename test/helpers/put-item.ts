import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../shared/core/projection.ts';
import { db, tableName } from '../../shared/platform/dynamo.ts';

/** Puts an item as it is, past everything that would make it. */
export const putItem = (Item: Item) => db.send(new PutCommand({ TableName: tableName(), Item }));
