import * as z from 'zod';
import { defineRecord, recordBase } from '../core/record.ts';

/** How written forms of one mailbox are told to be the same contact. Fixed when the workspace is made. */
export const EmailFolding = z.object({
  /** `ada+news@x.org` is `ada@x.org`. */
  plusTag: z.boolean(),
  /** `a.da@gmail.com` is `ada@gmail.com`, and googlemail.com is gmail.com. */
  gmailDots: z.boolean(),
});
export type EmailFolding = z.infer<typeof EmailFolding>;

export const Workspace = z.object({
  ...recordBase('workspace'),
  name: z.string().min(1).max(200),
  emailFolding: EmailFolding,
  /** ISO 4217; the currency of a deal that names none. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** ISO 3166-1 alpha-2; the country of a phone number that names none. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** IANA time zone. */
  timeZone: z.string().max(64),
  defaultPipelineId: z.string(),
});
export type Workspace = z.infer<typeof Workspace>;
export const workspaceRecord = defineRecord('workspace', Workspace);
export const WorkspaceBody = Workspace.omit({ workspaceId: true });
