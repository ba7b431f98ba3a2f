import { companyMerging } from '../../shared/companies/company-merging.ts';
import { companyMergeRoutes, companyRecordRoutes } from '../../shared/companies/company-routes.ts';
import { companyType, standsInNoCircle } from '../../shared/companies/company-store.ts';
import { api } from '../../shared/platform/api.ts';
import { mergeOperations } from '../records/operations/merge-operations.ts';
import { recordOperations } from '../records/operations/record-operations.ts';

export const handler = api([
  ...recordOperations(companyType, companyRecordRoutes),
  ...mergeOperations(
    { type: companyType, merging: companyMerging, holding: standsInNoCircle } as never,
    companyMergeRoutes,
  ),
]);
