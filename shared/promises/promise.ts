import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { Day } from '../core/day.ts';
import { idOf, newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { maskOf } from '../core/policy.ts';
import { defineOwned, governedBase, type Kept, nextVersion } from '../core/record.ts';
import { distinctFolded } from '../core/text.ts';
import { commonFields, commonPatch, commonUnique, keptFields } from '../records/common-fields.ts';

export const PromiseStatus = z.enum(['open', 'kept', 'broken']);

const fields = {
  /** What was promised. */
  text: personal(z.string().trim().min(1).max(1000), '(erased)'),
  /** Until when. */
  dueOn: Day,
  dealId: idOf('deal'),
  /** To whom: the deal's contact of the time, whoever is the deal's later. */
  contactId: idOf('contact').optional(),
  status: PromiseStatus.default('open'),
};

export const DealPromise = z.object({
  ...governedBase('promise'),
  ...fields,
  ...commonFields,
  ...keptFields,
  keptAt: z.iso.datetime().optional(),
  brokenAt: z.iso.datetime().optional(),
  /** What named a person was taken out then. */
  erasedAt: z.iso.datetime().optional(),
});
export type DealPromise = z.infer<typeof DealPromise>;
/** Its owner is who promised. */
export const promiseRecord = defineOwned(
  'promise',
  DealPromise,
  ({ ownerId }) => ownerId,
  (promise) => commonUnique('promise', promise),
);
export const PromiseBody = DealPromise.omit({ workspaceId: true, customKeys: true }).partial(
  maskOf('promise'),
);

export const NewPromise = z.strictObject({
  ...fields,
  ...commonFields,
  ownerId: commonFields.ownerId.describe('Who promised: who makes it, where it is left out.'),
  contactId: fields.contactId.describe("To whom; the deal's contact where it is left out."),
});
export type NewPromise = z.infer<typeof NewPromise>;
export const PromisePatch = z.strictObject({
  text: fields.text.optional(),
  dueOn: fields.dueOn.optional(),
  dealId: fields.dealId.optional(),
  contactId: fields.contactId.nullable(),
  status: PromiseStatus.optional(),
  ...commonPatch,
});
export type PromisePatch = z.infer<typeof PromisePatch>;

/** When it was kept or broken; one that is open again was neither. */
function timed(before: DealPromise | undefined, after: DealPromise, now: string): DealPromise {
  if (before?.status === after.status) return after;
  const { keptAt: _, brokenAt: __, ...rest } = after;
  if (after.status === 'open') return rest;
  return { ...rest, ...(after.status === 'kept' ? { keptAt: now } : { brokenAt: now }) };
}
const sound = (promise: DealPromise): DealPromise => ({ ...promise, tags: distinctFolded(promise.tags) });

export function createPromise(given: NewPromise, { actor, now }: Context): Kept<DealPromise> {
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const made = sound({ ...given, ...base, id: newId('promise', now) });
  return { of: promiseRecord, before: undefined, after: timed(undefined, made, now), events: [] };
}

export function patchPromise(promise: DealPromise, patch: PromisePatch, { now }: Context): Kept<DealPromise> {
  const after = nextVersion(timed(promise, sound(mergePatch(promise, patch)), now), {}, now);
  return { of: promiseRecord, before: promise, after, events: [] };
}

/** Where a promise stands among others: what is open first, of these the one that is due first, so that the overdue lead. */
export const dueKey = ({ status, dueOn }: Pick<DealPromise, 'status' | 'dueOn'>) =>
  `${status === 'open' ? 0 : 1}#${dueOn}`;
