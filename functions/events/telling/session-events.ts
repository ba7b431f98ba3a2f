import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { type SessionEnded, sessionEnded } from '../../../shared/identity/session-events.ts';

type Told = { place: number; type: string; detail: SessionEnded };

/** The sign-ins that a batch of the stream says have ended, for the bus, each with the place of its record. */
export const sessionEvents = (records: readonly DynamoDBRecord[]): Told[] =>
  records.flatMap(({ eventID = '', eventName, dynamodb }, place) => {
    const image = dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
    if (eventName !== 'MODIFY' || !image || dynamodb?.Keys?.sk?.S !== 'SESSION') return [];
    const { sessionId, subject, userId, revokedAt } = unmarshall(image);
    if (typeof revokedAt !== 'string' || dynamodb.OldImage?.revokedAt) return [];
    const detail = { id: eventID, at: revokedAt, version: 1 as const, data: { sessionId, subject, userId } };
    return [{ place, type: sessionEnded, detail }];
  });
