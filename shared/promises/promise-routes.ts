import { recordRoutes, routesOf } from '../records/record-routes.ts';
import { promiseShape } from './promise-shape.ts';

export const promiseRecordRoutes = recordRoutes(promiseShape);
export const promiseRoutes = routesOf(promiseRecordRoutes);
