import type { Resource } from '../assembly.ts';
import { AwsError, awsJson } from '../aws-json.ts';

export type Table = { name: string; keys: string[]; streamArn: string; ttlAttribute: string | undefined };
type Description = {
  Table: { TableStatus: string; LatestStreamArn?: string; GlobalSecondaryIndexes?: { IndexName: string }[] };
};

const target = (operation: string) => `DynamoDB_20120810.${operation}`;

function definitionOf({ id, properties }: Resource): Record<string, unknown> {
  const indexes = (properties.GlobalSecondaryIndexes ?? []) as Record<string, unknown>[];
  return {
    TableName: id,
    AttributeDefinitions: properties.AttributeDefinitions,
    KeySchema: properties.KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(properties.StreamSpecification && {
      StreamSpecification: { StreamEnabled: true, ...properties.StreamSpecification },
    }),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
    }),
  };
}

const describe = (url: string, name: string) =>
  awsJson<Description>(url, target('DescribeTable'), { TableName: name });

async function active(url: string, name: string): Promise<Description['Table']> {
  for (;;) {
    const { Table } = await describe(url, name);
    if (Table.TableStatus === 'ACTIVE') return Table;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Makes the table that the template defines unless it is there. Throws if the one that is there has other indexes. */
export async function ensureTable(url: string, resource: Resource): Promise<Table> {
  const definition = definitionOf(resource);
  await awsJson(url, target('CreateTable'), definition).catch((error: unknown) => {
    if (!(error instanceof AwsError && error.code === 'ResourceInUseException')) throw error;
  });
  const table = await active(url, resource.id);
  const wanted = ((definition.GlobalSecondaryIndexes ?? []) as { IndexName: string }[]).map(
    (one) => one.IndexName,
  );
  const there = (table.GlobalSecondaryIndexes ?? []).map((one) => one.IndexName);
  if (wanted.sort().join() !== there.sort().join())
    throw new Error(
      `The kept table ${resource.id} has the indexes [${there}], the template [${wanted}]: use a new RAPPORT_DATA.`,
    );
  const ttl = resource.properties.TimeToLiveSpecification as { AttributeName?: string } | undefined;
  const keys = (resource.properties.KeySchema as { AttributeName: string }[]).map((key) => key.AttributeName);
  return {
    name: resource.id,
    keys,
    streamArn: table.LatestStreamArn ?? '',
    ttlAttribute: ttl?.AttributeName,
  };
}

type Page = { Items?: Record<string, unknown>[]; LastEvaluatedKey?: Record<string, unknown> };

/**
 * Deletes what DynamoDB's TTL would have deleted; the engines do not. It reads the whole table, which only a laptop may do, a
 * page at a time, and deletes on condition that the item is still expired.
 */
export async function sweepExpired(url: string, table: Table, now = new Date()): Promise<number> {
  if (!table.ttlAttribute) return 0;
  const expired = {
    ExpressionAttributeNames: { '#ttl': table.ttlAttribute },
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(now.getTime() / 1000)) } },
  };
  const names = Object.fromEntries(table.keys.map((key, index) => [`#k${index}`, key]));
  let deleted = 0;
  let from: Page['LastEvaluatedKey'];
  do {
    const page = await awsJson<Page>(url, target('Scan'), {
      TableName: table.name,
      FilterExpression: '#ttl < :now',
      ProjectionExpression: Object.keys(names).join(', '),
      ...expired,
      ExpressionAttributeNames: { ...expired.ExpressionAttributeNames, ...names },
      Limit: 500,
      ...(from && { ExclusiveStartKey: from }),
    });
    for (const key of page.Items ?? []) {
      const request = { TableName: table.name, Key: key, ConditionExpression: '#ttl < :now', ...expired };
      deleted += await awsJson(url, target('DeleteItem'), request).then(
        () => 1,
        () => 0,
      );
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return deleted;
}
