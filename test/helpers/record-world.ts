import { beforeAll, beforeEach } from 'vitest';
import { companyRecord } from '../../shared/companies/company.ts';
import { contactRecord } from '../../shared/contacts/contact.ts';
import { dealRecord } from '../../shared/deals/deal.ts';
import { userRecord } from '../../shared/identity/user.ts';
import { workspaceRecord } from '../../shared/workspaces/workspace.ts';
import { aCompany } from '../fixtures/company.ts';
import { aContact } from '../fixtures/contact.ts';
import { aDeal } from '../fixtures/deal.ts';
import { ann, ben, contactId } from '../fixtures/ids.ts';
import { aUser } from '../fixtures/user.ts';
import { aWorkspace } from '../fixtures/workspace.ts';
import { useTable } from './dynamo.ts';
import { keep } from './keep.ts';
import { useSecret } from './secret.ts';

/** For each test a table with a workspace of two users, a contact, a company, and a deal with the contact. */
export function aRecordWorld(): void {
  beforeAll(useSecret);
  beforeEach(async () => {
    await useTable();
    await keep(workspaceRecord, aWorkspace());
    for (const id of [ann, ben]) await keep(userRecord, aUser({ id, email: `${id}@acme.example` }));
    await keep(contactRecord, aContact());
    await keep(companyRecord, aCompany());
    await keep(dealRecord, aDeal({ contactId }));
  });
}
