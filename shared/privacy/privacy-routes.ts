import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { ErasureBody } from './erasure.ts';
import { ExportBody } from './export.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const tag = 'Privacy';
const noBody = z.strictObject({});
const contactPath = z.object({ contactId: idOf('contact') });
const exampleContact = { contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const eraseContactRoute = defineRoute({
  operationId: 'eraseContact',
  method: 'POST',
  path: '/v1/contacts/{contactId}/erase',
  tag,
  summary: 'Erase a person',
  description:
    'The contact is an anonymous stub at once, and what else there is of the person goes within minutes: mails with their attachments, activities, what changes remember, kept answers, archives. Deals and tasks stay without what named the person, so that sums and counts stay as they are. The address can be neither imported nor written to again; the person may come back by their own form or mail. It cannot be undone. A second request answers with the same erasure.',
  access: 'erasures:write',
  ...nothing,
  params: contactPath,
  body: noBody,
  status: 202,
  response: ErasureBody,
  errors: ['contact_not_found'],
  example: { params: exampleContact, body: {} },
});

export const listErasuresRoute = defineRoute({
  operationId: 'listErasures',
  method: 'GET',
  path: '/v1/erasures',
  tag,
  summary: 'Erasures, newest first',
  access: 'erasures:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(ErasureBody),
  errors: ['cursor_invalid'],
  example: { query: { limit: 50 } },
});

export const getErasureRoute = defineRoute({
  operationId: 'getErasure',
  method: 'GET',
  path: '/v1/erasures/{erasureId}',
  tag,
  summary: 'How far an erasure is',
  description: 'What was deleted or emptied is counted; `done` says that nothing is left.',
  access: 'erasures:read',
  ...nothing,
  params: z.object({ erasureId: idOf('erasure') }),
  status: 200,
  response: ErasureBody,
  errors: ['erasure_not_found'],
  example: { params: { erasureId: 'er_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});

export const exportContactRoute = defineRoute({
  operationId: 'exportContact',
  method: 'POST',
  path: '/v1/contacts/{contactId}/export',
  tag,
  summary: 'Ask for all there is of a person as one archive',
  description:
    'A ZIP of the contact, its activities, deals and tasks as JSON, its timeline as CSV, its mails as they were sent, and their attachments; without what your roles hide from you. It is written within minutes (`GET /v1/exports/{exportId}`) and kept for seven days.',
  access: 'contacts:export',
  ...nothing,
  params: contactPath,
  body: noBody,
  status: 202,
  response: ExportBody,
  errors: ['contact_not_found', 'contact_erased', 'record_out_of_reach'],
  example: { params: exampleContact, body: {} },
});

export const getExportRoute = defineRoute({
  operationId: 'getExport',
  method: 'GET',
  path: '/v1/exports/{exportId}',
  tag,
  summary: 'An archive, with a link to it once it is there',
  description:
    'Only for who asked for it, and for who may see erasures. The link is good for five minutes; each one that is given out stands in the audit log.',
  access: 'contacts:export',
  ...nothing,
  params: z.object({ exportId: idOf('export') }),
  status: 200,
  response: ExportBody,
  showsMore: true,
  errors: ['export_not_found'],
  example: { params: { exportId: 'ex_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});

export const privacyRoutes = [
  eraseContactRoute,
  listErasuresRoute,
  getErasureRoute,
  exportContactRoute,
  getExportRoute,
];
