import type { Context } from '../../shared/core/actor.ts';
import { assertMatch } from '../../shared/core/match.ts';
import { changesNothing } from '../../shared/core/record.ts';
import { within } from '../../shared/core/scope.ts';
import { deleteLink, type Link, LinkBody, type LinkPatch, patchLink } from '../../shared/links/link.ts';
import {
  createLinkRoute,
  deleteLinkRoute,
  getLinkRoute,
  listDealContactsRoute,
  listLinksRoute,
  patchLinkRoute,
} from '../../shared/links/link-routes.ts';
import { linkStore, seenLink } from '../../shared/links/link-store.ts';
import { retryLostRace } from '../../shared/platform/again.ts';
import { Answer, api, operation } from '../../shared/platform/api.ts';
import type { Match } from '../../shared/platform/request.ts';
import { checkDuplicatesOperation } from '../duplicates/operations/check-duplicates.ts';
import { keepingOperations } from '../duplicates/operations/keep-apart.ts';
import { listDuplicatesOperation } from '../duplicates/operations/list-duplicates.ts';
import {
  listCompanyDuplicatesOperation,
  listContactDuplicatesOperation,
} from '../duplicates/operations/list-record-duplicates.ts';
import { runOperations } from '../duplicates/operations/runs.ts';
import { makeLink } from './operations/create-link.ts';
import { listDealContacts } from './operations/list-deal-contacts.ts';
import { listLinks } from './operations/list-links.ts';

const changeLink = (id: string, patch: LinkPatch, by: Context, match: Match): Promise<Link> =>
  retryLostRace(async () => {
    const link = await seenLink(within(by.actor), id, true);
    assertMatch(link, match);
    const change = patchLink(link, patch, by);
    if (changesNothing(change)) return link;
    await linkStore.save(change, by);
    return change.after;
  });
const removeLink = (id: string, by: Context, match: Match): Promise<void> =>
  retryLostRace(async () => {
    const link = await seenLink(within(by.actor), id, true);
    assertMatch(link, match);
    await linkStore.save(deleteLink(link), by);
  });

/** What is there already is no new one: 200, where the contract's 201 is of a new one. */
const there = (link: Link) =>
  new Answer({
    statusCode: 200,
    headers: { 'content-type': 'application/json', etag: `"${link.version}"` },
    body: JSON.stringify(LinkBody.parse(link)),
  });

export const handler = api([
  operation(createLinkRoute, async ({ body, ...by }) => {
    const { link, isNew } = await makeLink(body, by);
    return isNew ? link : there(link);
  }),
  operation(listLinksRoute, ({ actor, query: { limit, cursor, ...asked } }) =>
    listLinks(actor, asked, { limit, cursor }),
  ),
  operation(getLinkRoute, ({ actor, params }) => seenLink(within(actor), params.linkId)),
  operation(patchLinkRoute, ({ params, body, match, ...by }) => changeLink(params.linkId, body, by, match)),
  operation(
    deleteLinkRoute,
    ({ params, match, ...by }) => removeLink(params.linkId, by, match) as Promise<undefined>,
  ),
  operation(listDealContactsRoute, ({ actor, params }) => listDealContacts(actor, params.dealId)),
  listDuplicatesOperation,
  listContactDuplicatesOperation,
  listCompanyDuplicatesOperation,
  checkDuplicatesOperation,
  ...keepingOperations,
  ...runOperations,
]);
