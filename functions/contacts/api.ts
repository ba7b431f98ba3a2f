import {
  contactBatchRoutes,
  createContactRoute,
  deleteContactRoute,
  patchContactRoute,
  upsertContactRoute,
} from '../../shared/contacts/contact-routes.ts';
import { contactType } from '../../shared/contacts/contact-type-store.ts';
import { api } from '../../shared/platform/api.ts';
import { writingOperations } from '../records/operations/record-operations.ts';
import { getContactOperation } from './operations/get-contact.ts';
import { listContactHistoryOperation } from './operations/list-contact-history.ts';
import { listContactTimelineOperation } from './operations/list-contact-timeline.ts';
import { listContactsOperation } from './operations/list-contacts.ts';

export const handler = api([
  ...writingOperations(contactType, {
    create: createContactRoute,
    change: patchContactRoute,
    remove: deleteContactRoute,
    upsert: upsertContactRoute,
    batch: contactBatchRoutes,
  }),
  getContactOperation,
  listContactsOperation,
  listContactTimelineOperation,
  listContactHistoryOperation,
]);
