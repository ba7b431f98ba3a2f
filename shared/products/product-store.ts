import { ownedStore } from '../platform/owned-store.ts';
import type { RecordType } from '../platform/record-type.ts';
import {
  createProduct,
  NewProduct,
  type Product,
  type ProductPatch,
  patchProduct,
  productRecord,
} from './product.ts';
import { ordersOf } from './product-projection.ts';
import { productShape } from './product-shape.ts';

/** PRODUCT-1: by id, one GetItem. */
export const productStore = ownedStore(productRecord);

/** PRODUCT-2: by sku or external id, two GetItems. */
export const productType: RecordType<Product, NewProduct, ProductPatch> = {
  of: productRecord,
  shape: productShape,
  store: productStore,
  untouched: NewProduct.parse({ name: '-' }),
  make: async (given, by) => ({ change: createProduct(given, by) }),
  edit: async (product, patch, by) => ({ change: patchProduct(product, patch, by) }),
  unique: async (_, written) => ({ name: 'sku', value: written.trim() }),
  orders: ordersOf,
};
