import { companyMergeRoutes, companyRecordRoutes } from '../../shared/companies/company-routes.ts';
import { companyType } from '../../shared/companies/company-store.ts';
import { api } from '../../shared/platform/api.ts';
import { mergeOperations } from '../records/operations/merge-operations.ts';
import { recordOperations } from '../records/operations/record-operations.ts';
import { mergingTypes } from '../records/types/merging-types.ts';

export const handler = api([
  ...recordOperations(companyType, companyRecordRoutes),
  ...mergeOperations(mergingTypes.company, companyMergeRoutes),
]);
