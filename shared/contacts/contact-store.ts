import { recordStore } from '../platform/record-store.ts';
import { contactRecord } from './contact.ts';

/** CONTACT-1: by id, one GetItem. CONTACT-2: by e-mail, `findByUnique`, two. */
export const contactStore = recordStore(contactRecord);
