import * as z from 'zod';
import { Instant } from '../core/instant.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { AuditEntry } from './audit-entry.ts';

const recordId = /^[a-z]{2}_[0-9A-HJKMNP-TV-Z]{26}$/;
/** An actor that is no record is a part of Rapport, called by a word. */
const actorId = /^(?:[a-z]{2}_[0-9A-HJKMNP-TV-Z]{26}|[a-z_]{1,40})$/;

export const AuditQuery = z
  .strictObject({
    ...PageQuery.shape,
    recordId: z.string().regex(recordId, 'Must be an id like ct_01J….').optional(),
    actorId: z
      .string()
      .regex(actorId, 'Must be an id like us_01J….')
      .optional()
      .describe('A user’s, or that of the form, the mail or the schedule that acted.'),
    from: Instant.optional().describe('Included. 30 days before `to` where only time is asked for.'),
    to: Instant.optional().describe('Not included. Now where only time is asked for.'),
  })
  .refine((query) => !(query.recordId && query.actorId), 'Ask by recordId or by actorId.')
  .refine(({ from = '', to = '~' }) => from < to, { error: 'Must be later than `from`.', path: ['to'] });
export type AuditQuery = z.output<typeof AuditQuery>;

export const listAuditRoute = defineRoute({
  operationId: 'listAudit',
  method: 'GET',
  path: '/v1/audit',
  tag: 'Audit',
  summary: 'Who did what, when and from where',
  description:
    'Every change of any record, sign-in and sign-out, use of a key, export and erasure, newest first: of a record, of an actor, or of everybody in a stretch of time. Changes show what was before and after, without the fields that your roles hide. A line stands in it within a second and is never changed or deleted. By time a page looks at eight days at most: it may be short or empty and yet have a `cursor`, which alone tells whether there is more. With `Accept: text/csv` the page is a CSV file (formulas made harmless) and its cursor is in the header `Rapport-Cursor`; taking it out is a line of the log too.',
  access: 'audit:read',
  params: z.object({}),
  query: AuditQuery,
  body: z.object({}),
  status: 200,
  response: pageOf(AuditEntry),
  errors: ['cursor_invalid'],
  example: { query: { from: '2026-11-01T00:00:00Z', to: '2026-11-08T00:00:00Z' } },
});

export const auditRoutes = [listAuditRoute];
