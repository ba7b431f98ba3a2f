import * as z from 'zod';
import { localDate } from '../core/local-day.ts';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import type { Pipeline } from '../deals/pipeline.ts';

export const sampleKinds = ['company', 'contact', 'deal', 'task', 'activity', 'order'] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** A record of the set, as its kind's `POST` would be given it. */
export type SampleRecord = { kind: SampleKind; key: string; given: object };
/** What the set is made up around. */
export type SampleWorld = {
  now: string;
  timeZone: string;
  ownerId: string;
  pipeline: Pipeline;
  /** Of a record that was made before, and is there still. */
  idOf: (key: string) => string | undefined;
};

const prefix = 'sample:';
const sampleTag = 'sample';
/** Whether a record is one of the set, as long as nobody gave it another id of their own. */
export const isSample = (record: object): boolean =>
  String((record as { externalId?: unknown }).externalId).startsWith(prefix);
/** What marks a record of the set, and whose it is. */
export const marked = (key: string, { ownerId }: SampleWorld) => ({
  externalId: `${prefix}${key}`,
  tags: [sampleTag],
  ownerId,
});

const dayMs = 86_400_000;
/** So many days from now, and as a date where the workspace is. */
export const momentIn = ({ now }: SampleWorld, days: number) =>
  new Date(Date.parse(now) + days * dayMs).toISOString();
export const dayIn = (world: SampleWorld, days: number) => localDate(momentIn(world, days), world.timeZone);

/** Which records of the set were made, in one item of the workspace: written with each step of them, and deleted last. */
export const SampleMark = z.object({
  version: z.int().default(0),
  /** How many of the steps are done. */
  steps: z.int().default(0),
  madeAt: z.iso.datetime().optional(),
  made: z.array(z.object({ kind: z.enum(sampleKinds), key: z.string(), id: z.string() })).default([]),
});
export type SampleMark = z.infer<typeof SampleMark>;
export const sampleMarkKey = (workspaceId: string): Key => ({
  pk: `${workspacePk(workspaceId)}#SAMPLE`,
  sk: 'SAMPLE',
});
