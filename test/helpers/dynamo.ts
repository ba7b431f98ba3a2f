import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Key } from '../../shared/core/projection.ts';
import { projectionStore } from '../../shared/platform/projection-store.ts';
import { projector } from '../../shared/platform/projector.ts';
import { projectedKeys, projections, recordToLookAt } from '../../shared/projections/registry.ts';
import { startEngine } from './engine.ts';

let engine: ReturnType<typeof startEngine> | undefined;
let client: DynamoDBClient | undefined;

function pointTo(url: string) {
  process.env.AWS_ENDPOINT_URL_DYNAMODB = url;
  process.env.AWS_ENDPOINT_URL_DYNAMODB_STREAMS = url;
  process.env.AWS_REGION ??= 'eu-west-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
}

/**
 * A fresh table for a test file, or for each test (`beforeAll(useTable)`, `beforeEach(useTable)`): starts the file's
 * engine at the first call and lets stores find the table by TABLE_NAME. The engine ends with the file's process.
 * It has no stream, with which both engines write at half the pace: `settleAll` looks at what a stream would have told of.
 * Time to live is off, because a test's clock stands still and the engine's does not: code must see by itself what has expired.
 */
export const useTable = (): Promise<void> => newTable({ stream: false });

/** The same, for a test that reads the stream. */
export async function newTable({ stream }: { stream: boolean }): Promise<void> {
  engine ??= startEngine();
  pointTo((await engine).url);
  client ??= new DynamoDBClient({});
  const TableName = `test-${randomUUID()}`;
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } }),
    }),
  );
  process.env.TABLE_NAME = TableName;
}

/** Every item of the table, in no order. Not counted by the meter of what a request costs. */
export async function* readAll(): AsyncGenerator<Item> {
  const documents = DynamoDBDocumentClient.from(client ?? new DynamoDBClient({}));
  let after: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName: process.env.TABLE_NAME,
        ExclusiveStartKey: after,
        ConsistentRead: true,
      }),
    );
    yield* (page.Items ?? []) as Item[];
    after = page.LastEvaluatedKey;
  } while (after);
}

/** The record that an item stands for: itself, the one it lies beside, or the one whose contribution it is. */
function recordOf({ pk, sk }: Key): Key[] {
  if (projectedKeys.includes(sk)) return [recordToLookAt({ pk, sk })];
  if (sk !== 'CONTRIBUTION') return [];
  const cut = pk.lastIndexOf('#'); // a contribution's partition is `<pk>#<sk>` of its record, which may be deleted
  return [{ pk: pk.slice(0, cut), sk: pk.slice(cut + 1) }];
}

/** Lets the projector look at every record that is or was there, so that a test sees what the stream would have made. */
export async function settleAll(): Promise<void> {
  const items = await Array.fromAsync(readAll());
  const { failed } = await projector(projectionStore, projections)(items.flatMap(recordOf));
  if (failed[0]) throw failed[0].reason;
}

/** For a test that makes many tables. */
export const dropTable = () => client?.send(new DeleteTableCommand({ TableName: process.env.TABLE_NAME }));
