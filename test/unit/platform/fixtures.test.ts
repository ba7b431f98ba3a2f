import { expect, test } from 'vitest';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aTask } from '../../fixtures/task.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';

test.each([
  ['activity', activityRecord.schema, anActivity()],
  ['contact', contactRecord.schema, aContact()],
  ['deal', dealRecord.schema, aDeal()],
  ['pipeline', pipelineRecord.schema, aPipeline()],
  ['task', taskRecord.schema, aTask()],
  ['workspace', workspaceRecord.schema, aWorkspace()],
])('the %s that tests start from is one that the table may hold', (_, schema, record) => {
  expect(schema.parse(record)).toEqual(record);
});
