import type { DynamoDBRecord } from 'aws-lambda';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { entryMoveOf } from '../../../shared/platform/stream-change.ts';
import { keysFor, memberEvent } from '../../../shared/segments/member-events.ts';
import { memberType } from '../../../shared/segments/segment-part.ts';

/**
 * What a batch of the stream tells of segments' members, for the bus, each with the place of its record. One BatchGet where
 * there is anything to tell.
 */
export async function memberEvents(records: readonly DynamoDBRecord[]) {
  const moves = records.flatMap((record, place) => {
    const move = entryMoveOf(record, memberType);
    return move ? [{ ...move, place }] : [];
  });
  if (moves.length === 0) return [];
  const items = await getItems(moves.flatMap(keysFor));
  return moves.flatMap((move) => {
    const event = memberEvent(move, items);
    return event ? [{ place: move.place, ...event }] : [];
  });
}
