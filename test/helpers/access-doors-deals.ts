import { newId } from '../../shared/core/ids.ts';
import { dealRecord } from '../../shared/deals/deal.ts';
import { monday } from '../fixtures/ids.ts';
import { type Door, trial } from './access-doors.ts';
import { commonDoors } from './access-doors-kinds.ts';
import { changes, list, ownerGiven, reads } from './access-doors-parts.ts';
import {
  forbiddenField,
  hasPermission,
  may,
  missing,
  type Person,
  type RecordClass,
  recordClasses,
  unaskable,
  unknown,
  verdictOnNew,
} from './access-oracle.ts';
import { contactIds, dealOf, put } from './access-world.ts';

async function closedDeal(whose: RecordClass): Promise<string> {
  const id = newId('deal', monday);
  if (whose === 'never') return id;
  const open = dealOf(whose, id, contactIds[whose]);
  return put(dealRecord, { ...open, stageId: 'won', status: 'won', closedAt: monday });
}

/** Deals by whom they are with: not for whom that is hidden. */
function verdictOnDealsOf(person: Person, whose: RecordClass) {
  if (!hasPermission(person, 'deals:read')) return missing;
  if (unaskable(person, 'deal').includes('contactId')) return forbiddenField;
  return may(person, 'contact', 'read', whose) ? 'ok' : unknown('contact');
}

/** Doors to deals and tasks. */
export const dealDoors: Record<string, Door> = {
  ...commonDoors({
    kind: 'task',
    name: 'Task',
    names: 'Tasks',
    body: () => ({ title: 'Send the offer', note: 'With prices' }),
    sets: ['note'],
    patch: { dueOn: '2027-01-01', note: 'Without' },
    patchSets: ['note'],
  }),
  ...commonDoors({
    kind: 'deal',
    name: 'Deal',
    names: 'Deals',
    body: (nth) => ({ name: 'Mill', amountCents: nth }),
    sets: ['amountCents'],
    patch: { amountCents: 100, expectedCloseOn: '2027-01-01' },
    patchSets: ['amountCents', 'expectedCloseOn'],
  }),
  createTask: trial({
    at: recordClasses,
    aim: (whose) => ({ body: { title: 'Send the offer', note: 'With prices', ...ownerGiven(whose) } }),
    verdict: (person, whose) => verdictOnNew(person, 'task', whose, { sets: ['title', 'note'] }),
  }),
  listTasks: list('tasks:read'),
  searchTasks: list('tasks:read'),
  /** For everybody who is signed in: what is found is what is in reach (test/integration/access/search.test.ts). */
  search: trial({ at: ['own'], aim: () => ({}), verdict: () => 'ok' }),
  /** The same: a section is of what is in reach (test/integration/today). */
  getToday: trial({ at: ['own'], aim: () => ({}), verdict: () => 'ok' }),
  getTask: reads('task'),
  patchTask: changes('task', 'edit', ['dueOn', 'note']),
  completeTask: changes('task', 'edit'),
  reopenTask: changes('task', 'edit'),
  listTaskHistory: reads('task'),
  createDeal: trial({
    at: recordClasses,
    aim: (whose) => ({
      body: { name: 'Mill', contactId: contactIds.own, amountCents: 1, ...ownerGiven(whose) },
    }),
    verdict: (person, whose) =>
      verdictOnNew(person, 'deal', whose, { sets: ['name', 'contactId', 'amountCents'], contact: 'own' }),
  }),
  listDeals: list('deals:read'),
  searchDeals: list('deals:read'),
  getDeal: reads('deal'),
  patchDeal: changes('deal', 'edit', ['amountCents', 'expectedCloseOn'], undefined, {
    amountCents: 100,
    expectedCloseOn: '2027-01-01',
  }),
  moveDeal: changes('deal', 'edit', ['lostReason']),
  reopenDeal: changes('deal', 'edit', [], closedDeal),
  listDealTimeline: reads('deal'),
  listDealHistory: reads('deal'),
  listContactDeals: trial({
    at: recordClasses,
    aim: (whose) => ({ params: { contactId: contactIds[whose] } }),
    verdict: verdictOnDealsOf,
  }),
  getBoard: list('deals:read'),
  getSalesReport: list('deals:read'),
  getFunnelReport: list('deals:read'),
  getForecastReport: list('deals:read'),
  getPerformanceReport: list('deals:read'),
  getSourceReport: trial({
    at: ['own'],
    aim: () => ({}),
    verdict: (person) => {
      if (!hasPermission(person, 'deals:read')) return missing;
      const hidden = unaskable(person, 'deal');
      return hidden.includes('source') || hidden.includes('leadSource') ? forbiddenField : 'ok';
    },
  }),
};
