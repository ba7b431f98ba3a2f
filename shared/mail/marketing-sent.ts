import * as z from 'zod';
import type { Item, Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';

/** The most that a cap may count, and the most days that it may look back. */
const mostCounted = 20;
const mostDays = 31;

/** Marketing mails that were taken for sending to a contact, the latest last. `version` counts its writes. */
const MarketingSent = z.object({
  version: z.int(),
  sent: z.array(z.object({ messageId: z.string(), at: z.string() })),
});
export type MarketingSent = z.infer<typeof MarketingSent>;

/** SENT-1: beside a contact, in a partition of its own: a mail that goes changes nothing of the contact's page. */
export const marketingSentKey = (workspaceId: string, contactId: string): Key => ({
  pk: `${recordKey(workspaceId, 'contact', contactId).pk}#MARKETING`,
  sk: 'MARKETING',
});
export const marketingSentOf = (item: Item | undefined): MarketingSent =>
  item ? MarketingSent.parse(item) : { version: 0, sent: [] };

/** When others than this mail went; one that SES refused for now is taken again, and counts once. */
export const momentsOf = (known: readonly MarketingSent[], messageId: string | undefined): string[] =>
  known.flatMap(({ sent }) => sent.filter((one) => one.messageId !== messageId).map(({ at }) => at));

/** With this mail. As many as a cap may count stay. */
export function sentAlso({ version, sent }: MarketingSent, messageId: string, at: string): MarketingSent {
  const others = sent.filter((one) => one.messageId !== messageId);
  return { version: version + 1, sent: [...others, { messageId, at }].slice(-mostCounted) };
}
/** In seconds since 1970: when no cap looks back so far any more. */
export const forgottenAt = (at: string) => Math.ceil(Date.parse(at) / 1000) + (mostDays + 1) * 86_400;
