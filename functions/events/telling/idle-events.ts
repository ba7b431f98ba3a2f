import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Item } from '../../../shared/core/projection.ts';
import { idlenessEvent, idlenessType } from '../../../shared/deals/idleness.ts';

/** The deals that a batch of the stream says have become idle, for the bus, each with the place of its record. */
export const idleEvents = (records: readonly DynamoDBRecord[]) =>
  records.flatMap(({ eventName, dynamodb }, place) => {
    const image = dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
    if (eventName !== 'INSERT' || image?.type?.S !== idlenessType) return [];
    return [{ place, ...idlenessEvent(unmarshall(image) as Item) }];
  });
