import { Product, productRecord } from '../../shared/products/product.ts';
import { type AccessKind, noOwners } from './access-kind.ts';

export const productKind: AccessKind = {
  kind: 'product',
  name: 'Product',
  names: 'Products',
  of: productRecord as never,
  secrets: (which) => ({ tags: `private-product-${which}`, custom: `PRIVATE-product-${which}` }),
  record: ({ ownerId: _, ...base }, name, { tags, custom }) =>
    Product.parse({ ...base, name, tags: [tags], custom: { secret: custom }, category: 'Mills' }),
  plain: {},
  body: (n) => ({ name: 'Mill', prices: [{ currency: 'EUR', amountCents: n }], custom: { budget: n } }),
  sets: ['prices', 'custom'],
  patch: { prices: [], description: 'Said again' },
  patchSets: ['prices'],
  orders: ['name'],
  classes: noOwners,
};
