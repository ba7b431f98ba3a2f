import { AppError, type ErrorDetail } from '../core/errors.ts';
import { hiddenFields } from '../core/rights.ts';
import type { Scope } from '../core/scope.ts';
import { type LineItem, lineOf, mostAmountCents, type NewLineItem } from './line-item.ts';
import { type Product, priceOf } from './product.ts';
import { productStore } from './product-store.ts';

type Known = { items: readonly LineItem[]; currency: string };
type At = { currency: string /** YYYY-MM-DD */; day: string; known?: Known };

const unknown = (pointer: string, id: string): ErrorDetail => ({
  pointer: `${pointer}/productId`,
  code: 'reference_unknown',
  detail: `There is no product ${id}.`,
});
const priceless = (pointer: string, { id }: Product, currency: string): ErrorDetail => ({
  pointer: `${pointer}/unitAmountCents`,
  code: 'price_missing',
  detail: `The product ${id} has no price in ${currency} on that day: give the line its unitAmountCents.`,
});
const tooMuch = (pointer: string): ErrorDetail => ({
  pointer: `${pointer}/quantity`,
  code: 'too_big',
  detail: `A line comes to ${mostAmountCents} cents at most.`,
});
const codeOf = ({ code }: ErrorDetail) => (code === 'too_big' ? 'validation_failed' : code);

type Around = {
  before: LineItem | undefined;
  product: Product | undefined;
  price: number | undefined;
  /** The record was in this currency before, too. */
  isSameCurrency: boolean;
};
/**
 * What a line keeps of its product beside name and price. One that is sent again with its price is the line of before and keeps what that kept;
 * one that takes its price from the product as it is now takes these from it as well.
 */
function keptOf(
  { unitAmountCents }: NewLineItem,
  { before, product, price, isSameCurrency }: Around,
): Pick<LineItem, 'category' | 'listAmountCents'> {
  const isAsBefore = before !== undefined && (unitAmountCents !== undefined || !product);
  const category = isAsBefore ? before.category : product?.category;
  const listAmountCents = isAsBefore && isSameCurrency ? before.listAmountCents : price;
  return { category, listAmountCents };
}

/** A line of a product that is there, or of one that the record named already, whatever became of it. */
function lineFrom(
  item: NewLineItem,
  pointer: string,
  { currency, day, known = { items: [], currency } }: At,
  product: Product | undefined,
): LineItem | ErrorDetail {
  const { productId } = item;
  const before = productId ? known.items.find((line) => line.productId === productId) : undefined;
  if (productId && !product && !before) return unknown(pointer, productId);
  const name = item.name ?? product?.name ?? before?.name ?? '';
  const price = product && priceOf(product, currency, day);
  const unitAmountCents = item.unitAmountCents ?? price ?? (product ? undefined : before?.unitAmountCents);
  if (unitAmountCents === undefined) return priceless(pointer, product as Product, currency);
  const around = { before, product, price, isSameCurrency: known.currency === currency };
  const line = lineOf(item, { name, unitAmountCents, ...keptOf(item, around) });
  return line.amountCents > mostAmountCents ? tooMuch(pointer) : line;
}

/**
 * Lines as they are kept: name and price are the products' own where they were left out, category and list price are always theirs. A product need only be there now,
 * since a line keeps all that it says of it: one BatchGet. Whoever does not see prices is filled in none. `known`: lines that
 * the record had.
 * Throws `reference_unknown` and `price_missing` with pointers into `/items`.
 */
export async function linesOf(scope: Scope, items: readonly NewLineItem[], at: At): Promise<LineItem[]> {
  const ids = [...new Set(items.flatMap(({ productId }) => productId ?? []))];
  const products = ids.length > 0 ? await productStore.getMany(scope, ids) : [];
  const hidesPrices = hiddenFields(scope, 'product', undefined).has('prices');
  const byId = new Map(
    products.map((product) => [product.id, hidesPrices ? { ...product, prices: [] } : product]),
  );
  const lines = items.map((item, n) => lineFrom(item, `/items/${n}`, at, byId.get(item.productId ?? '')));
  const errors = lines.filter((line): line is ErrorDetail => 'pointer' in line);
  const [first] = errors;
  if (first) throw new AppError('invalid', codeOf(first), first.detail, { errors });
  return lines as LineItem[];
}
