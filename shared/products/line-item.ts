import * as z from 'zod';
import { invalidField } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';

const name = z.string().trim().min(1).max(300);
const category = z.string().max(100);
const cents = z.int().nonnegative().max(1_000_000_000_000);
/** So many decimals, as a person counts them: 1.005 is a whole number of thousandths, whatever its binary form is. */
const hasDecimals = (most: number) => (value: number) =>
  Math.abs(value * 10 ** most - Math.round(value * 10 ** most)) < 1e-6;
/** Decimals are whole thousandths and hundredths, so that money is reckoned in whole numbers. */
const quantity = z
  .number()
  .positive()
  .max(1_000_000)
  .refine(hasDecimals(3), 'At most three decimals.')
  .describe('At most three decimals.');
const discountPercent = z
  .number()
  .min(0)
  .max(100)
  .refine(hasDecimals(2), 'At most two decimals.')
  .optional()
  .describe('At most two decimals.');

/** What is sold of one thing. It keeps the product's name, category and prices of the time: a product that changes later leaves it. */
export const LineItem = z.object({
  productId: idOf('product').optional(),
  name,
  category: category
    .optional()
    .describe("The product's; a line that was written before lines kept it has none."),
  quantity,
  /** Of one unit, before any discount. */
  unitAmountCents: cents,
  listAmountCents: cents
    .optional()
    .describe("The product's own price of a unit at that time, whatever the line is sold at."),
  discountPercent,
  amountCents: z.int().nonnegative().describe('Quantity times unit less the discount, half a cent up.'),
});
export type LineItem = z.infer<typeof LineItem>;
const told = "The product's, whatever is sent: a line can be sent as it was read.";
/** What of a line is not the sender's to say. */
const asRead = {
  category: category.optional().describe(told),
  listAmountCents: cents.optional().describe(told),
  amountCents: z.int().optional().describe('Reckoned, whatever is sent: a line can be sent as it was read.'),
};
/** A line as it is given: of a product, name and price are the product's where they are left out. */
export const NewLineItem = z
  .strictObject({
    productId: idOf('product').optional(),
    name: name.optional(),
    quantity: quantity.default(1),
    unitAmountCents: cents.optional(),
    discountPercent,
    ...asRead,
  })
  .refine(({ productId, name, unitAmountCents }) => productId ?? (name && unitAmountCents !== undefined), {
    message: 'A line has a productId, or a name and a unitAmountCents.',
  });
export type NewLineItem = z.infer<typeof NewLineItem>;
export const mostLines = 100;
/** The most that lines may come to: far above any sale, so that sums of many stay numbers that can be added up and kept. */
export const mostAmountCents = 100_000_000_000_000;

/** Cents of a line, in whole numbers all the way: a million pieces at a million would be wrong in floating point. */
function lineAmount({
  quantity,
  unitAmountCents,
  discountPercent = 0,
}: Pick<LineItem, 'quantity' | 'unitAmountCents' | 'discountPercent'>): number {
  const thousandths = BigInt(Math.round(quantity * 1000));
  const kept = BigInt(10_000 - Math.round(discountPercent * 100));
  const parts = BigInt(unitAmountCents) * thousandths * kept;
  const whole = 10_000_000n;
  return Number((parts + whole / 2n) / whole);
}

type Kept = Pick<LineItem, 'name' | 'category' | 'unitAmountCents' | 'listAmountCents'>;
/** A line with what it comes to. Its order of keys is that of the schema. */
export const lineOf = (item: NewLineItem, kept: Kept): LineItem => {
  const { name, category, unitAmountCents, listAmountCents } = kept;
  const { productId, quantity, discountPercent } = item;
  const line = {
    ...(productId && { productId }),
    name,
    ...(category !== undefined && { category }),
    quantity,
  };
  const given = {
    ...line,
    unitAmountCents,
    ...(listAmountCents !== undefined && { listAmountCents }),
    ...(discountPercent !== undefined && { discountPercent }),
  };
  return { ...given, amountCents: lineAmount(given) };
};
const linesAmount = (items: readonly LineItem[]) =>
  items.reduce((sum, { amountCents }) => sum + amountCents, 0);

/**
 * What a record comes to: its lines, whose sum an amount that is given must be; without lines the amount, else what it was.
 * Throws `validation_failed` with `amount_mismatch` at `/amountCents`, `too_big` at `/items`.
 */
export function amountOfLines<B extends number | undefined>(
  items: readonly LineItem[],
  given: number | undefined,
  before: B,
): number | B {
  if (items.length === 0) return given ?? before;
  const sum = linesAmount(items);
  if (sum > mostAmountCents)
    throw invalidField('/items', 'too_big', `At most ${mostAmountCents} cents in all.`);
  if (given !== undefined && given !== sum)
    throw invalidField('/amountCents', 'amount_mismatch', `The items come to ${sum}; leave the amount out.`);
  return sum;
}

/** Lines were reckoned in a currency: another one is a matter of other lines. Throws `validation_failed`. */
export function assertPriced(
  { items, currency }: { items: readonly LineItem[]; currency?: string | undefined },
  patch: { items?: unknown; currency?: string | undefined },
): void {
  if (patch.currency === undefined || patch.currency === currency || patch.items !== undefined) return;
  if (items.length === 0) return;
  const detail = `The items are priced in ${currency}; send them anew with another currency.`;
  throw invalidField('/currency', 'items_priced', detail);
}
