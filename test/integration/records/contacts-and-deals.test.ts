import { beforeAll, beforeEach, describe } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as deals } from '../../../functions/deals/api.ts';
import { contactShape } from '../../../shared/contacts/contact-shape.ts';
import { dealShape } from '../../../shared/deals/deal-shape.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { recordRoutes } from '../../../shared/records/record-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { ann, ben } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { itIsARecord } from '../../helpers/record-suite.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
  for (const id of [ann, ben]) await keep(userRecord, aUser({ id, email: `${id}@acme.example` }));
});

describe('a contact', () => {
  const body = (n: number) => ({ firstName: `Ada ${n}`, emails: [{ address: `ada${n}@engines.example` }] });
  itIsARecord({ handler: contacts, shape: contactShape, routes: recordRoutes(contactShape), body });
});

describe('a deal', () => {
  const body = (n: number) => ({ name: `Refit ${n}`, amountCents: n * 100 });
  itIsARecord({ handler: deals, shape: dealShape, routes: recordRoutes(dealShape), body });
});
