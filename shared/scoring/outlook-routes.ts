import * as z from 'zod';
import { defineRoute } from '../core/route.ts';
import { Outlook } from './outlook.ts';

const mostAtOnce = 100;

export const readContactOutlooksRoute = defineRoute({
  operationId: 'readContactOutlooks',
  method: 'POST',
  path: '/v1/contacts/outlooks/read',
  tag: 'Contacts',
  summary: 'Scores and risks of up to 100 contacts, with their reasons',
  description:
    'What lists and boards show beside contacts: how ready each is to buy, and how likely it leaves. Of contacts that are not there, or not to be seen, nothing is said.',
  access: 'contacts:read',
  params: z.object({}),
  query: z.object({}),
  body: z.strictObject({ ids: z.array(z.string().max(40)).min(1).max(mostAtOnce) }),
  status: 200,
  response: z.object({ items: z.array(Outlook) }),
  errors: [],
  example: { body: { ids: ['ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC'] } },
});
