import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { env } from './env.ts';
import { backoff } from './pause.ts';

export type Outgoing = { type: string; detail: object };
const client = new EventBridgeClient({});
const patience = 4;
const requestsAtOnce = 5;

async function putTen<E extends Outgoing>(events: E[]): Promise<E[]> {
  const { Entries = [] } = await client.send(
    new PutEventsCommand({
      Entries: events.map(({ type, detail }) => ({
        EventBusName: env('EVENT_BUS_NAME'),
        Source: 'crm',
        DetailType: type,
        Detail: JSON.stringify(detail),
      })),
    }),
  );
  return events.filter((_, i) => Entries[i]?.ErrorCode !== undefined);
}

/**
 * Publishes events, ten a request, and answers those that the bus did not take. PutEvents can fail entry by entry; what
 * failed is tried again with jitter first.
 */
export async function publish<E extends Outgoing>(events: E[]): Promise<E[]> {
  let waiting = events;
  for (let tries = 0; waiting.length > 0 && tries < patience; tries++) {
    if (tries > 0) await backoff(tries, 100);
    const tens = Array.from({ length: Math.ceil(waiting.length / 10) }, (_, i) =>
      waiting.slice(i * 10, i * 10 + 10),
    );
    const failed: E[] = [];
    for (let n = 0; n < tens.length; n += requestsAtOnce)
      failed.push(...(await Promise.all(tens.slice(n, n + requestsAtOnce).map(putTen))).flat());
    waiting = failed;
  }
  return waiting;
}
