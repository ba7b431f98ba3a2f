import * as z from 'zod';
import { kindOfId } from '../core/ids.ts';
import { pageKinds } from '../core/policy.ts';
import { recordKey } from '../core/record.ts';

/** Records that may have files: those that somebody owns. What happened with a person (an activity) has them at the person. */
export const parentKinds = pageKinds;
export const ParentKind = z.enum(parentKinds);
export type ParentKind = z.infer<typeof ParentKind>;

export const parentKindOf = (id: string): ParentKind | undefined => {
  const kind = kindOfId(id);
  return parentKinds.find((one) => one === kind);
};
export const ParentId = z
  .string()
  .max(29)
  .refine(
    (id) => /^[a-z]{2}_[0-9A-HJKMNP-TV-Z]{26}$/.test(id) && parentKindOf(id) !== undefined,
    `The id of one of these: ${parentKinds.join(', ')}.`,
  );

export const parentKey = (workspaceId: string, id: string) =>
  recordKey(workspaceId, parentKindOf(id) ?? 'contact', id);

export type Parent = { kind: ParentKind; id: string; ownerId: string | undefined };
