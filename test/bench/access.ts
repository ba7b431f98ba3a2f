import { handler as activities } from '../../functions/activities/api.ts';
import { handler as companies } from '../../functions/companies/api.ts';
import { handler as contacts } from '../../functions/contacts/api.ts';
import { handler as deals } from '../../functions/deals/api.ts';
import { handler as forms } from '../../functions/forms/api.ts';
import { handler as searches } from '../../functions/search/api.ts';
import { handler as tasks } from '../../functions/tasks/api.ts';
import { handler as today } from '../../functions/today/api.ts';
import { createActivityRoute, getActivityRoute } from '../../shared/activities/activity-routes.ts';
import { companyRecordRoutes } from '../../shared/companies/company-routes.ts';
import {
  contactBatchRoutes,
  createContactRoute,
  deleteContactRoute,
  getContactRoute,
  listContactsRoute,
  patchContactRoute,
  upsertContactRoute,
} from '../../shared/contacts/contact-routes.ts';
import type { Route } from '../../shared/core/route.ts';
import { getBoardRoute, listDealsRoute } from '../../shared/deals/deal-list-routes.ts';
import { getDealRoute, moveDealRoute } from '../../shared/deals/deal-routes.ts';
import { createFormRoute } from '../../shared/forms/form-routes.ts';
import { submitFormRoute } from '../../shared/forms/public-form-routes.ts';
import { meter } from '../../shared/platform/meter.ts';
import { searchRoute } from '../../shared/search/search-routes.ts';
import { listTasksRoute } from '../../shared/tasks/task-routes.ts';
import { getTodayRoute } from '../../shared/today/today-routes.ts';
import { ann, ben } from '../fixtures/ids.ts';
import { type Call, call } from '../helpers/call.ts';
import { newTable } from '../helpers/dynamo.ts';
import { load } from './load.ts';
import { table } from './print.ts';
import { benchId, worldOf } from './world.ts';

type Handler = Parameters<typeof call>[0];
/** `of` is asked twice and measured the second time, so that what is cached for 30 s is cached; `n` differs each time. */
type Operation = { title: string; bar?: number; handler: Handler; route: Route; of: (n: number) => Call };
type Cost = { requests: number; read: number; write: number };

async function makeForm(name: string, owner: object): Promise<string> {
  const body = {
    name,
    fields: [
      { name: 'firstName', label: 'First name', target: 'firstName' },
      { name: 'email', label: 'E-mail', type: 'email', target: 'email', required: true },
    ],
    opensDeal: {},
    owner,
  };
  const { status, body: form } = await call(forms, createFormRoute, { body });
  if (status !== 201) throw new Error(`No form: ${JSON.stringify(form)}`);
  return form.formKey;
}

