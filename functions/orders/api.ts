import { orderRecordRoutes } from '../../shared/orders/order-routes.ts';
import { orderType } from '../../shared/orders/order-store.ts';
import { api } from '../../shared/platform/api.ts';
import { productRecordRoutes } from '../../shared/products/product-routes.ts';
import { productType } from '../../shared/products/product-store.ts';
import { recordOperations } from '../records/operations/record-operations.ts';

/** What is sold and what was bought are asked for together, and so stay warm together. */
export const handler = api([
  ...recordOperations(productType, productRecordRoutes),
  ...recordOperations(orderType, orderRecordRoutes),
]);
