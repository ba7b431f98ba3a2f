import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

export type Lead = Record<string, string>;

/** Columns that somebody fills in once a lead has been worked on: they tell how it came out. */
export const afterSale = [
  'Tags',
  'Lead Quality',
  'Lead Profile',
  'Asymmetrique Activity Index',
  'Asymmetrique Profile Index',
  'Asymmetrique Activity Score',
  'Asymmetrique Profile Score',
  'Last Notable Activity',
];
const lastActivity = 'Last Activity';
const none = new Set(['row_index', 'Prospect ID', 'Lead Number', 'Converted']);

/** The name of a custom field for a column: `totalTimeSpentOnWebsite`. */
export function keyOf(column: string): string {
  const words = column
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words
    .map((word, n) => (n === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`))
    .join('')
    .slice(0, 64);
}
const typed = (text: string): string | number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

const fieldsOf = (lead: Lead, isMeant: (column: string) => boolean) =>
  Object.fromEntries(
    Object.entries(lead).flatMap(([column, text]) =>
      text !== '' && isMeant(column) ? [[keyOf(column), typed(text)]] : [],
    ),
  );
/** A lead as it came in; with `isLast` also what it did last. */
export const intakeOf = (lead: Lead, isLast: boolean) => ({
  externalId: lead['Prospect ID'],
  custom: fieldsOf(
    lead,
    (column) => !none.has(column) && !afterSale.includes(column) && (isLast || column !== lastActivity),
  ),
});
export const isConverted = ({ Converted }: Lead) => Converted === '1';
/** What is written of a lead once it has come out. */
export const outcomeOf = (id: string, lead: Lead) => ({
  id,
  custom: { converted: isConverted(lead), ...fieldsOf(lead, (column) => afterSale.includes(column)) },
});

export async function readLeads(path: string, most: number): Promise<Lead[]> {
  const leads: Lead[] = [];
  for await (const lead of createReadStream(path).pipe(parse({ columns: true, bom: true })))
    if (leads.push(lead as Lead) >= most) break;
  return leads;
}

const rule = (id: string, name: string, points: number, when: object) => ({
  id,
  name,
  points,
  group: 'fit',
  when,
});
const is = (column: string, test: object | string) => ({ [`custom.${keyOf(column)}`]: test });
/** Rules as a seller of courses would write them. */
export const rulesOf = (isLast: boolean) => ({
  base: 20,
  outcomeField: 'converted',
  rules: [
    rule('long', 'More than four minutes on the site', 5, is('Total Time Spent on Website', { $gte: 250 })),
    rule('longer', 'More than eight minutes', 10, is('Total Time Spent on Website', { $gte: 500 })),
    rule('longest', 'More than a quarter of an hour', 15, is('Total Time Spent on Website', { $gte: 1000 })),
    rule('asked', 'Added by hand', 40, is('Lead Origin', 'Lead Add Form')),
    rule('chat', 'Came by the chat', 8, is('Lead Source', 'Olark Chat')),
    rule('works', 'Works', 25, is('What is your current occupation', 'Working Professional')),
    rule('no_mail', 'Wants no mail', -12, is('Do Not Email', 'Yes')),
    rule('no_reason', 'Did not say what matters', -12, {
      [`custom.${keyOf('What matters most to you in choosing a course')}`]: { $exists: false },
    }),
    ...(isLast
      ? [
          rule('sms', 'Was sent a text message', 15, is(lastActivity, 'SMS Sent')),
          rule('chatted', 'Last chatted', -12, is(lastActivity, 'Olark Chat Conversation')),
          rule('bounced', 'Mail came back', -15, is(lastActivity, 'Email Bounced')),
          rule('page', 'Last looked at a page', -4, is(lastActivity, 'Page Visited on Website')),
        ]
      : []),
  ],
});
