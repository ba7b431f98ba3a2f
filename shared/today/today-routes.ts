import * as z from 'zod';
import { ContactBody } from '../contacts/contact.ts';
import { OwnerQuery } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { DealBody } from '../deals/deal.ts';
import { TaskBody } from '../tasks/task.ts';

/** @public */
export const TodayReason = z.object({
  code: z
    .enum([
      'task_overdue',
      'task_due_today',
      'deal_idle',
      'hot_lead_untouched',
      'close_overdue',
      'closing_soon',
      'likely_won',
      'going_quiet',
      'birthday',
    ])
    .describe('Stable, for programs.'),
  text: z.string().describe('The same in English words.'),
  on: z.string().optional().describe('The day that it is about.'),
  days: z.int().optional().describe('How many days ago, or ahead.'),
  score: z.number().optional().describe('Of a hot lead.'),
  percent: z.int().optional().describe('How likely it is that a deal is won.'),
  everyDays: z.int().optional().describe('How many days there usually are between two orders.'),
  risk: z.int().optional().describe('How likely they leave, of a hundred.'),
  turns: z.int().optional().describe('How old somebody becomes, where the year of their birth is known.'),
});
const ofTask = z.object({ type: z.literal('task'), reason: TodayReason, record: TaskBody });
const ofDeal = z.object({ type: z.literal('deal'), reason: TodayReason, record: DealBody });
const ofContact = z.object({ type: z.literal('contact'), reason: TodayReason, record: ContactBody });
/** @public */
export const Today = z.object({
  on: z.iso.date().describe('The day that it is in the workspace’s time zone.'),
  callToday: z
    .array(z.discriminatedUnion('type', [ofTask, ofDeal, ofContact]))
    .describe(
      'Tasks that are overdue or due today, deals that are idle, hot leads whom nobody has spoken to.',
    ),
  closingSoon: z
    .array(ofDeal)
    .describe('Open deals that are 70 % likely to be won, and those that are to close within 14 days.'),
  goingQuiet: z
    .array(ofContact)
    .describe(
      'Customers whose last order is half as long again ago as is usual between their orders (three or more).',
    ),
  birthdays: z.array(ofContact).describe('Of this week, today’s first.'),
});

export const getTodayRoute = defineRoute({
  operationId: 'getToday',
  method: 'GET',
  path: '/v1/today',
  tag: 'Today',
  summary: 'Whom to call today, what is about to close, who is going quiet, whose birthday it is',
  description:
    'Of what is mine, or somebody’s that I may read: at most 15 lines a section, each with its reason, the most urgent first. A section that asks for what my roles do not show is empty. It costs the same however much there is.',
  access: 'signed_in',
  params: z.object({}),
  query: z.strictObject({ ownerId: OwnerQuery.default('me') }),
  body: z.object({}),
  status: 200,
  response: Today,
  example: { query: {} },
});
export const todayRoutes = [getTodayRoute];
