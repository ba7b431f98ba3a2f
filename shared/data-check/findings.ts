import type { Finding } from './finding.ts';

/** An address of the web or of mail, a tag, or nothing but digits and signs: no name of anybody. */
export const isNoName = (name: string): boolean =>
  /https?:|www\.|@|<[^>]*>/i.test(name) || !/\p{L}/u.test(name);

/** Nobody answers for it. */
export const unowned = ({ ownerId }: { ownerId?: string | undefined }): Finding[] =>
  ownerId ? [] : [{ check: 'unowned', fields: ['ownerId'] }];

type Ends = { contactId?: string | undefined; companyId?: string | undefined };
/** It is of no customer. */
export const orphan = ({ contactId, companyId }: Ends): Finding[] =>
  contactId || companyId ? [] : [{ check: 'orphan', fields: ['contactId', 'companyId'] }];
