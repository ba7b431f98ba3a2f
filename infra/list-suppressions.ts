// `npm run list-suppressions`: brings what was said of addresses before there was a list of them into it. Reads the whole table. May be repeated.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../shared/core/projection.ts';
import { suppressionKey, suppressionOfItem } from '../shared/mail/suppression.ts';
import { changeSuppression } from '../shared/mail/suppression-store.ts';
import { db, tableName } from '../shared/platform/dynamo.ts';

const { sk } = suppressionKey('', '');
const say = (line: string) => process.stdout.write(`${line}\n`);

async function* unlisted(): AsyncGenerator<Item> {
  let after: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new ScanCommand({
        ...{ TableName: tableName(), ExclusiveStartKey: after },
        FilterExpression: 'sk = :sk AND attribute_not_exists(revision)',
        ExpressionAttributeValues: { ':sk': sk },
      }),
    );
    yield* Items as Item[];
    after = LastEvaluatedKey;
  } while (after);
}

// A local engine asks for no account, but the SDK does.
if (process.env.AWS_ENDPOINT_URL_DYNAMODB) {
  process.env.AWS_REGION ??= 'eu-west-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
}
let listed = 0;
for await (const item of unlisted()) {
  await changeSuppression(String(item.workspaceId), suppressionOfItem(item).hash, (one) => one);
  listed++;
}
say(`${tableName()}: ${listed} addresses came into the list`);
