import type { SQSEvent } from 'aws-lambda';
import { expect } from 'vitest';
import { acme } from '../fixtures/ids.ts';
import { readAll, settleAll } from './dynamo.ts';

type Published = { type: string; data: unknown };
type To = { handler: (event: SQSEvent) => Promise<unknown>; types: readonly string[] };

/** Every event so far, as the queues of consumers hand it on, with all indexes up to date before and after. */
export async function deliverTo(to: readonly To[]): Promise<void> {
  await settleAll();
  const all: { type: string; body: string }[] = [];
  for await (const item of readAll()) {
    if (item.type !== 'change') continue;
    for (const [n, event] of (item.events as Published[]).entries()) {
      const { type, ...rest } = event;
      const detail = { ...rest, id: `${item.id}.${n}`, workspaceId: acme, at: item.at };
      all.push({ type, body: JSON.stringify({ 'detail-type': type, detail }) });
    }
  }
  for (const { handler, types } of to) {
    const Records = all
      .filter(({ type }) => types.includes(type))
      .map(({ body }, n) => ({ body, messageId: `${n}` }));
    expect(await handler({ Records } as unknown as SQSEvent)).toEqual({ batchItemFailures: [] });
  }
  await settleAll();
}
