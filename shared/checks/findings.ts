import type { Finding } from './finding.ts';

const notCalledSo = /https?:|\bwww\.|\S+@\S+\.\S+|<[^>]*>/i;
/** An address of the web or of mail, a tag, or nothing but digits and signs: no name of anybody. */
export const isNoName = (name: string): boolean => notCalledSo.test(name) || !/\p{L}/u.test(name);
/** The same of a company, which may be called 1&1. */
export const isNoCompany = (name: string): boolean => notCalledSo.test(name) || !/[\p{L}\p{N}]/u.test(name);

/** Nobody answers for it. */
export const unowned = ({ ownerId }: { ownerId?: string | undefined }): Finding[] =>
  ownerId ? [] : [{ check: 'unowned', fields: ['ownerId'] }];

type Ends = { contactId?: string | undefined; companyId?: string | undefined };
/** It is of no customer. */
export const orphan = ({ contactId, companyId }: Ends): Finding[] =>
  contactId || companyId ? [] : [{ check: 'orphan', fields: ['contactId', 'companyId'] }];
