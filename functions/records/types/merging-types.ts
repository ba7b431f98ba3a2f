import { companyRecord } from '../../../shared/companies/company.ts';
import { companyMerging } from '../../../shared/companies/company-merging.ts';
import { standsInNoCircle } from '../../../shared/companies/company-store.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { contactMerging } from '../../../shared/contacts/contact-merging.ts';
import type { MergeableKind } from '../../../shared/core/record.ts';
import type { Mergeable, MergingType } from '../operations/merge.ts';

const types = {
  contact: { type: { of: contactRecord }, merging: contactMerging },
  company: { type: { of: companyRecord }, merging: companyMerging, holding: standsInNoCircle },
};
/** The kinds of record that are merged, and how. */
export const mergingTypes = types as unknown as Record<MergeableKind, MergingType<Mergeable>>;
