import * as z from 'zod';
import { PageQuery, pageOf } from '../core/page.ts';
import { governedKinds } from '../core/policy.ts';
import { defineRoute } from '../core/route.ts';
import type { Veil } from '../core/veil.ts';
import { AnyRecord, veiledAny } from './any-record.ts';

const none = { params: z.object({}), query: z.object({}), body: z.object({}) };
const one = { params: z.object({ recordId: z.string().max(40) }) };
const example = { params: { recordId: 'cm_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } };

const Trashed = z.object({
  type: z.enum(governedKinds),
  id: z.string(),
  deletedAt: z.iso.datetime(),
  purgeAt: z.iso.datetime().describe('Until when it can be restored.'),
  record: AnyRecord,
});
const veilTrash: Veil = (who, page: { items: { record: { id: string } }[] }) => ({
  ...page,
  items: page.items.map((item) => ({ ...item, record: veiledAny(who, item.record) })),
});
const veilRestored: Veil = (who, record: { id: string }) => veiledAny(who, record);
const asRecord = 'It asks for the right to delete records of that kind.';

export const listTrashRoute = defineRoute({
  operationId: 'listTrash',
  method: 'GET',
  path: '/v1/trash',
  tag: 'Trash',
  summary: 'The deleted records of a kind that one may see, newest first',
  description:
    'What was deleted stands here within a second, and for 30 days. A deleted record that others name is still named by them: its id stays in their fields, and to read it is 404. One Query a partition and one BatchGet a page.',
  access: 'signed_in',
  ...none,
  query: PageQuery.extend({ type: z.enum(governedKinds).describe('The kind of record.') }),
  status: 200,
  veil: veilTrash,
  response: pageOf(Trashed),
  errors: ['permission_missing', 'cursor_invalid'],
  example: { query: { type: 'company', limit: 50 } },
});

export const restoreRecordRoute = defineRoute({
  operationId: 'restoreRecord',
  method: 'POST',
  path: '/v1/trash/{recordId}/restore',
  tag: 'Trash',
  summary: 'Have a deleted record back as it was',
  description: `With its timeline, its files, its links and all that names it. Where another record has taken since what no two may have (an address, a domain, an id), the answer is 409 and says in \`existingId\` which: change that one, then restore. ${asRecord}`,
  access: 'signed_in',
  ...none,
  ...one,
  status: 200,
  veil: veilRestored,
  response: AnyRecord,
  errors: [
    'not_in_trash',
    'permission_missing',
    'record_out_of_reach',
    'owner_out_of_reach',
    'email_taken',
    'domain_taken',
    'external_id_taken',
    'field_value_taken',
    'sku_taken',
    'number_taken',
  ],
  example,
});

export const purgeRecordRoute = defineRoute({
  operationId: 'purgeRecord',
  method: 'DELETE',
  path: '/v1/trash/{recordId}',
  tag: 'Trash',
  summary: 'Delete a record for good, before its 30 days are over',
  description: `Nobody sees it from then on. What is left of it goes within minutes: its history, its files, its links, of a contact the activities and their mails too. What names it is emptied of its id; docs/records.md says which. ${asRecord}`,
  access: 'signed_in',
  ...none,
  ...one,
  status: 204,
  response: z.undefined(),
  errors: ['not_in_trash', 'permission_missing', 'record_out_of_reach'],
  example,
});

export const trashRoutes = [listTrashRoute, restoreRecordRoute, purgeRecordRoute];
