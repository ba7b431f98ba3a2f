import { setTimeout } from 'node:timers/promises';
import {
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';

type World = {
  client: Pick<DynamoDBClient, 'send'>;
  /** Between two looks at how far DynamoDB is. */
  pauseMs?: number;
};

const halfAMinute = 30_000;
/** The one name, so that what a killed run has left is found by the next. The role of the monthly recount may touch no other. */
export const snapshotNameOf = (table: string): string => `${table}-recount`;

async function statusOf({ client }: World, name: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table?.TableStatus;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** Waits as long as it takes: a restore is of minutes to hours, and who runs this bounds it. */
async function untilStatusIs(world: World, name: string, wanted: string | undefined): Promise<void> {
  while ((await statusOf(world, name)) !== wanted) await setTimeout(world.pauseMs ?? halfAMinute);
}

async function drop(world: World, name: string): Promise<void> {
  const status = await statusOf(world, name);
  if (status === undefined) return;
  // A table that is being restored cannot be deleted before it is there.
  if (status !== 'DELETING') {
    await untilStatusIs(world, name, 'ACTIVE');
    await world.client.send(new DeleteTableCommand({ TableName: name }));
  }
  await untilStatusIs(world, name, undefined);
}

/**
 * Restores the table as it was at its latest restorable second (usually five minutes ago) under a name of its own, lets `use` read
 * that (`at` is its second), and deletes it again, whatever becomes of `use`; what a killed run left behind is deleted first. The table itself is
 * neither read nor written. Needs point-in-time recovery; throws what DynamoDB and `use` throw.
 */
export async function withSnapshot<T>(
  world: World,
  table: string,
  use: (snapshot: string, at: Date | undefined) => Promise<T>,
): Promise<T> {
  const name = snapshotNameOf(table);
  await drop(world, name);
  const { TableDescription } = await world.client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: table,
      TargetTableName: name,
      UseLatestRestorableTime: true,
    }),
  );
  try {
    await untilStatusIs(world, name, 'ACTIVE');
    return await use(name, TableDescription?.RestoreSummary?.RestoreDateTime);
  } finally {
    await drop(world, name);
  }
}
