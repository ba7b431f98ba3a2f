// `npm run recount`: compares all that projections have in the table with what the records say. Reads the whole table, writes nothing.
// With --snapshot it reads a copy of the table that it has restored and deletes again. See docs/operations.md#recounting.
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../shared/core/projection.ts';
import { db, tableName } from '../shared/platform/dynamo.ts';
import { projectionStore } from '../shared/platform/projection-store.ts';
import { type Finding, recount } from '../shared/platform/recount.ts';
import { projections } from '../shared/projections/registry.ts';
import { confirmed } from './recount/confirmed.ts';
import { withSnapshot } from './recount/snapshot.ts';

const { values } = parseArgs({ options: { snapshot: { type: 'boolean', default: false } } });
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Every item of the table, in no order. The one Scan that there is: nothing that a user waits for may do this. */
async function* readTable(): AsyncGenerator<Item> {
  let after: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new ScanCommand({ TableName: tableName(), ExclusiveStartKey: after, ConsistentRead: true }),
    );
    yield* Items as Item[];
    after = LastEvaluatedKey;
  } while (after);
}

const asLine = (key: string) => key.replace('\n', ' / ');
function wordsOf(finding: Finding): string {
  if (finding.kind === 'more') return `more         differs in ${finding.groups} groups of items`;
  if (finding.kind !== 'counter')
    return `${finding.kind.padEnd(12)} ${asLine(finding.key)}: ${finding.problem}`;
  const { group, measure, stored, expected } = finding;
  return `counter      ${group} ${measure}: is ${stored}, should be ${expected}`;
}

// A local engine asks for no account, but the SDK does.
if (process.env.AWS_ENDPOINT_URL_DYNAMODB) {
  process.env.AWS_REGION ??= 'eu-west-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
}
let items = 0;
async function* counted(): AsyncGenerator<Item> {
  for await (const item of readTable()) {
    items++;
    yield item;
  }
}
const table = tableName();
/** As of a moment: what is planned for later has not happened in a table of that moment. */
const look = (at?: Date) =>
  recount({
    ...{ read: counted, getAll: projectionStore.getAll, projections },
    ...(at && { now: () => at }),
  });
const lookAtSnapshot = () =>
  withSnapshot({ client: new DynamoDBClient() }, table, async (snapshot, at) => {
    process.env.TABLE_NAME = snapshot; // what is borrowed is of the same moment
    say(`${snapshot}: restored, is read`);
    return look(at);
  });
const findings = values.snapshot ? await confirmed(lookAtSnapshot) : await look();
for (const finding of findings) say(wordsOf(finding));
say(`${table}: ${findings.length} findings, ${items} items read`);
process.exitCode = findings.length > 0 ? 1 : 0;
