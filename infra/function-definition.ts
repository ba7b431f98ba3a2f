import { existsSync } from 'node:fs';
import type { Route } from '../shared/core/route.ts';

/**
 * What a function may do, and with it which environment variables it gets (`constructs/grants.ts`). Nothing else is granted,
 * but what the trigger itself asks for (reading its queue or stream, writing its log).
 */
export type Grant =
  | 'table:read'
  | 'table:write'
  | 'audit:write'
  | 'audit:append'
  | 'mail-bucket:read'
  | 'mail-bucket:write'
  | 'mail-bucket:erase'
  | 'ledger:append'
  | 'exports-bucket:read'
  | 'exports-bucket:write'
  | 'exports-bucket:erase'
  | 'imports-bucket:read'
  | 'imports-bucket:write'
  | 'imports-bucket:erase'
  | 'files-bucket:read'
  | 'files-bucket:write'
  | 'files-bucket:erase'
  | 'keys-queue:send'
  | 'mail-queue:send'
  | 'webhooks-queue:send'
  | 'webhook-allow'
  | 'feed:write'
  | 'bus:put'
  | 'mail:send'
  | 'mail-domain'
  | 'mail-identity'
  | 'secret:read'
  | 'issuer'
  | 'user-pool'
  | 'public-url'
  | 'live-url'
  | 'live:post'
  | 'request-limits';

/** A pattern as EventBridge writes it: a stream filter, or a rule's pattern. */
export type Pattern = Record<string, unknown>;

export type Trigger =
  /**
   * Routes of the HTTP API; the one with `fallback` answers what no route matches. `stack`: where routes and function stand, beside the
   * API itself where nothing is said.
   */
  | { kind: 'api'; routes: readonly Route[]; fallback?: boolean; stack?: 'records' }
  | { kind: 'authorizer' }
  /** Every route of the WebSocket API: who comes, who goes, and what they say. */
  | { kind: 'websocket' }
  /**
   * The table's stream; a record passes where any filter matches. `parallel`: batches of a shard at once; of more than one, the
   * order is kept for an item, and not for a record's changes, which are items of their own.
   */
  | { kind: 'stream'; filters: readonly Pattern[]; batchSize: number; windowS: number; parallel: number }
  /** A queue that other parts fill. */
  | { kind: 'queue'; queue: 'keys' | 'mail' | 'webhooks'; batchSize: number; concurrency?: number }
  /** EventBridge Scheduler; the function gets `{ time }`, the moment that it was due. */
  | { kind: 'schedule'; name: string; expression: string }
  /** A rule on a bus, with a queue of its own between the bus and the function. `receives`: attempts before the dead letters, 5. */
  | {
      kind: 'bus';
      bus: 'crm' | 'default';
      pattern: Pattern;
      batchSize: number;
      concurrency?: number;
      receives?: number;
    };

export type Settings = {
  entry: `functions/${string}.ts`;
  memoryMB: number;
  timeoutS: number;
  trigger: Trigger;
  grants: readonly Grant[];
  /** Megabytes on the function's own disk; 512 where nothing is said, which costs nothing. */
  diskMB?: number;
  /**
   * Megabytes that V8 may keep; a semi-space of its young generation is then held to 8. Where nothing is said, Lambda sizes both by the memory, and
   * V8 takes what there is before it looks for what it can give back.
   */
  heapMB?: number;
};
/** One Lambda function. Its name comes from its file: functions/deals/api.ts is `deals-api`. */
export type FunctionDefinition = Settings & { name: string; capability: string };

/** Node's own options: traces by the source, and the heap where a function says how large it may be. */
export const nodeOptions = ({ heapMB }: Pick<Settings, 'heapMB'>): string[] => [
  '--enable-source-maps',
  // Both or none: Lambda leaves out its own two where one is given.
  ...(heapMB === undefined ? [] : [`--max-old-space-size=${heapMB}`, '--max-semi-space-size=8']),
];

/** Names a function by its file and refuses what cannot work. Throws an Error that names the entry. */
export function defineFunction(settings: Settings): FunctionDefinition {
  const { entry, trigger, timeoutS } = settings;
  if (!existsSync(new URL(`../${entry}`, import.meta.url)))
    throw new Error(`${entry} is in the manifest but not there`);
  if (['api', 'websocket'].includes(trigger.kind) && timeoutS > 29)
    throw new Error(`${entry}: API Gateway gives up after 29 or 30 s`);
  if (trigger.kind === 'api' && trigger.stack && trigger.routes.some(({ access }) => access === 'public'))
    throw new Error(`${entry}: public routes stand beside the stage that throttles them`);
  const name = entry
    .replace(/^functions\//, '')
    .replace(/\.ts$/, '')
    .replaceAll('/', '-');
  return { ...settings, name, capability: name.split('-')[0] as string };
}