const operationsOf = (formKey: string, turnKey: string): Operation[] => {
  const post = (title: string, bar: number, key: string, email: (n: number) => string): Operation => ({
    title,
    bar,
    handler: forms,
    route: submitFormRoute,
    of: (n) => ({ params: { formKey: key }, body: { firstName: 'Eve', email: email(n) } }),
  });
  const search = (title: string, bar: number, of: (n: number) => Call): Operation => ({
    title: `search, ${title}`,
    bar,
    handler: searches,
    route: searchRoute,
    of,
  });
  const inStage = (n: number) => ({ dealId: benchId('deal', n * 5) }); // every fifth is in the first stage
  return [
    {
      title: 'contact page',
      bar: 1,
      handler: contacts,
      route: getContactRoute,
      of: () => ({ params: { contactId: benchId('contact', 0) } }),
    },
    {
      title: 'contact by e-mail',
      bar: 2,
      handler: contacts,
      route: listContactsRoute,
      of: (n) => ({ query: { email: `person${n}@example.com` } }),
    },
    {
      title: 'activity by id',
      bar: 1,
      handler: activities,
      route: getActivityRoute,
      of: (n) => ({ params: { activityId: benchId('activity', n) } }),
    },
    {
      title: 'deal',
      handler: deals,
      route: getDealRoute,
      of: (n) => ({ params: { dealId: benchId('deal', n) } }),
    },
    {
      title: 'contacts, 50 of them',
      bar: 2,
      handler: contacts,
      route: listContactsRoute,
      of: () => ({ query: { limit: '50' } }),
    },
    {
      title: 'a stage’s deals, 50',
      handler: deals,
      route: listDealsRoute,
      of: () => ({ query: { stageId: 'new', limit: '50' } }),
    },
    {
      title: 'my own contacts, 50',
      bar: 2,
      handler: contacts,
      route: listContactsRoute,
      of: () => ({ role: 'rep', userId: ann, query: { limit: '50', ownerId: 'me' } }),
    },
    {
      title: 'my team’s and nobody’s contacts, 50 by change',
      bar: 3,
      handler: contacts,
      route: listContactsRoute,
      of: () => ({ role: 'rep', userId: ann, query: { limit: '50', sort: 'updated' } }),
    },
    {
      title: 'my team’s and nobody’s by name, 50',
      bar: 4,
      handler: contacts,
      route: listContactsRoute,
      of: () => ({ role: 'rep', userId: ann, query: { limit: '50', sort: 'name' } }),
    },
    {
      title: 'all deals, 50',
      bar: 2,
      handler: deals,
      route: listDealsRoute,
      of: () => ({ query: { limit: '50' } }),
    },
    { title: 'board', bar: 6, handler: deals, route: getBoardRoute, of: () => ({}) },
    {
      title: 'board of my team’s and nobody’s',
      bar: 12,
      handler: deals,
      route: getBoardRoute,
      of: () => ({ role: 'rep', userId: ann }),
    },
    {
      title: 'my open tasks, 50',
      bar: 2,
      handler: tasks,
      route: listTasksRoute,
      of: () => ({ userId: ann, query: { limit: '50' } }),
    },
    // At most three a word, and one for the records.
    search('one word', 4, () => ({ query: { q: 'lovelace' } })),
    search('two words', 7, () => ({ query: { q: 'ada lovelace' } })),
    search('a typo', 4, () => ({ query: { q: 'lovelase' } })),
    search('an address', 4, (n) => ({ query: { q: `person${n}@example.com` } })),
    search('one word, of my team’s and nobody’s', 7, () => ({
      role: 'rep',
      userId: ann,
      query: { q: 'lovelace' },
    })),
    {
      title: 'companies by name, 50',
      bar: 2,
      handler: companies,
      route: companyRecordRoutes.list,
      of: () => ({ query: { limit: '50', sort: 'name' } }),
    },
    {
      title: 'contacts with a tag, 50',
      bar: 2,
      handler: contacts,
      route: listContactsRoute,
      of: () => ({ query: { limit: '50', tag: 'fair' } }),
    },
    {
      title: 'deals by amount, 50',
      bar: 2,
      handler: deals,
      route: listDealsRoute,
      of: () => ({ query: { limit: '50', sort: 'amount' } }),
    },
    { title: 'today', bar: 8, handler: today, route: getTodayRoute, of: () => ({ userId: ann }) },
    {
      title: 'a hundred contacts by id',
      bar: 1,
      handler: contacts,
      route: contactBatchRoutes.read,
      of: () => ({ body: { ids: Array.from({ length: 100 }, (_, n) => benchId('contact', n)) } }),
    },
    {
      title: 'put a contact into the trash',
      bar: 2,
      handler: contacts,
      route: deleteContactRoute,
      of: (n) => ({ params: { contactId: benchId('contact', n + 50) } }),
    },
    {
      title: 'make or change a contact by e-mail, known',
      bar: 4,
      handler: contacts,
      route: upsertContactRoute,
      of: (n) => ({
        query: { matchBy: 'email' },
        body: { emails: [{ address: `person${n + 200}@example.com` }], jobTitle: `Engineer ${n}` },
      }),
    },
    {
      title: 'make a contact',
      bar: 2,
      handler: contacts,
      route: createContactRoute,
      of: (n) => ({ body: { firstName: 'Eve', emails: [{ address: `new${n}@example.com` }] } }),
    },
    {
      title: 'change a contact',
      bar: 2,
      handler: contacts,
      route: patchContactRoute,
      of: (n) => ({ params: { contactId: benchId('contact', n + 20) }, body: { jobTitle: `Engineer ${n}` } }),
    },
    {
      title: 'log a call',
      handler: activities,
      route: createActivityRoute,
      of: (n) => ({ body: { kind: 'call', contactId: benchId('contact', n), text: 'Called back.' } }),
    },
    {
      title: 'move a deal',
      bar: 2,
      handler: deals,
      route: moveDealRoute,
      of: (n) => ({ params: inStage(n), body: { stageId: 'contacted' } }),
    },
    post('form post, new contact', 4, formKey, (n) => `visitor${n}@example.com`),
    post('form post, known contact', 5, formKey, (n) => `person${n + 100}@example.com`),
    post('form post, in turn', 5, turnKey, (n) => `turn${n}@example.com`),
  ];
};

/** By the process's own meter: a form's answer does not say what it cost. */
function costOf(): Cost {
  const { requests, read, write } = meter;
  return { requests, read, write };
}

async function costs(size: number): Promise<(Cost & { operation: Operation })[]> {
  await newTable({ stream: false });
  await load(worldOf(size));
  const measured = [];
  const keys = [
    await makeForm('One owner', { userId: ann }),
    await makeForm('In turn', { roundRobin: [ann, ben] }),
  ];
  for (const operation of operationsOf(keys[0] ?? '', keys[1] ?? '')) {
    const { handler, route, of, title } = operation;
    await call(handler, route, of(1));
    const { status, body } = await call(handler, route, of(2));
    if (status >= 300) throw new Error(`${title}: ${status} ${JSON.stringify(body)}`);
    measured.push({ operation, ...costOf() });
  }
  return measured;
}

/** What each operation asks of DynamoDB in two tables of different size: equal, or it grows with the data. */
export async function measureAccess(sizes: [number, number]) {
  const [small, large] = [await costs(sizes[0]), await costs(sizes[1])];
  const rows = small.map(({ operation: { title, bar }, ...cost }, i) => {
    const other = large[i] as Cost;
    const equal = cost.requests === other.requests && cost.read === other.read && cost.write === other.write;
    return {
      operation: title,
      requests: cost.requests,
      bar: bar ?? '',
      'read units': cost.read,
      'write units': cost.write,
      [`requests at ${sizes[1]}`]: other.requests,
      [`read at ${sizes[1]}`]: other.read,
      [`write at ${sizes[1]}`]: other.write,
      grows: equal ? 'no' : 'YES',
    };
  });
  table(`DynamoDB requests and capacity units at ${sizes[0]} and ${sizes[1]} records of each kind`, rows);
  return rows;
}
