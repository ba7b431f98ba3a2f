import { handler as activities } from '../../functions/activities/api.ts';
import { handler as companies } from '../../functions/companies/api.ts';
import { handler as contacts } from '../../functions/contacts/api.ts';
import { handler as deals } from '../../functions/deals/api.ts';
import { handler as links } from '../../functions/links/api.ts';
import { handler as orders } from '../../functions/orders/api.ts';
import { handler as records } from '../../functions/records/api.ts';
import { handler as reports } from '../../functions/reports/api.ts';
import { handler as searches } from '../../functions/search/api.ts';
import { handler as segments } from '../../functions/segments/api.ts';

import { handler as tasks } from '../../functions/tasks/api.ts';
import { getActivityRoute } from '../../shared/activities/activity-routes.ts';
import { getDataCheckRoute, listFindingsRoute } from '../../shared/checks/data-check-routes.ts';
import { companyRecordRoutes } from '../../shared/companies/company-routes.ts';
import {
  contactBatchRoutes,
  getContactRoute,
  listContactsRoute,
  searchContactsRoute,
} from '../../shared/contacts/contact-routes.ts';
import { getBoardRoute, listDealsRoute } from '../../shared/deals/deal-list-routes.ts';
import { getDealRoute } from '../../shared/deals/deal-routes.ts';
import { listLinksRoute } from '../../shared/links/link-routes.ts';
import { orderRecordRoutes } from '../../shared/orders/order-routes.ts';
import {
  getActivityReportRoute,
  getResponseReportRoute,
  getUseReportRoute,
} from '../../shared/reports/activity-report-routes.ts';
import {
  getCohortReportRoute,
  getCustomerReportRoute,
  getLeadReportRoute,
  getQualityReportRoute,
} from '../../shared/reports/customer-report-routes.ts';
import { getOrderReportRoute, getSeasonReportRoute } from '../../shared/reports/order-report-routes.ts';
import {
  getForecastReportRoute,
  getFunnelReportRoute,
  getSalesReportRoute,
} from '../../shared/reports/report-routes.ts';
import { getPerformanceReportRoute, getSourceReportRoute } from '../../shared/reports/team-report-routes.ts';
import { searchRoute } from '../../shared/search/search-routes.ts';
import { listSegmentMembersRoute } from '../../shared/segments/segment-routes.ts';
import { listTasksRoute } from '../../shared/tasks/task-routes.ts';
import { getTodayRoute } from '../../shared/today/today-routes.ts';
import { ann } from '../fixtures/ids.ts';
import type { Call } from '../helpers/call.ts';
import type { Operation } from './access.ts';
import { benchSegmentId } from './bench-segment.ts';
import { benchId } from './world.ts';

const search = (title: string, bar: number, of: (n: number) => Call): Operation => ({
  title: `search, ${title}`,
  bar,
  handler: searches,
  route: searchRoute,
  of,
});

/** Of the month that all worlds have records of, and where it says so of the one before. */
const report = (title: string, route: Operation['route'], bar: number, query: Record<string, string>) => ({
  title: `report of ${title}`,
  bar,
  handler: reports,
  route,
  of: () => ({ query: { from: '2026-01', to: '2026-01', ...query } }),
});

/** What reads, with the most requests that it may cost. */
export const readings: readonly Operation[] = [
  {
    title: 'contact page',
    bar: 2, // one of them for what was promised
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
  search('one word, of my team’s and nobody’s', 4, () => ({
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
  { title: 'today', bar: 8, handler: tasks, route: getTodayRoute, of: () => ({ userId: ann }) },
  {
    title: 'a hundred contacts by id',
    bar: 1,
    handler: contacts,
    route: contactBatchRoutes.read,
    of: () => ({ body: { ids: Array.from({ length: 100 }, (_, n) => benchId('contact', n)) } }),
  },
  search('the first digits of a number', 4, (n) => ({ query: { q: `030 9018 000${n}` } })),
  {
    title: 'contacts of a lifecycle, 50',
    bar: 2,
    handler: contacts,
    route: listContactsRoute,
    of: () => ({ query: { limit: '50', lifecycle: 'lead' } }),
  },
  {
    title: 'contacts by a condition that a list is kept by, 50',
    bar: 2,
    handler: contacts,
    route: searchContactsRoute,
    of: () => ({ body: { filter: { lifecycle: 'lead', createdAt: { $after: '2025-06-01' } }, limit: 50 } }),
  },
  {
    title: 'contact by external id',
    bar: 2,
    handler: contacts,
    route: listContactsRoute,
    of: (n) => ({ query: { externalId: `erp-${n}` } }),
  },
  {
    title: 'deals of a status, 50',
    bar: 2,
    handler: deals,
    route: listDealsRoute,
    of: () => ({ query: { limit: '50', status: 'won' } }),
  },
  {
    title: 'a contact’s orders, 50',
    bar: 2,
    handler: orders,
    route: orderRecordRoutes.list,
    of: () => ({ query: { limit: '50', contactId: benchId('contact', 0) } }),
  },
  {
    title: 'a record’s links, 50',
    bar: 4,
    handler: links,
    route: listLinksRoute,
    of: () => ({ query: { limit: '50', recordId: benchId('contact', 0) } }),
  },
  {
    title: 'a segment’s members, 50',
    bar: 2,
    handler: segments,
    route: listSegmentMembersRoute,
    of: () => ({ params: { segmentId: benchSegmentId }, query: { limit: '50' } }),
  },
  {
    title: 'what is wrong with the data',
    bar: 14,
    handler: records,
    route: getDataCheckRoute,
    of: () => ({}),
  },
  {
    title: 'what a check finds, 50',
    bar: 3,
    handler: records,
    route: listFindingsRoute,
    of: () => ({ query: { limit: '50', kind: 'contact', check: 'unowned' } }),
  },
  report('orders by category, with the month before', getOrderReportRoute, 2, {
    splitBy: 'category',
    compare: 'before',
  }),
  report('seasons', getSeasonReportRoute, 2, { currency: 'EUR' }),
  report('customers by source, with the month before', getCustomerReportRoute, 2, {
    splitBy: 'source',
    compare: 'before',
  }),
  report('deals by owner, with the month before', getSalesReportRoute, 2, {
    splitBy: 'owner',
    compare: 'before',
  }),
  report('the funnel by source', getFunnelReportRoute, 2, { splitBy: 'source' }),
  {
    ...report('the forecast by owner', getForecastReportRoute, 3, {}),
    of: () => ({ query: { splitBy: 'owner' } }),
  },
  report('performance against targets', getPerformanceReportRoute, 3, {}),
  report('sources against spend', getSourceReportRoute, 4, {}),
  report('cohorts', getCohortReportRoute, 1, {}),
  report('leads by source, with the month before', getLeadReportRoute, 1, {
    splitBy: 'source',
    compare: 'before',
  }),
  report('what each did, with the month before', getActivityReportRoute, 3, {
    splitBy: 'owner',
    compare: 'before',
  }),
  report('how much is known of contacts, by source', getQualityReportRoute, 3, { splitBy: 'source' }),
  report('who uses Rapport', getUseReportRoute, 4, {}),
  report('how soon they were answered, by source', getResponseReportRoute, 2, { splitBy: 'source' }),
];
