import { idIn, type Naming, said } from './named.ts';

type Item = {
  name?: string;
  sku?: string;
  quantity?: number;
  unitAmountCents?: number;
  discountPercent?: number;
};

async function productId(naming: Naming, { sku, name }: Item): Promise<string | undefined> {
  const { namer } = naming;
  if (sku)
    return idIn(naming, await namer.byKey('product', 'sku', sku), {
      field: 'sku',
      what: 'product',
      written: sku,
    });
  if (!name) return undefined;
  return idIn(naming, await namer.byName('product', name), {
    field: 'product',
    what: 'product',
    written: name,
  });
}

/** What one piece costs, where the row says what all cost together and that can be told exactly. */
const unitOf = (amountCents: unknown, quantity: number): number | undefined => {
  if (typeof amountCents !== 'number') return undefined;
  const unit = amountCents / quantity;
  return Number.isInteger(unit) ? unit : undefined;
};

/**
 * The line that a row says: of a product that there is, else in its own words where its price is said. Without a price it is the product's
 * own; what is neither is left out, and the row's amount stands.
 */
async function lineOf(naming: Naming, item: Item): Promise<object | undefined> {
  const { quantity = 1, discountPercent } = item;
  const id = await productId(naming, item);
  const unitAmountCents = item.unitAmountCents ?? unitOf(naming.values.amountCents, quantity);
  const name = item.name ?? item.sku;
  const priced = unitAmountCents === undefined ? {} : { unitAmountCents };
  const more = { quantity, ...priced, ...(discountPercent !== undefined && { discountPercent }) };
  if (id) return { productId: id, ...more };
  return name && unitAmountCents !== undefined ? { name, ...more } : undefined;
}

/** What its lines come to is the amount: one that was told besides is left out. */
async function itemNamed(naming: Naming, item: Item): Promise<void> {
  const line = await lineOf(naming, item);
  if (!line) return;
  naming.values.items = [line];
  delete naming.values.amountCents;
}

export async function dealProductNamed(naming: Naming): Promise<void> {
  const name = said(naming, 'product');
  const quantity = naming.besides.quantity as number | undefined;
  if (name) await itemNamed(naming, { name, ...(quantity !== undefined && { quantity }) });
}
export async function orderItemNamed(naming: Naming): Promise<void> {
  const { item } = naming.besides;
  if (item) await itemNamed(naming, item as Item);
}
