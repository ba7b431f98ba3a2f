import type { Projection } from '../core/projection.ts';
import { listCounters, listEntries, textKey } from '../records/list-entries.ts';
import { trashable } from '../records/trashable.ts';
import { searchEntries } from '../search/search-entries.ts';
import { Product } from './product.ts';
import { productTexts } from './product-search.ts';

export const ordersOf = ({ name }: Product) => ({ name: textKey(name) });

export const productProjection: Projection = trashable({
  definition: 1,
  project({ record }) {
    const product = { ...Product.parse(record), ownerId: undefined };
    return {
      entries: [
        ...listEntries('product', product, { orders: ordersOf(product) }),
        ...searchEntries(product, productTexts(product)),
      ],
      counters: listCounters('product', product),
    };
  },
});
