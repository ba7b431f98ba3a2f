import * as z from 'zod';
import { Language } from '../core/codes.ts';
import { invalidField } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import { Instant } from '../core/instant.ts';
import { weekdays } from '../core/local-day.ts';
import { LocalTime } from '../core/local-time.ts';
import { mergePatch } from '../core/patch.ts';
import type { Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { TimeZone } from '../core/time-zone.ts';
import { notificationTypes } from '../notifications/notification-types.ts';
import { isEndless } from '../notifications/quiet-hours.ts';

const mostPinned = 20;
const steps = z.array(z.string().trim().min(1).max(40)).max(50);
const pinned = z
  .array(idOf('view'))
  .max(mostPinned)
  .refine((ids) => new Set(ids).size === ids.length, 'A view is named twice.');

const Weekdays = z
  .array(z.enum(weekdays))
  .max(7)
  .refine((days) => new Set(days).size === days.length, 'A day is named twice.');
const TimeThere = LocalTime.describe('By the wall clock where they are.');

const channels = { console: z.boolean(), mail: z.boolean() };
const Channels = z.object(channels).partial();
const QuietHours = z.object({
  from: TimeThere,
  to: TimeThere.describe('On the day after, where that is not later than `from`.'),
  days: Weekdays.optional().describe('On which they begin; every day where nothing is said.'),
});
const agenda = { on: z.boolean(), at: TimeThere, days: Weekdays };
const Agenda = z.object(agenda).partial();

const fields = {
  theme: z.enum(['light', 'dark', 'system']).optional(),
  language: Language.optional().describe('BCP 47; the browser’s where nothing is said.'),
  timeZone: TimeZone.optional().describe('The browser’s where nothing is said.'),
  weekStartsOn: z.enum(['monday', 'sunday', 'saturday']).optional(),
  startPage: z.enum(['today', 'board']).optional(),
  signature: z
    .string()
    .trim()
    .max(2000)
    .optional()
    .describe('Plain text that stands under the mails that one writes.'),
  pinned: pinned
    .optional()
    .describe('Views in the order in which they are shown; one that is gone since is none.'),
};
const guide = {
  dismissedAt: Instant.optional(),
  done: steps.optional().describe('Steps by names of the console’s own.'),
};
/** How somebody likes the console to be, theirs alone. What they said nothing of is absent. */
export const Preferences = z.object({
  ...fields,
  guide: z.object(guide).optional().describe('Where they are in the first steps.'),
  notifications: z
    .partialRecord(z.enum(notificationTypes), Channels)
    .optional()
    .describe('Where they are told of what: docs/notifications.md says what holds where nothing is said.'),
  quietHours: QuietHours.optional().describe(
    'A notification’s mail waits until they are over; on the console it is at once. Whole days on every day are refused (`quiet_hours_endless`).',
  ),
  agenda: Agenda.optional().describe(
    'A mail in the morning with what the day asks for: at 07:00 from Monday to Friday where nothing is said.',
  ),
});
export type Preferences = z.infer<typeof Preferences>;

export const PreferencesPatch = z.strictObject({
  theme: fields.theme.nullable(),
  language: fields.language.nullable(),
  timeZone: fields.timeZone.nullable(),
  weekStartsOn: fields.weekStartsOn.nullable(),
  startPage: fields.startPage.nullable(),
  signature: fields.signature.nullable(),
  pinned: fields.pinned.nullable(),
  guide: z.strictObject({ dismissedAt: guide.dismissedAt.nullable(), done: guide.done.nullable() }).nullish(),
  notifications: z
    .partialRecord(
      z.enum(notificationTypes),
      z.strictObject({ console: channels.console.nullish(), mail: channels.mail.nullish() }).nullable(),
    )
    .nullish(),
  quietHours: z.strictObject({ ...QuietHours.shape, days: Weekdays.nullish() }).nullish(),
  agenda: z
    .strictObject({ on: agenda.on.nullish(), at: agenda.at.nullish(), days: agenda.days.nullish() })
    .nullish(),
});
export type PreferencesPatch = z.infer<typeof PreferencesPatch>;

/** As an item beside the user, whom others read: `version` counts its writes. */
export const KeptPreferences = Preferences.extend({ version: z.int().default(0) });
export type KeptPreferences = z.infer<typeof KeptPreferences>;
export const preferencesSk = 'PREFERENCES';
export const preferencesKey = (workspaceId: string, userId: string): Key => ({
  pk: recordKey(workspaceId, 'user', userId).pk,
  sk: preferencesSk,
});
export const preferencesOf = (item: unknown): KeptPreferences => KeptPreferences.parse(item ?? {});

/** Throws `quiet_hours_endless`. */
function assertEnding({ quietHours }: Preferences): void {
  if (!quietHours || !isEndless(quietHours)) return;
  const detail = 'Quiet hours that begin as they end, on every day, never end: leave a time, or a day, free.';
  throw invalidField('/preferences/quietHours', 'quiet_hours_endless', detail);
}

/** RFC 7396; null clears all of them. The next version, also where it says the same. Throws `quiet_hours_endless`. */
export function patchPreferences(
  { version, ...before }: KeptPreferences,
  patch: PreferencesPatch | null,
): KeptPreferences {
  const after = patch === null ? {} : mergePatch<Preferences>(before, patch);
  if (patch?.quietHours) assertEnding(after);
  return { ...after, version: version + 1 };
}
