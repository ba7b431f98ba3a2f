import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { Notification, notificationItem } from '../../../shared/notifications/notification.ts';
import { notificationMade } from '../../../shared/notifications/notification-events.ts';

/** The notifications that a batch of the stream says were made, for the bus, each with the place of its record. */
export const notificationEvents = (records: readonly DynamoDBRecord[]) =>
  records.flatMap(({ eventName, dynamodb }, place) => {
    const image = dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
    if (eventName !== 'INSERT' || image?.of?.S !== notificationItem) return [];
    const { id, userId, workspaceId, topic, createdAt: at } = Notification.parse(unmarshall(image));
    const { type, ...event } = notificationMade({ notificationId: id, userId, topic });
    return [{ place, type, detail: { id: `${id}.0`, workspaceId, at, ...event } }];
  });
