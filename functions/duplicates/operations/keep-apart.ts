import type { Context } from '../../../shared/core/actor.ts';
import { invalidField } from '../../../shared/core/errors.ts';
import { within } from '../../../shared/core/scope.ts';
import type { MatchKind } from '../../../shared/duplicates/compared.ts';
import {
  keepCompaniesApartRoute,
  keepContactsApartRoute,
  unkeepCompaniesApartRoute,
  unkeepContactsApartRoute,
} from '../../../shared/duplicates/duplicate-routes.ts';
import { deleteLink, type Link, linkRecord, type NewLink } from '../../../shared/links/link.ts';
import { canonicalLink, notDuplicate } from '../../../shared/links/link-labels.ts';
import { assertMayLink, linkStore } from '../../../shared/links/link-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertSeen } from '../../../shared/platform/owned-store.ts';
import { makeLink } from '../../links/operations/create-link.ts';

type Ends = { fromId: string; toId: string };
const linkOf = (ends: Ends): NewLink => canonicalLink({ ...ends, label: notDuplicate });

/** Throws `<kind>_not_found` where one of the two is out of sight. */
async function assertBothSeen({ actor }: Context, kind: MatchKind, { fromId, toId }: Ends): Promise<void> {
  if (fromId === toId) throw invalidField('/otherId', 'linked_to_itself', 'A record is one with itself.');
  for (const id of [fromId, toId]) await assertSeen(within(actor), kind, id);
}

async function keepApart(kind: MatchKind, ends: Ends, by: Context): Promise<Link> {
  await assertBothSeen(by, kind, ends);
  return (await makeLink(linkOf(ends), by)).link;
}

async function takeBack(kind: MatchKind, ends: Ends, by: Context): Promise<undefined> {
  await assertBothSeen(by, kind, ends);
  await assertMayLink(within(by.actor), ends);
  const [unique] = linkRecord.unique({ ...linkOf(ends) } as Link);
  return retryLostRace(async () => {
    const found = unique && (await linkStore.findByUnique(by.actor.workspaceId, unique));
    if (found) await linkStore.save(deleteLink(found), by);
    return undefined;
  });
}

type OfContacts = { contactId: string; otherId: string };
const contacts = ({ contactId, otherId }: OfContacts): Ends => ({ fromId: contactId, toId: otherId });
type OfCompanies = { companyId: string; otherId: string };
const companies = ({ companyId, otherId }: OfCompanies): Ends => ({ fromId: companyId, toId: otherId });

export const keepingOperations = [
  operation(keepContactsApartRoute, ({ params, ...by }) => keepApart('contact', contacts(params), by)),
  operation(unkeepContactsApartRoute, ({ params, ...by }) => takeBack('contact', contacts(params), by)),
  operation(keepCompaniesApartRoute, ({ params, ...by }) => keepApart('company', companies(params), by)),
  operation(unkeepCompaniesApartRoute, ({ params, ...by }) => takeBack('company', companies(params), by)),
];
