import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { idOf } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';

/** How written forms of one mailbox are told to be the same contact. Fixed when the workspace is made. */
export const EmailFolding = z.object({
  /** `ada+news@x.org` is `ada@x.org`. */
  plusTag: z.boolean(),
  /** `a.da@gmail.com` is `ada@gmail.com`, and googlemail.com is gmail.com. */
  gmailDots: z.boolean(),
});
export type EmailFolding = z.infer<typeof EmailFolding>;

function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const fields = {
  name: z.string().trim().min(1).max(200),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe('ISO 4217; the currency of a deal that names none.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('ISO 3166-1 alpha-2; the country of a phone number that names none.'),
  timeZone: z.string().max(64),
};
const timeZone = fields.timeZone
  .refine(isTimeZone, 'Name an IANA time zone, like Europe/Berlin.')
  .describe('IANA time zone, by which a day begins and ends.');

export const Workspace = z.object({
  ...recordBase('workspace'),
  ...fields,
  emailFolding: EmailFolding,
  defaultPipelineId: z.string(),
});
export type Workspace = z.infer<typeof Workspace>;
export const workspaceRecord = defineRecord('workspace', Workspace);
export const WorkspaceBody = Workspace.omit({ workspaceId: true });

export const NewWorkspace = z.strictObject({
  name: fields.name,
  currency: fields.currency.optional(),
  country: fields.country.optional(),
  timeZone: timeZone.optional(),
});
export type NewWorkspace = z.infer<typeof NewWorkspace>;
export const WorkspacePatch = NewWorkspace.partial().extend({
  defaultPipelineId: idOf('pipeline').optional(),
});
export type WorkspacePatch = z.infer<typeof WorkspacePatch>;

export const patchWorkspace = (
  workspace: Workspace,
  patch: WorkspacePatch,
  { now }: Context,
): Kept<Workspace> => ({
  of: workspaceRecord,
  before: workspace,
  after: nextVersion(mergePatch(workspace, patch), {}, now),
  events: [],
});
