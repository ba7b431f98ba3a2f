import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { accessEntry } from '../../shared/access/access-item.ts';
import { addTo, type Counters, type Item, nameOf } from '../../shared/core/projection.ts';
import { type RecordBase, type RecordKind, recordKey, uniqueKey } from '../../shared/core/record.ts';
import { teamMemberKey } from '../../shared/core/scoped-list.ts';
import { pipelineRecord } from '../../shared/deals/pipeline.ts';
import { db } from '../../shared/platform/dynamo.ts';
import { slotKey } from '../../shared/platform/projection-store.ts';
import { projections } from '../../shared/projections/registry.ts';
import { catalogueKey } from '../../shared/segments/catalogue.ts';
import { workspaceRecord } from '../../shared/workspaces/workspace.ts';
import { acme, ann, ben, monday } from '../fixtures/ids.ts';
import { aPipeline } from '../fixtures/pipeline.ts';
import { aWorkspace } from '../fixtures/workspace.ts';
import { benchCondition, benchSegmentId } from './bench-segment.ts';

type Requests = NonNullable<BatchWriteCommandInput['RequestItems']>[string];
const rivals = 8;
const rowsAtOnce = 1000; // a million items are made of them, and held a few at a time

async function putAll(items: Item[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, i) =>
    items.slice(i * 25, i * 25 + 25),
  );
  const writer = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      let waiting: Requests = batch.map((Item) => ({ PutRequest: { Item } }));
      while (waiting.length > 0) {
        const RequestItems = { [process.env.TABLE_NAME ?? '']: waiting };
        const { UnprocessedItems = {} } = await db.send(new BatchWriteCommand({ RequestItems }));
        waiting = Object.values(UnprocessedItems)[0] ?? [];
      }
    }
  };
  await Promise.all(Array.from({ length: rivals }, writer));
}

type Any = { of: RecordKind<never>; record: RecordBase };
/** A record of any kind, for `load`. */
export const row = <T extends RecordBase>(of: RecordKind<T>, record: T): Any => ({
  of: of as unknown as RecordKind<never>,
  record,
});

const workspace = row(workspaceRecord, aWorkspace());
const pipeline = row(pipelineRecord, aPipeline());
const itemOf = ({ of, record }: Any): Item => ({
  ...record,
  ...recordKey(record.workspaceId, of.kind, record.id),
});
/** Ann and Ben are a team. */
const team = 'tm_01KBENCH000000000000000000';
const memberIds = [ann, ben];
const members = memberIds.map(
  (id): Item => ({ ...teamMemberKey(acme, id), recordId: team, version: `${team}@1` }),
);
const access = accessEntry(acme, { of: 'team', id: team, memberIds, managerIds: [] });
/** The definitions of segments, as the projections of contacts borrow them. */
const catalogue: Item = {
  ...catalogueKey(acme, 'contact'),
  version: 1,
  timeZone: 'UTC',
  segments: [{ id: benchSegmentId, condition: benchCondition, since: 1, definedAt: monday }],
};
const borrowed = new Map([itemOf(pipeline), catalogue, ...members].map((item) => [nameOf(item), item]));

function itemsOf(one: Any, counters: Counters): Item[] {
  const { of, record } = one;
  const item = itemOf(one);
  const projected = projections[item.sk]?.project({ record: item, borrowed, now: monday });
  for (const [group, measures] of Object.entries(projected?.counters ?? {})) addTo(counters, group, measures);
  const unique = of.unique(record as never).map((value) => ({
    ...uniqueKey(record.workspaceId, value),
    recordId: record.id,
    of: of.kind,
  }));
  return [item, ...unique, ...(projected?.entries ?? []).map((entry) => ({ ...entry, kind: 'entry' }))];
}

/**
 * Puts records with all that the stream would have made of them into the table, as items: what a table looks like after
 * so many writes, without making them.
 */
export async function load(rows: Any[]): Promise<void> {
  const counters: Counters = {};
  const all = [workspace, pipeline, ...rows];
  for (let at = 0; at < all.length; at += rowsAtOnce)
    await putAll(all.slice(at, at + rowsAtOnce).flatMap((one) => itemsOf(one, counters)));
  const sums = Object.entries(counters).map(([group, measures]) => ({
    ...slotKey(group, 0),
    kind: 'counter',
    ...measures,
  }));
  await putAll([...sums, ...members, catalogue, { ...access, kind: 'entry' }]);
}
