import { recordRoutes, routesOf } from '../records/record-routes.ts';
import { productShape } from './product-shape.ts';

export const productRecordRoutes = recordRoutes(productShape);
export const productRoutes = routesOf(productRecordRoutes);
