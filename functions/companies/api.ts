import { companyRecordRoutes } from '../../shared/companies/company-routes.ts';
import { companyType } from '../../shared/companies/company-store.ts';
import { api } from '../../shared/platform/api.ts';
import { recordOperations } from '../records/operations/record-operations.ts';

export const handler = api(recordOperations(companyType, companyRecordRoutes));
