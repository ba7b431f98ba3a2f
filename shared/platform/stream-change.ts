import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Item } from '../core/projection.ts';
import { changeItemType } from '../core/record.ts';

/** The change item that a stream record brings, if it is one that was just written. */
export function changeOf({ eventName, dynamodb }: DynamoDBRecord): Item | undefined {
  const image = dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
  if (eventName !== 'INSERT' || image?.type?.S !== changeItemType) return undefined;
  return unmarshall(image) as Item;
}

/** An index entry's coming or going, as the stream brings it. */
export type EntryMove = { has: 'come' | 'gone'; entry: Item; atS: number; eventId: string };
/** The entry of this type that a stream record put anew or removed; one that was only put over has neither come nor gone. */
export function entryMoveOf(
  { eventID = '', eventName, dynamodb = {} }: DynamoDBRecord,
  type: string,
): EntryMove | undefined {
  const image = eventName === 'INSERT' ? dynamodb.NewImage : dynamodb.OldImage;
  if (eventName === 'MODIFY' || image?.type?.S !== type) return undefined;
  return {
    has: eventName === 'INSERT' ? 'come' : 'gone',
    entry: unmarshall(image as Record<string, AttributeValue>) as Item,
    atS: dynamodb.ApproximateCreationDateTime ?? 0,
    eventId: eventID,
  };
}
