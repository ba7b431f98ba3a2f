import { Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { type Config, nameOf, placeOf } from '../config.ts';
import { type QueuePair, queuePair } from '../constructs/queue-pair.ts';

/**
 * What parts of the system hand to each other: the bus of domain events, the queue of keys that the projector looks at
 * again, and the queue of webhooks' attempts. It holds no function, so that every stack with functions may depend on it and none of them on another's.
 */
export function eventsStack(
  scope: Construct,
  id: string,
  config: Config,
  timeoutsS: { keys: number; webhooks: number },
) {
  const stack = new Stack(scope, id, {
    ...placeOf(config),
    description: 'Rapport: the bus of domain events, the queues of keys and of webhooks',
  });
  const bus = new EventBus(stack, 'crm', {
    eventBusName: nameOf(config, 'crm'),
    description: 'Domain events, put there from the stream of the table',
  });
  // What cannot be settled for now, as the table is throttled, is tried again for hours.
  const keys: QueuePair = queuePair(stack, 'keys', timeoutsS.keys, 20);
  const webhooks: QueuePair = queuePair(stack, 'webhooks', timeoutsS.webhooks);
  return { stack, bus, keys, webhooks };
}
