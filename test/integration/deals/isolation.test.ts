import { beforeAll } from 'vitest';
import { handler } from '../../../functions/deals/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { dealRoutes } from '../../../shared/deals/deal-routes.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { pipelineRoutes } from '../../../shared/deals/pipeline-routes.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { globex } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const workspaceId = globex;
const contact = aContact({ workspaceId });
const pipeline = aPipeline({ workspaceId, id: newId('pipeline') });
const user = aUser({ workspaceId, id: newId('user') });
const deal = aDeal({ workspaceId, contactId: contact.id, pipelineId: pipeline.id });

beforeAll(async () => {
  useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
  await keep(workspaceRecord, aWorkspace({ id: globex, defaultPipelineId: pipeline.id }));
  await keep(pipelineRecord, pipeline);
  await keep(contactRecord, contact);
  await keep(userRecord, user);
  await keep(dealRecord, deal);
  await settleAll();
});

itHidesOtherWorkspaces({
  handler,
  routes: [...dealRoutes, ...pipelineRoutes],
  theirs: () => ({ contactId: contact.id, dealId: deal.id, pipelineId: pipeline.id, ownerId: user.id }),
  nobodys: {
    contactId: newId('contact'),
    dealId: newId('deal'),
    pipelineId: newId('pipeline'),
    ownerId: newId('user'),
  },
});
