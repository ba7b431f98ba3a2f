import * as z from 'zod';
import { PageQuery } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { daysReplayed, FeedLine } from './feed-line.ts';

export const listChangesRoute = defineRoute({
  operationId: 'listChanges',
  method: 'GET',
  path: '/v1/changes',
  tag: 'Changes',
  summary: 'Everything that changed, in order, from where you were',
  description: `Ids and names of fields of every change of every record that you may read, ten seconds after it at the soonest. Begin without a cursor, which replays the last ${daysReplayed} days, or with \`from=now\`; then give each answer’s \`cursor\` back, at once while \`caughtUp\` is false, later when it is true. Nothing is left out; a change may come twice. Of one record they come in the order of \`recordVersion\`; skip one that is not newer than what you have. A page may be empty and yet have more behind it, where what changed is not for you. A cursor is good for ${daysReplayed} days: then it is \`cursor_expired\`.`,
  access: 'signed_in',
  params: z.object({}),
  query: PageQuery.extend({
    limit: PageQuery.shape.limit.unwrap().default(100).describe('The most changes that are looked at.'),
    from: z.literal('now').optional().describe('Begins at the end. Not together with a cursor.'),
  }).refine(({ cursor, from }) => cursor === undefined || from === undefined, {
    path: ['from'],
    error: 'Give a cursor or `from`, not both.',
  }),
  body: z.object({}),
  status: 200,
  response: z.object({
    items: z.array(FeedLine),
    cursor: z.string().describe('Give it back for what comes next; there always is one.'),
    caughtUp: z.boolean().describe('Whether this was all that there is for now.'),
  }),
  hidesCost: true,
  errors: ['cursor_invalid', 'cursor_expired'],
  example: { query: { limit: 50 } },
});

export const changeRoutes = [listChangesRoute];
