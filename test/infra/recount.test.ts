import {
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed } from '../../infra/recount/confirmed.ts';
import { snapshotNameOf, withSnapshot } from '../../infra/recount/snapshot.ts';
import type { Finding } from '../../shared/platform/recount.ts';

const service = mockClient(DynamoDBClient);
const world = { client: new DynamoDBClient({ region: 'eu-west-1' }), pauseMs: 0 };
const said = { $metadata: {}, message: 'as DynamoDB says it' };

/** Tables as DynamoDB keeps them: what is begun is done two looks later. A second copy of one name is refused, and so is to delete one that is being made. */
const tables = new Map<string, { status: 'CREATING' | 'ACTIVE' | 'DELETING'; looks: number }>();
const did: string[] = [];
const restoredAt = new Date('2026-12-02T02:55:00Z');

function describeTable({ TableName = '' }: { TableName?: string | undefined }) {
  const table = tables.get(TableName);
  if (table && ++table.looks > 2) {
    if (table.status === 'DELETING') tables.delete(TableName);
    if (table.status === 'CREATING') table.status = 'ACTIVE';
  }
  const now = tables.get(TableName);
  if (!now) throw new ResourceNotFoundException(said);
  return { Table: { TableStatus: now.status } };
}

beforeEach(() => {
  tables.clear();
  did.length = 0;
  service.reset();
  service.on(DescribeTableCommand).callsFake(describeTable);
  service
    .on(RestoreTableToPointInTimeCommand)
    .callsFake(({ SourceTableName, TargetTableName, UseLatestRestorableTime }) => {
      if (tables.has(TargetTableName)) throw new ResourceInUseException(said);
      expect(UseLatestRestorableTime).toBe(true);
      did.push(`${SourceTableName} restored to ${TargetTableName}`);
      tables.set(TargetTableName, { status: 'CREATING', looks: 0 });
      return { TableDescription: { RestoreSummary: { RestoreDateTime: restoredAt } } };
    });
  service.on(DeleteTableCommand).callsFake(({ TableName }) => {
    if (tables.get(TableName)?.status !== 'ACTIVE') throw new ResourceInUseException(said);
    did.push(`${TableName} deleted`);
    tables.set(TableName, { status: 'DELETING', looks: 0 });
  });
});

const copy = snapshotNameOf('crm');
const use = () =>
  withSnapshot(world, 'crm', async (snapshot, at) => {
    did.push(`${snapshot} is ${tables.get(snapshot)?.status}`);
    return at;
  });
const whole = [`crm restored to ${copy}`, `${copy} is ACTIVE`, `${copy} deleted`];

describe('a snapshot', () => {
  it('is of the table’s latest second and says which that was, is there when it is used and gone afterwards', async () => {
    expect(await use()).toBe(restoredAt);
    expect(did).toEqual(whole);
    expect(tables.size).toBe(0);
  });

  it.each(['CREATING', 'ACTIVE', 'DELETING'] as const)(
    'that a killed run has left (%s) goes before another one is made',
    async (status) => {
      tables.set(copy, { status, looks: 0 });
      await use();
      expect(did).toEqual([...(status === 'DELETING' ? [] : [`${copy} deleted`]), ...whole]);
    },
  );

  it('is deleted when what uses it fails, and that is what is said', async () => {
    const failing = withSnapshot(world, 'crm', () => Promise.reject(new Error('no record of that shape')));
    await expect(failing).rejects.toThrow('no record of that shape');
    expect(tables.size).toBe(0);
  });

  it('never touches the table that it is of', async () => {
    await use();
    for (const { args } of [
      ...service.commandCalls(DeleteTableCommand),
      ...service.commandCalls(DescribeTableCommand),
    ])
      expect(args[0].input.TableName).toBe(copy);
  });
});

const counter = (group: string, stored: number, expected: number): Finding => ({
  kind: 'counter',
  group,
  measure: 'count',
  stored,
  expected,
});
const stale = (key: string): Finding => ({ kind: 'entry', key, problem: 'stale' });
const looks = (...found: Finding[][]) => {
  const left = [...found];
  return { left, look: async () => left.shift() ?? [] };
};

describe('what a table in use is found to hold', () => {
  it('is believed at once where nothing is found', async () => {
    const { left, look } = looks([], [stale('unread')]);
    expect(await confirmed(look)).toEqual([]);
    expect(left).toHaveLength(1);
  });

  it('is what two looks find: a counter that is off by the same though it has moved, the same entry', async () => {
    const { look } = looks(
      [counter('board', 5, 2), counter('sales', 9, 8), stale('a'), stale('b')],
      [
        counter('board', 8, 5),
        counter('sales', 9, 7),
        stale('b'),
        { kind: 'entry', key: 'a', problem: 'orphan' },
      ],
    );
    expect(await confirmed(look)).toEqual([counter('board', 8, 5), stale('b')]);
  });

  it('is a great deal where both find more than they list', async () => {
    const { look } = looks([{ kind: 'more', groups: 90 }], [{ kind: 'more', groups: 70 }]);
    expect(await confirmed(look)).toEqual([{ kind: 'more', groups: 70 }]);
  });
});
