import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

/* What everything is measured against: the least that a handler can be which reads an item. */
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function handler() {
  const Key = { pk: 'HEALTH', sk: 'HEALTH' };
  const { Item } = await db.send(
    new GetCommand({ TableName: process.env.TABLE_NAME, Key, ConsistentRead: true }),
  );
  return { statusCode: 200, body: JSON.stringify({ found: Item !== undefined }) };
}
