import type { Cleaned } from './cleaned.ts';
import { customOf } from './custom-of.ts';
import { nameOr } from './name-or.ts';
import { booleanOf, currencyOf, instantOf, moneyOf } from './read-fields.ts';
import { lineOf, present, type Row, textOf, wordsOf } from './row.ts';

/** A price needs its currency: where neither the row nor the amount says one, the workspace's is for the import to add. */
function priced(row: Row): Cleaned {
  const price = moneyOf(row, 'price');
  const currency = currencyOf(row, 'currency') ?? price?.currency;
  if (!price) return { values: {}, besides: {} };
  if (!currency) return { values: {}, besides: { priceCents: price.cents } };
  return { values: { prices: [{ currency, amountCents: price.cents }] }, besides: {} };
}

/** A product's create body. */
export async function cleanProduct(row: Row): Promise<Cleaned> {
  const price = priced(row);
  const values = present<unknown>({
    name: nameOr(row, [row.said.get('sku')], 'product'),
    sku: lineOf(row, 'sku', 100),
    description: textOf(row, 'description', 5000),
    category: lineOf(row, 'category', 100),
    unit: lineOf(row, 'unit', 40),
    active: booleanOf(row, 'active'),
    ...price.values,
    tags: wordsOf(row, 'tags'),
    externalId: lineOf(row, 'externalId'),
    custom: customOf(row),
  });
  return { values, besides: present({ ...price.besides, createdAt: instantOf(row, 'createdAt') }) };
}
