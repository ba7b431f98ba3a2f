import { mergeRoutes } from '../records/merging/merge-routes.ts';
import { recordRoutes, routesOf } from '../records/record-routes.ts';
import { companyShape } from './company-shape.ts';

export const companyRecordRoutes = recordRoutes(companyShape);
export const companyMergeRoutes = mergeRoutes(companyShape);
export const companyRoutes = [...routesOf(companyRecordRoutes), ...Object.values(companyMergeRoutes)];
