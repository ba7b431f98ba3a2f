import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/companies/api.ts';
import { companyRecordRoutes as routes } from '../../../shared/companies/company-routes.ts';
import { companyShape as shape } from '../../../shared/companies/company-shape.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { ann, ben } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { itIsARecord } from '../../helpers/record-suite.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  for (const id of [ann, ben]) await keep(userRecord, aUser({ id, email: `${id}@acme.example` }));
});

const create = async (body: object) => call(handler, routes.create, { body });
const made = async (body: object) => (await create({ name: 'Engines', ...body })).body as { id: string };
const put = (id: string, body: object) => call(handler, routes.change, { params: { companyId: id }, body });

describe('a company', () => {
  itIsARecord({ handler, shape, routes, body: (n) => ({ name: `Engines ${n}` }) });

  it('has its domains alone, in any case', async () => {
    const { id } = await made({ domains: ['Engines.example', 'engines.example'] });
    expect(await create({ name: 'Other', domains: ['ENGINES.example'] })).toMatchObject({
      status: 409,
      body: { code: 'domain_taken', existingId: id },
    });
  });

  it('never stands below itself, however long the way is', async () => {
    const top = await made({});
    const middle = await made({ parentId: top.id });
    const below = await made({ parentId: middle.id });
    for (const one of [top, middle, below])
      expect(await put(top.id, { parentId: one.id })).toMatchObject({
        status: 400,
        body: { code: 'company_cycle' },
      });
    expect(await put(below.id, { parentId: top.id })).toMatchObject({ status: 200 });
  });

  it('makes no circle of two that are put below each other at once', async () => {
    const [one, other] = [await made({}), await made({})];
    const answers = await Promise.all([
      put(one.id, { parentId: other.id }),
      put(other.id, { parentId: one.id }),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
  });
});
