import { companyType } from '../../shared/companies/company-store.ts';
import type { GovernedKind } from '../../shared/core/policy.ts';
import type { AnyRecordType } from '../../shared/platform/record-type.ts';

/** Every kind of record that can lie in the trash. */
export const recordTypes: Partial<Record<GovernedKind, AnyRecordType>> = {
  company: companyType as unknown as AnyRecordType,
};
