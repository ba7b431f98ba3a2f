import * as z from 'zod';
import type { Consents } from '../contacts/consent.ts';
import type { MarketingCap } from '../workspaces/workspace.ts';
import { refusals } from './refusals.ts';
import type { Suppressed } from './suppression.ts';

export const Refusal = z
  .enum(refusals)
  .describe(
    '`person_erased`: nobody writes to an erased person. All others are of marketing mail alone. `complained`, `bounced`, `unsubscribed`, `manual`: the address is on the suppression list. `no_consent`: the consent `marketing` was withdrawn, or was never given in a workspace that asks for it. `open_ticket`: a ticket of priority `high` or `urgent` is open or pending. `bad_rating`: the last rating, of the last 90 days, is 1 or 2. `frequency_cap`: they got as much as the workspace’s `marketingCap` lets them.',
  );
export type Refusal = z.infer<typeof Refusal>;

/** A rating of so much or less is bad, and keeps marketing away for so long. */
const badScore = 2;
const badDays = 90;
const dayMs = 86_400_000;

/** All that is known when it is decided whether a mail may go. */
export type MailFacts = {
  marketing: boolean;
  isErased: boolean;
  suppressed: Suppressed;
  /** None where the mail is to nobody's contact. */
  consents?: Consents | undefined;
  hasPressingTicket: boolean;
  lastRating?: { score: number; at: string } | undefined;
  /** When other marketing mail was sent to the contact. */
  sentAt: readonly string[];
  needsConsent: boolean;
  cap: MarketingCap;
  now: string;
};

const ago = (now: string, days: number) => new Date(Date.parse(now) - days * dayMs).toISOString();

function lacksConsent({ consents, needsConsent }: MailFacts): boolean {
  const status = consents?.marketing?.status;
  return status === 'withdrawn' || (consents !== undefined && needsConsent && status !== 'granted');
}
const isBadlyRated = ({ lastRating, now }: MailFacts) =>
  lastRating !== undefined && lastRating.score <= badScore && lastRating.at > ago(now, badDays);
const isCapped = ({ cap, sentAt, now }: MailFacts) =>
  cap !== null && sentAt.filter((at) => at > ago(now, cap.days)).length >= cap.most;

const rules: Record<Refusal, (facts: MailFacts) => boolean> = {
  person_erased: ({ isErased }) => isErased,
  complained: ({ suppressed }) => suppressed.complained !== undefined,
  bounced: ({ suppressed }) => suppressed.bounced !== undefined,
  unsubscribed: ({ suppressed }) => suppressed.unsubscribed !== undefined,
  manual: ({ suppressed }) => suppressed.manual !== undefined,
  no_consent: lacksConsent,
  open_ticket: ({ hasPressingTicket }) => hasPressingTicket,
  bad_rating: isBadlyRated,
  frequency_cap: isCapped,
};

/** Why a mail is not to go, the gravest reason there is; undefined where it may. */
export const refusalIn = (facts: MailFacts): Refusal | undefined =>
  refusals.find((refusal) => (facts.marketing || refusal === 'person_erased') && rules[refusal](facts));
