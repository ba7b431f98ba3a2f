import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { env } from './env.ts';
import { metering } from './meter.ts';
import { backoff } from './pause.ts';

export const db = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 5 }), {
  // With classes as maps too, an object may have a field called `constructor`, by which the SDK tells them apart.
  marshallOptions: { removeUndefinedValues: true, convertClassInstanceToMap: true },
});
db.middlewareStack.add(metering as never, { step: 'initialize', name: 'metering' });

export const tableName = () => env('TABLE_NAME');
export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export async function getItem({ pk, sk }: Key, ConsistentRead = true): Promise<Item | undefined> {
  const { Item } = await db.send(new GetCommand({ TableName: tableName(), Key: { pk, sk }, ConsistentRead }));
  return Item as Item | undefined;
}

const hundreds = <T>(all: T[]) =>
  Array.from({ length: Math.ceil(all.length / 100) }, (_, i) => all.slice(i * 100, i * 100 + 100));

async function getHundred(keys: Key[]): Promise<Item[]> {
  const table = tableName();
  const found: Item[] = [];
  let wanted: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (let tries = 0; wanted.length > 0; tries++) {
    if (tries === 8) throw new Error(`${wanted.length} items stayed unread`);
    if (tries > 0) await backoff(tries);
    const request = { RequestItems: { [table]: { Keys: wanted, ConsistentRead: true } } };
    const answer: BatchGetCommandOutput = await db.send(new BatchGetCommand(request));
    found.push(...((answer.Responses?.[table] ?? []) as Item[]));
    wanted = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return found;
}

/** Consistent reads by key, a request for each hundred; the map is by `nameOf(key)`. A key may be given twice. */
export async function getItems(keys: Key[]): Promise<Map<string, Item>> {
  const unique = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  const pages = await Promise.all(hundreds(unique).map(getHundred));
  return new Map(pages.flat().map((item) => [nameOf(item), item]));
}

export type Range = {
  pk: string;
  /** Sort keys between the two, both included; all where nothing is said. */
  from?: string;
  to?: string;
  newestFirst?: boolean;
  limit: number;
  after?: Key | undefined;
  consistent?: boolean;
};

const firstSk = ' ';
const lastSk = '\u{10FFFF}';
/** One Query: a stretch of one partition in the order of its sort keys; none where its ends cross, which DynamoDB refuses. */
export async function queryItems(range: Range): Promise<{ items: Item[]; last: Key | undefined }> {
  const { from = firstSk, to = lastSk } = range;
  if (Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0) return { items: [], last: undefined };
  const between = range.from !== undefined || range.to !== undefined;
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: between ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
      ExpressionAttributeValues: {
        ':pk': range.pk,
        ...(between && { ':from': from, ':to': to }),
      },
      ScanIndexForward: !range.newestFirst,
      Limit: range.limit,
      ExclusiveStartKey: range.after,
      ConsistentRead: range.consistent ?? false,
    }),
  );
  return { items: Items as Item[], last: LastEvaluatedKey as Key | undefined };
}

/** One UpdateItem on the table; answers the item as it is afterwards. */
export async function updateItem(
  key: Key,
  update: Omit<UpdateCommandInput, 'TableName' | 'Key'>,
): Promise<Item> {
  const { Attributes } = await db.send(
    new UpdateCommand({ TableName: tableName(), Key: key, ReturnValues: 'ALL_NEW', ...update }),
  );
  return Attributes as Item;
}
