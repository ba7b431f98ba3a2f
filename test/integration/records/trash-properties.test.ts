import { SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { handler as companies } from '../../../functions/companies/api.ts';
import { purgeDue } from '../../../functions/due/reasons/purge.ts';
import { handler } from '../../../functions/records/api.ts';
import { type Company, companyRecord } from '../../../shared/companies/company.ts';
import {
  companyRecordRoutes as company,
  companyMergeRoutes,
} from '../../../shared/companies/company-routes.ts';
import { uniqueKey } from '../../../shared/core/record.ts';
import { purgeRecordRoute, restoreRecordRoute } from '../../../shared/records/trash-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { acme, noon } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { dropTable, readAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(() => {
  useSecret();
  process.env.KEYS_QUEUE_URL = 'https://sqs.eu-west-1.amazonaws.com/1/keys';
  mockClient(SQSClient).onAnyCommand().resolves({});
});

const domain = fc.constantFrom('a.example', 'b.example', 'c.example');
const domains = fc.uniqueArray(domain, { maxLength: 2 });
const which = fc.nat(3);
const externalId = fc.constantFrom('x', 'y');
/** Several companies over few values, so that they meet. */
const step = fc.oneof(
  fc.record({ do: fc.constant('create' as const), domains, externalId: fc.option(externalId) }),
  fc.record({
    do: fc.constant('patch' as const),
    which,
    domains: fc.option(domains),
    externalId: fc.option(externalId),
  }),
  fc.record({ do: fc.constantFrom('trash' as const, 'restore' as const, 'purge' as const), which }),
  fc.record({ do: fc.constantFrom('merge' as const, 'unmerge' as const), which, other: which }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The records of a run, and which of its patches were answered that they were made. */
type World = { ids: string[]; patched: Map<string, string[]>; n: number };
const given = ({ externalId: x }: { externalId: string | null }) => (x ? { externalId: x } : {});

async function create(one: Extract<Step, { do: 'create' }>, { ids }: World): Promise<number> {
  const body = { name: 'Engines', domains: one.domains, ...given(one) };
  const { status, body: made } = await call(companies, company.create, { body });
  if (status === 201) ids.push((made as { id: string }).id);
  return status;
}
async function patch(one: Extract<Step, { do: 'patch' }>, id: string, world: World): Promise<number> {
  const field = `f${world.n++}`;
  const body = { ...given(one), custom: { [field]: 1 }, ...(one.domains && { domains: one.domains }) };
  const { status } = await call(companies, company.change, { params: { companyId: id }, body });
  if (status === 200) world.patched.set(id, [...(world.patched.get(id) ?? []), field]);
  return status;
}
async function purge(id: string): Promise<number> {
  const { status } = await call(handler, purgeRecordRoute, { params: { recordId: id } });
  if (status === 204) await purgeDue({ workspaceId: acme, of: 'company', id } as never, noon);
  return status;
}
async function merge(one: Extract<Step, { do: 'merge' | 'unmerge' }>, id: string, { ids }: World) {
  const other = ids[one.other % ids.length] ?? '';
  const params = { companyId: id };
  const { status } =
    one.do === 'merge'
      ? await call(companies, companyMergeRoutes.merge, { params, body: { ids: [other] } })
      : await call(companies, companyMergeRoutes.unmerge, { params, body: { id: other } });
  return status;
}
async function take(one: Step, world: World): Promise<number> {
  if (one.do === 'create') return create(one, world);
  const id = world.ids[one.which % Math.max(world.ids.length, 1)];
  if (!id) return 404;
  if (one.do === 'patch') return patch(one, id, world);
  if (one.do === 'purge') return purge(id);
  if (one.do === 'merge' || one.do === 'unmerge') return merge(one, id, world);
  if (one.do === 'trash')
    return (await call(companies, company.remove, { params: { companyId: id } })).status;
  return (await call(handler, restoreRecordRoute, { params: { recordId: id } })).status;
}

it('Whatever is made, changed, deleted, restored, purged, merged and taken apart at once: who holds a unique value has it, and no answered change is lost', async () => {
  const run = async (rounds: Step[][]) => {
    await useTable();
    await keep(workspaceRecord, aWorkspace());
    const world: World = { ids: [], patched: new Map(), n: 0 };
    for (const round of rounds) {
      const answers = await Promise.all(round.map((one) => take(one, world)));
      expect(answers.filter((status) => status >= 500)).toEqual([]);
    }
    const items = await Array.fromAsync(readAll());
    const records = items.filter(({ sk }) => sk === 'COMPANY') as unknown as Company[];
    const held = items
      .filter(({ sk, pk }) => sk === 'UNIQUE' && /#(domain|company_external_id)#/.test(pk))
      .map(({ pk, recordId }) => `${pk} ${recordId}`);
    const wanted = records
      .filter(({ deletedAt }) => !deletedAt)
      .flatMap((record) =>
        companyRecord.unique(record).map((one) => `${uniqueKey(acme, one).pk} ${record.id}`),
      );
    // An id that a record is given may be one that it holds already for what was merged into it.
    expect(held.toSorted()).toEqual([...new Set(wanted)].toSorted());
    for (const { id, custom } of records)
      expect(Object.keys(custom)).toEqual(expect.arrayContaining(world.patched.get(id) ?? []));
    await dropTable();
  };
  const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 8 });
  await fc.assert(fc.asyncProperty(rounds, run), { numRuns: 20, endOnFailure: true });
}, 120_000);
