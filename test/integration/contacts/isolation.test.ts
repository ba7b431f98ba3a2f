import { beforeAll } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as tasks } from '../../../functions/tasks/api.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { activityRoutes } from '../../../shared/activities/activity-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { contactRoutes } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { taskRoutes } from '../../../shared/tasks/task-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { globex } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const workspaceId = globex;
const contact = aContact({ workspaceId });
const deal = aDeal({ workspaceId, contactId: contact.id });
const task = aTask({ workspaceId, contactId: contact.id, dealId: deal.id });
const activity = anActivity({ workspaceId, contactId: contact.id, dealIds: [deal.id] });

beforeAll(async () => {
  useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(workspaceRecord, aWorkspace({ id: globex }));
  await keep(contactRecord, contact);
  await keep(dealRecord, deal);
  await keep(taskRecord, task);
  await keep(activityRecord, activity);
  await settleAll();
});

const records = {
  theirs: () => ({
    contactId: contact.id,
    dealId: deal.id,
    taskId: task.id,
    activityId: activity.id,
    ownerId: task.ownerId ?? '',
  }),
  nobodys: {
    contactId: newId('contact'),
    dealId: newId('deal'),
    taskId: newId('task'),
    activityId: newId('activity'),
    ownerId: newId('user'),
  },
};
itHidesOtherWorkspaces({ handler: contacts, routes: contactRoutes, ...records });
itHidesOtherWorkspaces({ handler: activities, routes: activityRoutes, ...records });
itHidesOtherWorkspaces({ handler: tasks, routes: taskRoutes, ...records });
