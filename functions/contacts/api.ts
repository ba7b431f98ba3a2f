import { api } from '../../shared/platform/api.ts';
import { createContactOperation } from './operations/create-contact.ts';
import { getContactOperation } from './operations/get-contact.ts';
import { listContactHistoryOperation } from './operations/list-contact-history.ts';
import { listContactTimelineOperation } from './operations/list-contact-timeline.ts';
import { listContactsOperation } from './operations/list-contacts.ts';
import { patchContactOperation } from './operations/patch-contact.ts';

export const handler = api([
  createContactOperation,
  getContactOperation,
  patchContactOperation,
  listContactsOperation,
  listContactTimelineOperation,
  listContactHistoryOperation,
]);
