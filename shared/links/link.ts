import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { invalidField } from '../core/errors.ts';
import { kindOfId, newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { type PageKind, pageKinds } from '../core/policy.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { caseFolded } from '../core/text.ts';
import { canonicalLink, isBuiltin } from './link-labels.ts';

/** What can be linked: all but activities, which name their contact and deals themselves. */
export const linkKinds = pageKinds;
export type LinkKind = PageKind;
export const linkKindOf = (id: string): LinkKind | undefined => {
  const kind = kindOfId(id);
  return linkKinds.find((one) => one === kind);
};
export const LinkedId = z
  .string()
  .max(40)
  .refine(
    (id) => /^[a-z]{2}_[0-9A-HJKMNP-TV-Z]{26}$/.test(id) && linkKindOf(id) !== undefined,
    `The id of a ${linkKinds.join(', a ')}.`,
  );

const label = z.string().trim().min(1).max(40);
const note = z.string().trim().min(1).max(1000);
const fields = {
  fromId: LinkedId,
  toId: LinkedId,
  label: personal(label, 'related').describe(
    'What the first is to the second: one of those built in (docs/records.md), or words of your own.',
  ),
  inverseLabel: personal(label.optional()).describe(
    'The same read from the other end, of words of your own; where it is left out they read alike.',
  ),
  note: personal(note.optional()),
};
export const Link = z.object({ ...recordBase('link'), ...fields });
export type Link = z.infer<typeof Link>;
export const linkRecord = defineRecord('link', Link, ({ fromId, toId, label }) => [
  { name: 'link', value: `${fromId}#${caseFolded(label)}#${toId}`, pointer: '/label' },
]);
export const LinkBody = Link.omit({ workspaceId: true });
export const NewLink = z.strictObject(fields);
export type NewLink = z.infer<typeof NewLink>;
export const LinkPatch = z.strictObject({
  label: label.optional(),
  inverseLabel: label.nullish(),
  note: note.nullish(),
});
export type LinkPatch = z.infer<typeof LinkPatch>;

/** Throws `validation_failed`. */
function assertWords(label: string, inverseLabel: string | null | undefined): void {
  if (!inverseLabel || !isBuiltin(label)) return;
  const detail = `${label} is built in and says itself how it reads from the other end: leave the inverseLabel out.`;
  throw invalidField('/inverseLabel', 'label_builtin', detail);
}

/** Throws `validation_failed` for a record that is linked to itself, and for an inverse of a label that has one. */
export function createLink(given: NewLink, { actor, now }: Context): Kept<Link> {
  if (given.fromId === given.toId)
    throw invalidField('/toId', 'linked_to_itself', 'A record cannot be linked to itself.');
  assertWords(given.label, given.inverseLabel);
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after: Link = { ...canonicalLink(given), ...base, id: newId('link', now) };
  return { of: linkRecord, before: undefined, after, events: [] };
}

/** A label that reads from the other end turns the link. Throws `validation_failed` for an inverse of a label that has one. */
export function patchLink(link: Link, patch: LinkPatch, { now }: Context): Kept<Link> {
  assertWords(patch.label ?? link.label, patch.inverseLabel);
  const after = nextVersion(canonicalLink(mergePatch(link, patch)), {}, now);
  return { of: linkRecord, before: link, after, events: [] };
}

export const deleteLink = (link: Link): Change<Link> => ({
  of: linkRecord,
  before: link,
  after: undefined,
  events: [],
});
