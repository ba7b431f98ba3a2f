import { recordRoutes, routesOf } from '../records/record-routes.ts';
import { orderShape } from './order-shape.ts';

export const orderRecordRoutes = recordRoutes(orderShape);
export const orderRoutes = routesOf(orderRecordRoutes);
