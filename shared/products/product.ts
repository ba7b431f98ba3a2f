import * as z from 'zod';
import { type Context, idForNew } from '../core/actor.ts';
import { Currency } from '../core/codes.ts';
import { Day } from '../core/day.ts';
import { clearable, mergePatch } from '../core/patch.ts';
import { maskOf } from '../core/policy.ts';
import { defineOwned, governedBase, type Kept, nextVersion } from '../core/record.ts';
import { distinctFolded } from '../core/text.ts';
import { commonFields, commonPatch, commonUnique, keptFields } from '../records/common-fields.ts';

const oneEach = <T>(items: T[], name: (item: T) => string) => new Set(items.map(name)).size === items.length;

/** What one unit costs in a currency, from a day on: of several the one that began last. */
const Price = z.strictObject({
  currency: Currency,
  amountCents: z.int().nonnegative().max(1_000_000_000_000),
  validFrom: Day.optional(),
});
const text = (most: number) => z.string().trim().min(1).max(most);

const { ownerId: _, ...common } = commonFields;
const { ownerId: __, ...commonInPatch } = commonPatch;
const fields = {
  name: text(200),
  /** How the company itself calls it; no two products have one. */
  sku: text(100).optional(),
  description: z.string().trim().max(5000).optional(),
  category: text(100).optional(),
  /** What is counted: `piece`, `hour`, `kg`. */
  unit: text(40).optional(),
  /** Whether it is still sold. */
  active: z.boolean().default(true),
  prices: z
    .array(Price)
    .max(50)
    .refine(
      (prices) => oneEach(prices, ({ currency, validFrom = '' }) => `${currency} ${validFrom}`),
      'One price a currency and day from which it holds.',
    )
    .default([]),
};

export const Product = z.object({ ...governedBase('product'), ...fields, ...common, ...keptFields });
export type Product = z.infer<typeof Product>;
/** Nobody's: whoever reaches what is nobody's reaches all products. */
export const productRecord = defineOwned(
  'product',
  Product,
  () => undefined,
  (product) => [
    ...(product.sku ? [{ name: 'sku', value: product.sku, pointer: '/sku' }] : []),
    ...commonUnique('product', product),
  ],
);
export const ProductBody = Product.omit({ workspaceId: true, customKeys: true }).partial(maskOf('product'));

export const NewProduct = z.strictObject({ ...fields, ...common });
export type NewProduct = z.infer<typeof NewProduct>;
export const ProductPatch = z.strictObject({
  name: fields.name.optional(),
  sku: fields.sku.nullable(),
  description: fields.description.nullable(),
  category: fields.category.nullable(),
  unit: fields.unit.nullable(),
  active: fields.active.unwrap().optional(),
  prices: clearable(fields.prices.unwrap()),
  ...commonInPatch,
});
export type ProductPatch = z.infer<typeof ProductPatch>;

const sound = (product: Product): Product => ({ ...product, tags: distinctFolded(product.tags) });

export function createProduct(given: NewProduct, by: Context): Kept<Product> {
  const { actor, now } = by;
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after = sound({ ...given, ...base, id: idForNew('product', by) });
  return { of: productRecord, before: undefined, after, events: [] };
}

export function patchProduct(product: Product, patch: ProductPatch, { now }: Context): Kept<Product> {
  const after = nextVersion(sound(mergePatch(product, patch)), {}, now);
  return { of: productRecord, before: product, after, events: [] };
}

/** What a unit costs on a day (`YYYY-MM-DD`), in cents: the price that began last. Undefined where none in that currency has begun. */
export const priceOf = ({ prices }: Product, currency: string, day: string): number | undefined =>
  prices
    .filter((price) => price.currency === currency && (price.validFrom ?? day) <= day)
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))[0]?.amountCents;
