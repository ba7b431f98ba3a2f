import * as z from 'zod';
import { CompanyBody } from '../companies/company.ts';
import { ContactBody } from '../contacts/contact.ts';
import { defineRoute } from '../core/route.ts';
import { veilHits } from '../core/veil.ts';
import { DealBody } from '../deals/deal.ts';
import { OrderBody } from '../orders/order.ts';
import { ProductBody } from '../products/product.ts';
import { PromiseBody } from '../promises/promise.ts';
import { TaskBody } from '../tasks/task.ts';
import { TicketBody } from '../tickets/ticket.ts';
import { searchKinds } from './searchable.ts';

const mostAnswers = 50;
const kinds = searchKinds.join(', ');
const Types = z
  .string()
  .max(200)
  .transform((text) => [...new Set(text.split(','))])
  .pipe(z.array(z.enum(searchKinds)).min(1))
  .meta({ description: `Of ${kinds}, which; with commas between. All where it is left out.` });

const Matched = z.object({
  field: z.string().describe('The field that has what was asked for.'),
  text: z.string().describe('What stands there.'),
});
const matched = z
  .array(Matched)
  .describe('Why it was found: for each word of the search where it is best met.');
const Hit = z.discriminatedUnion('type', [
  z.object({ type: z.literal('contact'), record: ContactBody, matched }),
  z.object({ type: z.literal('company'), record: CompanyBody, matched }),
  z.object({ type: z.literal('deal'), record: DealBody, matched }),
  z.object({ type: z.literal('task'), record: TaskBody, matched }),
  z.object({ type: z.literal('product'), record: ProductBody, matched }),
  z.object({ type: z.literal('order'), record: OrderBody, matched }),
  z.object({ type: z.literal('ticket'), record: TicketBody, matched }),
  z.object({ type: z.literal('promise'), record: PromiseBody, matched }),
]);

export const searchRoute = defineRoute({
  operationId: 'search',
  method: 'GET',
  path: '/v1/search',
  tag: 'Search',
  summary: 'Records of every kind by words, e-mail addresses and phone numbers',
  description:
    'All words must be met, in any order, each by a word or its beginning, without regard to case, accents and ways to write an umlaut (`José` is `jose`, `Müller` is `mueller` is `muller`). A number is met by the first or the last four digits or more of a phone number, with or without its country code. Where a word is not met as it was typed, one wrong letter of a word of four or more is forgiven. Exact words come before beginnings, and those before typos; then names before companies before addresses; then what was changed last. A record is found within a second of being written, and only where one may see it; fields that are hidden from one in any record are not searched.',
  access: 'signed_in',
  params: z.object({}),
  query: z.strictObject({
    q: z.string().trim().min(1).max(200).describe('At most six words count.'),
    types: Types.optional(),
    limit: z.coerce.number().int().min(1).max(mostAnswers).default(20).describe('The most answers.'),
  }),
  body: z.object({}),
  status: 200,
  hidesCost: true,
  veil: veilHits,
  response: z.object({
    items: z.array(Hit),
    complete: z
      .boolean()
      .describe('False where more is found than is shown, or so much that the newest of it was looked at.'),
  }),
  example: { query: { q: 'lovelace engines', types: 'contact,deal', limit: 10 } },
});

export const searchRoutes = [searchRoute];
