import type { RecordShape } from '../records/record-shape.ts';
import { NewProduct, ProductBody, ProductPatch } from './product.ts';

export const productShape = {
  kind: 'product',
  name: 'Product',
  names: 'Products',
  tag: 'Products',
  a: 'a product',
  example: {
    id: 'pr_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
    created: {
      name: 'Difference engine',
      sku: 'DE-2',
      category: 'Engines',
      unit: 'piece',
      prices: [{ currency: 'EUR', amountCents: 4_821_00 }],
    },
    patch: { active: false, category: null },
  },
  body: ProductBody,
  created: NewProduct,
  patch: ProductPatch,
  orders: ['name'],
  related: [],
  matchBy: ['externalId', 'sku'],
  errors: ['sku_taken'],
} as const satisfies RecordShape;
