import { getActivityRoute } from '../../shared/activities/activity-routes.ts';
import { getContactRoute } from '../../shared/contacts/contact-routes.ts';
import { getDealRoute } from '../../shared/deals/deal-routes.ts';
import { getHealthRoute } from '../../shared/docs/docs-routes.ts';
import { getTaskRoute } from '../../shared/tasks/task-routes.ts';
import { eventOf } from '../helpers/call.ts';
import type { Request } from './runtime.ts';
import { benchId } from './world.ts';

/** A request of each function that the bare handler can be held against: it reads, by key. */
export function requests(): Request[] {
  const contactId = benchId('contact', 7);
  return [
    { function: 'docs-api', title: 'GET /v1/health', event: eventOf(getHealthRoute, {}) },
    {
      function: 'contacts-api',
      title: 'GET a contact’s page',
      event: eventOf(getContactRoute, { params: { contactId } }),
    },
    {
      function: 'activities-api',
      title: 'GET an activity',
      event: eventOf(getActivityRoute, { params: { activityId: benchId('activity', 7) } }),
    },
    {
      function: 'deals-api',
      title: 'GET a deal',
      event: eventOf(getDealRoute, { params: { dealId: benchId('deal', 7) } }),
    },
    {
      function: 'tasks-api',
      title: 'GET a task',
      event: eventOf(getTaskRoute, { params: { taskId: benchId('task', 7) } }),
    },
  ];
}
