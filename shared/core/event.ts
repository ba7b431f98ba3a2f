import * as z from 'zod';

/** What happened, in ids and field names, never in values: there is less to erase and less to leak. */
export type DomainEvent = { type: string; version: number; data: Record<string, unknown> };

/**
 * Declares one event: its creator, its parser, and the pattern an EventBridge rule matches it by.
 * Events arrive at least once and in any order; consumers are safe to run twice.
 */
export function defineEvent<T extends string, S extends z.ZodObject>(type: T, version: number, data: S) {
  const create = (value: z.input<S>) => ({ type, version, data: data.parse(value) });
  const envelope = z.object({
    id: z.string(),
    workspaceId: z.string(),
    at: z.string(),
    version: z.literal(version),
    data,
  });
  return Object.assign(create, {
    type,
    version,
    schema: data,
    parse: (raw: unknown) => envelope.parse(raw),
    pattern: { source: ['crm'], 'detail-type': [type], detail: { version: [version] } },
  });
}
export type EventContract<D = unknown> = {
  type: string;
  version: number;
  parse: (raw: unknown) => { id: string; workspaceId: string; at: string; data: D };
  pattern: { source: string[]; 'detail-type': string[]; detail: { version: number[] } };
};

/** A rule's pattern for any of several events, all of one version. */
export const patternOfAny = (contracts: readonly Pick<EventContract, 'type' | 'version'>[]) => ({
  source: ['crm'],
  'detail-type': contracts.map(({ type }) => type),
  detail: { version: [...new Set(contracts.map(({ version }) => version))] },
});
