import { beforeAll } from 'vitest';
import { handler } from '../../../functions/forms/api.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { newId } from '../../../shared/core/ids.ts';
import { formRoutes } from '../../../shared/forms/form-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { globex } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { makeForm, useAcme } from '../../helpers/form-world.ts';
import { keep } from '../../helpers/keep.ts';

let formId = '';
const theirs = anActivity({
  id: newId('activity'),
  workspaceId: globex,
  kind: 'form_submission',
  submission: { formId: newId('form'), values: { company: 'Theirs' }, differing: { company: 'Theirs' } },
});

beforeAll(async () => {
  await useAcme();
  await keep(workspaceRecord, aWorkspace({ id: globex }));
  formId = (await makeForm({}, { workspaceId: globex })).id;
  await keep(activityRecord, theirs);
  await settleAll();
});

itHidesOtherWorkspaces({
  handler,
  routes: formRoutes,
  theirs: () => ({ formId, submissionId: theirs.id }),
  nobodys: { formId: newId('form'), submissionId: newId('activity') },
});
