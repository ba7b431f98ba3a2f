import { companyMerging } from '../../../shared/companies/company-merging.ts';
import { companyType, standsInNoCircle } from '../../../shared/companies/company-store.ts';
import { contactMerging } from '../../../shared/contacts/contact-merging.ts';
import { contactType } from '../../../shared/contacts/contact-type-store.ts';
import type { MergeableKind } from '../../../shared/core/record.ts';
import type { Mergeable, MergingType } from '../operations/merge.ts';

const types = {
  contact: { type: contactType, merging: contactMerging },
  company: { type: companyType, merging: companyMerging, holding: standsInNoCircle },
};
/** The kinds of record that are merged, and how. */
export const mergingTypes = types as unknown as Record<MergeableKind, MergingType<Mergeable>>;
