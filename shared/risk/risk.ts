import * as z from 'zod';
import { type Item, nameOf, type Seen } from '../core/projection.ts';
import { NextContactWhy } from './next-contact.ts';

export const RiskBand = z.enum(['low', 'medium', 'high']);
export type RiskBand = z.infer<typeof RiskBand>;
const RiskCode = z.enum([
  'last_order',
  'late',
  'orders',
  'spending',
  'money',
  'customer_since',
  'tickets',
  'rating',
  'silent',
]);

/** Why a risk is what it is: `points` of the hundred that this adds, or takes away. What words about it need is beside it. */
export const StoredReason = z.object({
  code: RiskCode,
  points: z.int(),
  on: z.iso.date().optional(),
  everyDays: z.number().optional(),
  count: z.number().optional(),
  percent: z.number().optional(),
  amountCents: z.number().optional(),
  currency: z.string().optional(),
  score: z.number().optional(),
});
export type StoredReason = z.infer<typeof StoredReason>;

/**
 * How likely a customer leaves, beside the contact rather than in it: it moves with every order and with time, and no editing of the
 * contact fails for that. `version` counts its writes; who has bought nothing has none of the rest.
 */
export const Risk = z.object({
  version: z.int(),
  risk: z.int().min(0).max(100).optional(),
  riskBand: RiskBand.optional(),
  reasons: z.array(StoredReason).default([]),
  medianGapDays: z.number().optional(),
  nextContactOn: z.iso.date().optional(),
  nextContactWhy: NextContactWhy.optional(),
  /** When it is to be reckoned anew, since it grows with time alone. */
  lookAt: z.iso.datetime().optional(),
  /**
   * Whether a custom field says that they have left, and when it did at the latest. What was bought by then is learned from, and nothing
   * that came after.
   */
  left: z.object({ field: z.string(), value: z.boolean().optional(), at: z.iso.datetime() }).optional(),
  /** When what it is reckoned by was learned; it was not where this is left out. */
  learnedAt: z.iso.datetime().optional(),
});
export type Risk = z.infer<typeof Risk>;
/** Before the record itself, so that the Query for its page has it. */
export const riskSk = 'ATRISK';
/** The type of its item: that it is another is told to who looks at it. */
export const riskType = 'risk';
export const riskOf = (item: Item | undefined): Risk =>
  item ? Risk.parse(item) : { version: 0, reasons: [] };

/** What conditions on contacts are asked of. */
export function riskFacts({ record, borrowed }: Seen): Pick<Risk, 'risk' | 'riskBand' | 'nextContactOn'> {
  if (record.erasedAt) return {};
  const { risk, riskBand, nextContactOn } = riskOf(borrowed.get(nameOf({ pk: record.pk, sk: riskSk })));
  return {
    ...(risk !== undefined && { risk, riskBand }),
    ...(nextContactOn && { nextContactOn }),
  };
}

/** What a yes/no custom field of a contact says; undefined where it says nothing. */
export function saidBy(contact: object, field: string): boolean | undefined {
  const custom: Record<string, unknown> = 'custom' in contact ? Object(contact.custom) : {};
  const value = custom[field];
  return typeof value === 'boolean' ? value : undefined;
}
/** Whether the field that says who has left says another thing than is kept. */
export const isLeftOther = (contact: object, { left }: Risk): boolean =>
  left !== undefined && saidBy(contact, left.field) !== left.value;
