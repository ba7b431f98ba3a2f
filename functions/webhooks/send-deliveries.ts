import { queueConsumer } from '../../shared/platform/consumer.ts';
import { DeliveryMessage } from '../../shared/webhooks/delivery.ts';
import { makeAttempt } from './sending/attempt.ts';

/** Posts what happened to webhooks' targets, an attempt a message. */
export const handler = queueConsumer((body) =>
  makeAttempt(DeliveryMessage.parse(body), new Date().toISOString()),
);
