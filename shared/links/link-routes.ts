import * as z from 'zod';
import { ContactBody } from '../contacts/contact.ts';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { type Veil, veiled } from '../core/veil.ts';
import { RecordHead } from '../records/record-head.ts';
import { LinkBody, LinkedId, LinkPatch, linkKinds, NewLink } from './link.ts';
import { builtinLabels } from './link-labels.ts';

const none = { params: z.object({}), query: z.object({}), body: z.object({}) };
const params = z.object({ linkId: idOf('link') });
const examplePath = { linkId: 'lk_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const rights =
  'Who sees both records sees the link; who may edit either may set it. While one lies in the trash the link is out of sight, and when it is purged the link goes.';

export const createLinkRoute = defineRoute({
  operationId: 'createLink',
  method: 'POST',
  path: '/v1/links',
  tag: 'Links',
  summary: 'Link two records',
  description: `The label says what the first is to the second. Built in are ${builtinLabels.map((label) => `\`${label}\``).join(', ')}, each with what it reads from the other end: a link that is told from there is the same one. Two records have one link of a label: what is there already is answered as it is, with 200. ${rights} At most 200 links a record.`,
  access: 'signed_in',
  ...none,
  body: NewLink,
  status: 201,
  also: [200],
  response: LinkBody,
  errors: ['reference_unknown', 'record_out_of_reach', 'contact_erased', 'link_taken', 'too_many_links'],
  example: {
    body: {
      fromId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      toId: 'dl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      label: 'decides_on',
      note: 'Signs above 10,000.',
    },
  },
});

const LinkLine = LinkBody.omit({ fromId: true, toId: true, inverseLabel: true })
  .extend({ record: RecordHead.describe('The record at the other end.') })
  .describe('A link, read with the record in front that was asked about.');

export const listLinksRoute = defineRoute({
  operationId: 'listLinks',
  method: 'GET',
  path: '/v1/links',
  tag: 'Links',
  summary: 'The links of a record, from whichever end they were made, newest first',
  description: `Those whose other record one may see. A new link stands here within a second. ${rights}`,
  access: 'signed_in',
  hidesCost: true, // what is out of sight is looked at as well
  ...none,
  query: PageQuery.extend({
    recordId: LinkedId,
    label: z.string().trim().min(1).max(40).optional().describe('As it reads with this record in front.'),
    type: z.enum(linkKinds).optional().describe('The kind of the other record.'),
  }),
  status: 200,
  response: pageOf(LinkLine),
  errors: ['record_not_found', 'cursor_invalid'],
  example: { query: { recordId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC', type: 'deal' } },
});

export const getLinkRoute = defineRoute({
  operationId: 'getLink',
  method: 'GET',
  path: '/v1/links/{linkId}',
  tag: 'Links',
  summary: 'Read a link',
  access: 'signed_in',
  ...none,
  params,
  status: 200,
  response: LinkBody,
  errors: ['link_not_found'],
  example: { params: examplePath },
});

export const patchLinkRoute = defineRoute({
  operationId: 'patchLink',
  method: 'PATCH',
  path: '/v1/links/{linkId}',
  tag: 'Links',
  summary: 'Change what a link says',
  description: `RFC 7396. A label that is built in for the other direction turns the link. ${rights}`,
  access: 'signed_in',
  ...none,
  params,
  body: LinkPatch,
  status: 200,
  response: LinkBody,
  errors: ['link_not_found', 'record_out_of_reach', 'version_mismatch', 'link_taken'],
  example: { params: examplePath, body: { note: null } },
});

export const deleteLinkRoute = defineRoute({
  operationId: 'deleteLink',
  method: 'DELETE',
  path: '/v1/links/{linkId}',
  tag: 'Links',
  summary: 'Take a link away',
  description: 'At once and for good: a link has no trash.',
  access: 'signed_in',
  ...none,
  params,
  status: 204,
  response: z.undefined(),
  errors: ['link_not_found', 'record_out_of_reach', 'version_mismatch'],
  example: { params: examplePath },
});

const DealContact = z.object({
  contact: ContactBody,
  primary: z.boolean().describe('Whether the deal’s `contactId` names it.'),
  roles: z.array(z.string()).describe('What else it is to the deal: the labels of its links.'),
});
const veilContacts: Veil = (who, page: { items: { contact: { ownerId?: string } }[] }) => ({
  ...page,
  items: page.items.map((item) => ({ ...item, contact: veiled(who, 'contact', item.contact) })),
});
export const listDealContactsRoute = defineRoute({
  operationId: 'listDealContacts',
  method: 'GET',
  path: '/v1/deals/{dealId}/contacts',
  tag: 'Deals',
  summary: 'Everybody who has a part in a deal, each with their roles',
  description:
    'First the deal’s own contact, then those that are linked to it (`POST /v1/links`), of whom one may see; all on one page. A contact’s deals by its links are `GET /v1/links?type=deal`.',
  access: 'deals:read',
  ...none,
  params: z.object({ dealId: idOf('deal') }),
  status: 200,
  veil: veilContacts,
  response: pageOf(DealContact),
  errors: ['deal_not_found'],
  example: { params: { dealId: 'dl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});

export const linkRoutes = [
  createLinkRoute,
  listLinksRoute,
  getLinkRoute,
  patchLinkRoute,
  deleteLinkRoute,
  listDealContactsRoute,
];
