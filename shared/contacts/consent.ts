import * as z from 'zod';
import { invalidField } from '../core/errors.ts';
import { Instant } from '../core/instant.ts';
import { mergeTooLarge } from '../records/merging/merging.ts';

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
const tooMany = `At most ${most} purposes.`;
const few = <S extends z.ZodType>(schema: S) =>
  schema.refine((all) => Object.keys(all as object).length <= most, tooMany);
export const GivenConsents = few(z.record(Purpose, GivenConsent));
export const ConsentsPatch = few(z.record(Purpose, GivenConsent.nullable()));

/** Of contacts that are merged. Throws `merge_too_large`. */
export function assertFewPurposes(consents: Consents): void {
  if (Object.keys(consents).length <= most) return;
  throw mergeTooLarge(`Together they would have consents for more than ${most} purposes.`, '/consents');
}

type Given = Record<string, z.infer<typeof GivenConsent> | null>;
type One = Consents[string];
/** What is known of one purpose once somebody has said something of it. To say the same again leaves the moment, and the source if none is given. */
function saidAgain(
  before: One | undefined,
  { status, at, source }: z.infer<typeof GivenConsent>,
  now: string,
) {
  const same = before?.status === status ? before : undefined;
  const from = source ?? same?.source;
  return { status, at: at ?? same?.at ?? now, ...(from !== undefined && { source: from }) };
}

/** Throws `validation_failed` above twenty purposes. `null` takes out what is known of one. */
export function consentsAfter(known: Consents, given: Given, now: string): Consents {
  const said = Object.entries(given).map(([purpose, consent]) => {
    const before = Object.hasOwn(known, purpose) ? known[purpose] : undefined;
    return [purpose, consent && saidAgain(before, consent, now)] as const;
  });
  const all = new Map<string, One | null>([...Object.entries(known), ...said]);
  const after = Object.fromEntries([...all].filter((one): one is [string, One] => one[1] !== null));
  if (Object.keys(after).length > most) throw invalidField('/consents', 'too_big', tooMany);
  return after;
}
