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
