import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { invalidField } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { TimeZone } from '../core/time-zone.ts';
import { CustomName } from '../fields/custom.ts';
import { lengthOf, mostNeverLogged, NeverLog, NeverLogPatch } from '../mail/never-log.ts';

/** How written forms of one mailbox are told to be the same contact. Fixed when the workspace is made. */
export const EmailFolding = z.object({
  /** `ada+news@x.org` is `ada@x.org`. */
  plusTag: z.boolean(),
  /** `a.da@gmail.com` is `ada@gmail.com`, and googlemail.com is gmail.com. */
  gmailDots: z.boolean(),
});
export type EmailFolding = z.infer<typeof EmailFolding>;

/** The most marketing mails that a contact gets in a stretch of days; null where nobody counts. */
const MarketingCap = z
  .strictObject({ most: z.int().min(1).max(20), days: z.int().min(1).max(31) })
  .nullable();
export type MarketingCap = z.infer<typeof MarketingCap>;

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
  undeclaredFields: z
    .enum(['accept', 'refuse'])
    .describe('Whether records take custom values by names that no field declares.'),
  mergeSure: z
    .boolean()
    .describe(
      'Whether contacts, and companies, that are one for sure (`isSure` of their pair) are to be merged without a question. Off where nothing is said.',
    ),
  marketingNeedsConsent: z
    .boolean()
    .describe(
      'Whether marketing mail goes only to who gave the consent `marketing`. Off where nothing is said: then it goes to whoever has not withdrawn it.',
    ),
  marketingCap: MarketingCap.describe(
    'The most marketing mails that a contact gets in so many days (of 24 hours); null: no limit. 4 in 7 days where nothing is said.',
  ),
};
const leftField = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/)
  .describe(
    'The key of a yes/no custom field of contacts that says whether a customer has left, from which the risk of leaving is learned. Where none is named, or it says it of too few, it is learned from who orders again.',
  );
/** Whether mails tell when they are opened and which links are followed. */
const MailTracking = z.object({
  marketing: z.boolean().default(true).describe('Of mails by templates that are marketing.'),
  personal: z.boolean().default(false).describe('Of mails that a person writes.'),
});
const MailTrackingPatch = z.strictObject({
  marketing: z.boolean().optional(),
  personal: z.boolean().optional(),
});
/** By kind, the custom field by which reports of it can be split besides. */
const reportKinds = ['deal', 'contact'] as const;
export type ReportKind = (typeof reportKinds)[number];
const ReportFields = z.object({
  deal: CustomName.optional(),
  contact: CustomName.optional(),
});
const ReportFieldsPatch = z.strictObject({
  deal: CustomName.nullish(),
  contact: CustomName.nullish(),
});
const reportFieldsWords =
  'One custom field of each kind by which reports can be split, by its key: one of type `choice`, `checkbox` or `text`.';

const timeZone = TimeZone.describe('IANA time zone, by which a day begins and ends.');

const neverLogWords =
  'With whom mail is never logged: addresses, and domains with all below them; 500 together. Such a message is skipped as `never_log` and deleted.';

export const Workspace = z.object({
  ...recordBase('workspace'),
  ...fields,
  undeclaredFields: fields.undeclaredFields.default('accept'),
  mergeSure: fields.mergeSure.default(false),
  marketingNeedsConsent: fields.marketingNeedsConsent.default(false),
  marketingCap: fields.marketingCap.default({ most: 4, days: 7 }),
  mailTracking: MailTracking.prefault({}).describe(
    'Whether mails carry a pixel, and links that lead over SES, which tell of opens and clicks. Of all other mails nothing is told.',
  ),
  emailFolding: EmailFolding,
  neverLog: NeverLog.default({ addresses: [], domains: [] }).describe(neverLogWords),
  defaultPipelineId: z.string(),
  reportFields: ReportFields.default({}).describe(reportFieldsWords),
  leftField: leftField.optional(),
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
  undeclaredFields: fields.undeclaredFields.optional(),
  mergeSure: fields.mergeSure.optional(),
  neverLog: NeverLogPatch.nullish().describe(neverLogWords),
  marketingNeedsConsent: fields.marketingNeedsConsent.optional(),
  marketingCap: fields.marketingCap.optional(),
  mailTracking: MailTrackingPatch.optional(),
  reportFields: ReportFieldsPatch.nullish().describe(reportFieldsWords),
  leftField: leftField.nullish(),
});
export type WorkspacePatch = z.infer<typeof WorkspacePatch>;

/** Throws `never_log_too_long`. */
export function patchWorkspace(
  workspace: Workspace,
  { marketingCap, ...patch }: WorkspacePatch,
  { now }: Context,
): Kept<Workspace> {
  const cap = marketingCap === undefined ? {} : { marketingCap }; // of the cap null is a value
  const merged = nextVersion(mergePatch(workspace, patch), cap, now);
  const after = {
    ...merged,
    neverLog: NeverLog.parse(merged.neverLog ?? {}),
    reportFields: merged.reportFields ?? {},
  };
  if (lengthOf(after.neverLog) > mostNeverLogged) {
    const detail = `The list may have ${mostNeverLogged} addresses and domains together.`;
    throw invalidField('/neverLog', 'never_log_too_long', detail);
  }
  return { of: workspaceRecord, before: workspace, after, events: [] };
}
