import { recordsMerged, recordsUnmerged } from '../core/record.ts';

/** After these what lies beside a contact is reckoned anew: whose activities and orders count as theirs is another. */
export const contactMergeEvents = [recordsMerged('contact'), recordsUnmerged('contact')];
/** Whose: of an unmerging also those that stand by themselves again. */
export const contactsReckoned = (recordId: string, mergedIds: readonly string[]): string[] => [
  recordId,
  ...mergedIds,
];
