import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { publish } from '../../shared/platform/events.ts';
import { changeOf } from '../../shared/platform/stream-change.ts';

const Stored = z.object({
  id: z.string(),
  workspaceId: z.string(),
  at: z.string(),
  events: z.array(
    z.object({ type: z.string(), version: z.number(), data: z.record(z.string(), z.unknown()) }),
  ),
});

function eventsOf(record: DynamoDBRecord) {
  const change = changeOf(record);
  if (!change) return [];
  const { id, workspaceId, at, events } = Stored.parse(change);
  return events.map(({ type, ...event }, n) => ({
    type,
    detail: { id: `${id}.${n}`, workspaceId, at, ...event },
  }));
}

/**
 * Puts the events of change items on the bus `crm`, in the order of the stream. The first record that fails and all
 * behind it come again, so an event may be published twice and is never left out.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const all = Records.flatMap((record) =>
    eventsOf(record).map((event) => ({ ...event, of: record.dynamodb?.SequenceNumber ?? '' })),
  );
  const unpublished = await publish(all);
  const first = Records.find(({ dynamodb }) => unpublished.some(({ of }) => of === dynamodb?.SequenceNumber));
  return { batchItemFailures: first ? [{ itemIdentifier: first.dynamodb?.SequenceNumber ?? '' }] : [] };
}
