import * as z from 'zod';
import { sourceKey } from '../contacts/lead-source.ts';
import { type Context, idForNew } from '../core/actor.ts';
import { Currency } from '../core/codes.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { mostAmountCents } from '../products/line-item.ts';
import { MonthField } from './period.ts';

const name = z.string().trim().min(1).max(100);
const fields = {
  month: MonthField,
  source: name.describe(
    'A source as reports have it: `LinkedIn` and `linkedin` are one, and it is kept in that spelling.',
  ),
  campaign: name
    .optional()
    .describe('What was spent on this campaign alone; without one, on the source besides its campaigns.'),
  amountCents: z.int().nonnegative().max(mostAmountCents),
  currency: Currency,
};

/** What was spent on a source in a month. */
export const Spend = z.object({ ...recordBase('spend'), ...fields });
export type Spend = z.infer<typeof Spend>;

type SpendKey = Pick<Spend, 'month' | 'source' | 'campaign'>;
/** The unique value by which the spend of a month, a source and a campaign is found. */
export const spendKey = ({ month, source, campaign = '' }: SpendKey) => ({
  name: 'spend',
  value: `${month}\n${source}\n${campaign}`,
});
export const spendRecord = defineRecord('spend', Spend, (spend) => [
  // Of two that make it at once the second changes what the first has made.
  { ...spendKey(spend), code: 'version_conflict', pointer: '/month' },
]);
export const SpendBody = Spend.omit({ workspaceId: true });

export const PutSpend = z.strictObject({
  ...fields,
  currency: Currency.optional().describe('The workspace’s where it is left out.'),
});
export type PutSpend = z.infer<typeof PutSpend>;

/** The same in the spelling in which it is kept and found. */
export const spelled = ({ source, campaign, ...rest }: PutSpend): PutSpend => ({
  ...rest,
  source: sourceKey(source) ?? source,
  ...(campaign !== undefined && { campaign: sourceKey(campaign) ?? campaign }),
});

/** What is spent from now on where something was spent before, or what is spent at all. */
export function putSpend(
  before: Spend | undefined,
  { currency, ...given }: PutSpend,
  workspace: { currency: string },
  by: Context,
): Kept<Spend> {
  const { actor, now } = by;
  if (before) {
    const amount = { amountCents: given.amountCents, currency: currency ?? before.currency };
    return { of: spendRecord, before, after: nextVersion(before, amount, now), events: [] };
  }
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const id = idForNew('spend', by);
  const after = { ...base, ...given, id, currency: currency ?? workspace.currency };
  return { of: spendRecord, before: undefined, after, events: [] };
}

export const deleteSpend = (before: Spend): Change<Spend> => ({
  of: spendRecord,
  before,
  after: undefined,
  events: [],
});
