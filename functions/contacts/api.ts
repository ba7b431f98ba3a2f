import {
  contactBatchRoutes,
  contactMergeRoutes,
  createContactRoute,
  deleteContactRoute,
  listContactsRoute,
  patchContactRoute,
  searchContactsRoute,
  upsertContactRoute,
} from '../../shared/contacts/contact-routes.ts';
import { contactType } from '../../shared/contacts/contact-type-store.ts';
import { api } from '../../shared/platform/api.ts';
import { mergeOperations } from '../records/operations/merge-operations.ts';
import { listRecords, searchRecords, writingOperations } from '../records/operations/record-operations.ts';
import { mergingTypes } from '../records/types/merging-types.ts';
import { getContactOperation } from './operations/get-contact.ts';
import { getContactRatingsOperation } from './operations/get-contact-ratings.ts';
import { getMailStatusOperation } from './operations/get-mail-status.ts';
import { listContactHistoryOperation } from './operations/list-contact-history.ts';
import { listContactTimelineOperation } from './operations/list-contact-timeline.ts';
import { readContactOutlooksOperation } from './operations/read-contact-outlooks.ts';

const list = listRecords(contactType as never, listContactsRoute as never);

export const handler = api([
  ...writingOperations(contactType, {
    create: createContactRoute,
    change: patchContactRoute,
    remove: deleteContactRoute,
    upsert: upsertContactRoute,
    batch: contactBatchRoutes,
  }),
  getContactOperation,
  list,
  searchRecords(list, searchContactsRoute),
  listContactTimelineOperation,
  listContactHistoryOperation,
  getMailStatusOperation,
  getContactRatingsOperation,
  readContactOutlooksOperation,
  ...mergeOperations(mergingTypes.contact, contactMergeRoutes),
]);
