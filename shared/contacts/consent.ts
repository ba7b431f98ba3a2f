import * as z from 'zod';
import { Instant } from '../core/instant.ts';

/** What for: `newsletter`, `calls`, whatever the workspace asks people. */
const Purpose = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Like `newsletter` or `calls`.');

/** What a person agreed to, or took back, for one purpose, and how that is known (GDPR, Art. 7 (1)). */
const Consent = z.strictObject({
  status: z.enum(['granted', 'withdrawn']),
  at: z.iso.datetime(),
  /** Where it was said: a form, a call, a letter. */
  source: z.string().trim().min(1).max(200).optional(),
});
const GivenConsent = Consent.extend({
  at: Instant.optional().describe('When it was said; now where it is left out.'),
});
export const Consents = z.record(Purpose, Consent);
export type Consents = z.infer<typeof Consents>;
const most = 20;
const few = <S extends z.ZodType>(schema: S) =>
  schema.refine((all) => Object.keys(all as object).length <= most, `At most ${most} purposes.`);
export const GivenConsents = few(z.record(Purpose, GivenConsent));
export const ConsentsPatch = few(z.record(Purpose, GivenConsent.nullable()));

type Given = Record<string, z.infer<typeof GivenConsent> | null>;
/** Every consent with its moment. One that says again what is known keeps the moment at which it was said first. */
export function withMoments<G extends Given>(
  given: G,
  known: Consents,
  now: string,
): { [K in keyof G]: null extends G[K] ? Consents[string] | null : Consents[string] } {
  const dated = Object.entries(given).map(([purpose, consent]) => {
    const before = Object.hasOwn(known, purpose) ? known[purpose] : undefined;
    const at = consent?.at ?? (before && before.status === consent?.status ? before.at : now);
    return [purpose, consent && { ...consent, at }];
  });
  return Object.fromEntries(dated);
}
