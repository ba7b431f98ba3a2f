import { companyType } from '../../shared/companies/company-store.ts';
import type { GovernedKind } from '../../shared/core/policy.ts';
import type { AnyRecordType, Owned, RecordType } from '../../shared/platform/record-type.ts';

/** Every kind of record that can lie in the trash. */
export const recordTypes: Partial<Record<GovernedKind, AnyRecordType>> = {
  company: companyType as unknown as AnyRecordType,
};

/** One of them, for what does with each the same. */
export const typeNamed = (kind: string | undefined) =>
  recordTypes[kind as GovernedKind] as unknown as RecordType<Owned, object, object> | undefined;
