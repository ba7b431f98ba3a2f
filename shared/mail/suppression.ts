import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import type { Entry, Item, Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';

/** Why an address gets no marketing mail. */
export const suppressionReasons = ['unsubscribed', 'bounced', 'complained', 'manual'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/**
 * What an address was called before its hash had a key: whoever has a list of addresses can find it in one of hashes. Still
 * read, and still in the links of old mails; never written for an address that we know.
 */
export const plainHash = (folded: string) => createHash('sha256').update(folded).digest('base64url');

/** `hash` is the keyed one of the address, as `hashOfAddress` gives it. */
export const suppressionKey = (workspaceId: string, hash: string): Key => ({
  pk: `${workspacePk(workspaceId)}#SUPPRESSION#${hash}`,
  sk: 'SUPPRESSION',
});

const at = z.iso.datetime().optional();
/** What is known of an address, by its hash: each reason with the first moment of it. */
export const Suppression = z.object({
  hash: z.string(),
  /** Another with each write; none of what was written before there were lists, which then do not name it. */
  revision: z.string().optional(),
  unsubscribedAt: at,
  bouncedAt: at,
  complainedAt: at,
  manualAt: at,
  /** Who had the address when it was last heard of. */
  contactId: idOf('contact').optional(),
  /** Why it was put here by hand. */
  note: z.string().optional(),
});
export type Suppression = z.infer<typeof Suppression>;

export const suppressionOfItem = (item: Item): Suppression =>
  Suppression.parse({ ...item, hash: item.pk.slice(item.pk.lastIndexOf('#') + 1) });

/** Since when an address gets no marketing mail, by each reason that there is. */
export type Suppressed = Partial<Record<SuppressionReason, string>>;
export function suppressedBy(items: (Item | undefined)[]): Suppressed {
  const said = suppressionReasons.map((reason) => {
    const moments = items.flatMap((item) => (item?.[`${reason}At`] ? [String(item[`${reason}At`])] : []));
    return [reason, moments.toSorted()[0]] as const;
  });
  return Object.fromEntries(said.filter(([, moment]) => moment !== undefined));
}
/** The reasons that there are, the one that came last in front, with their moments. */
export const reasonsOf = (one: Suppression): { reason: SuppressionReason; at: string }[] =>
  suppressionReasons
    .flatMap((reason) => {
      const moment = one[`${reason}At`];
      return moment ? [{ reason, at: moment }] : [];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));

/** SUPPRESSION-3: the addresses of a workspace, or those of one reason, by the moment of the last that was said of them. */
export const suppressionListPk = (workspaceId: string, reason?: SuppressionReason) =>
  `${workspacePk(workspaceId)}#SUPPRESSIONS${reason ? `#${reason}` : ''}`;

/** Where an address stands in the lists. */
export function listedAs(workspaceId: string, one: Suppression | undefined): Entry[] {
  if (!one?.revision) return [];
  const reasons = reasonsOf(one);
  const entry = (pk: string, moment: string) => ({ pk, sk: `${moment}#${one.hash}`, hash: one.hash });
  return [
    ...reasons.map(({ reason, at: moment }) => entry(suppressionListPk(workspaceId, reason), moment)),
    ...reasons.slice(0, 1).map(({ at: moment }) => entry(suppressionListPk(workspaceId), moment)),
  ];
}

/** One more reason; the first moment of each stays. */
export const withReason = (
  one: Suppression,
  reason: SuppressionReason,
  moment: string,
  more: Pick<Suppression, 'contactId' | 'note'> = {},
): Suppression => ({
  ...one,
  [`${reason}At`]: one[`${reason}At`] ?? moment,
  ...(more.contactId && { contactId: more.contactId }),
  ...(more.note !== undefined && { note: more.note }),
});

/** Without what was said of it but these. A complaint stands. */
export function lifted(
  one: Suppression,
  reasons: readonly Exclude<SuppressionReason, 'complained'>[],
): Suppression {
  const gone = new Set<string>([
    ...reasons.map((reason) => `${reason}At`),
    ...(reasons.includes('manual') ? ['note'] : []),
  ]);
  return Object.fromEntries(Object.entries(one).filter(([name]) => !gone.has(name))) as Suppression;
}

/** Throws `complaint_stands`. */
export function assertLiftable({ complainedAt }: Suppression): void {
  if (!complainedAt) return;
  const detail = 'They called a mail of ours spam: marketing to this address stays shut.';
  throw new AppError('conflict', 'complaint_stands', detail);
}
