import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { changeOne, makeOne, restoreOne, trashOne } from '../../../functions/records/operations/write.ts';
import { typeNamed } from '../../../functions/records/types/record-types.ts';
import { handler as search } from '../../../functions/search/api.ts';
import { handler as segments } from '../../../functions/segments/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { PageKind } from '../../../shared/core/policy.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { uniqueKey } from '../../../shared/core/record.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { parsePart } from '../../../shared/platform/request.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { recordListPage } from '../../../shared/records/record-list-store.ts';
import { searchRoute } from '../../../shared/search/search-routes.ts';
import { createSegmentRoute, listSegmentMembersRoute } from '../../../shared/segments/segment-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, contactId, dealId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { dropTable, readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { findings } from '../../helpers/projections/findings.ts';
import { useSecret } from '../../helpers/secret.ts';

/** Each kind with the field that says who a record is, what a new one needs besides, and a field of few values with a list each. */
const kinds: Partial<Record<PageKind, { named: string; needs: object; state?: [string, string[]] }>> = {
  contact: { named: 'lastName', needs: {}, state: ['lifecycle', ['lead', 'qualified', 'customer']] },
  company: { named: 'name', needs: {} },
  deal: { named: 'name', needs: { contactId } },
  task: { named: 'title', needs: { contactId } },
  ticket: { named: 'subject', needs: { dealId }, state: ['status', ['open', 'pending']] },
  order: { named: 'number', needs: { contactId, amountCents: 5 }, state: ['status', ['placed', 'paid']] },
  product: { named: 'name', needs: {} },
  promise: { named: 'text', needs: { dealId, dueOn: '2026-12-01' }, state: ['status', ['open', 'kept']] },
};
const names = Object.keys(kinds) as PageKind[];
const words = ['lovelace', 'babbage', 'engine'];
const tags = ['fair', 'VIP', 'old'];

const said = fc.record(
  {
    name: fc.constantFrom(...words),
    tags: fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 2 }),
    owner: fc.constantFrom(ann, ben, null),
    externalId: fc.constantFrom('x', 'y', null),
    state: fc.nat(2),
  },
  { requiredKeys: ['name'] },
);
const which = fc.nat(30);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('make' as const), kind: fc.constantFrom(...names), said }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('change' as const), which, said }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('trash' as const, 'restore' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Said = typeof said extends fc.Arbitrary<infer S> ? S : never;

type Live = Owned & Record<string, unknown> & { tags: string[]; externalId?: string };
type Any = RecordType<Owned, object, object>;
const typeOf = (kind: PageKind) => typeNamed(kind) as Any;
const kindOf = (id: string) => names.find((kind) => newId(kind).slice(0, 3) === id.slice(0, 3)) as PageKind;
const by = aContext();

let n = 0;
function bodyOf(kind: PageKind, { name, owner, state, ...rest }: Said, isNew: boolean): object {
  const { named = '', needs = {}, state: [field, values] = [] } = kinds[kind] ?? {};
  const value = state === undefined ? undefined : values?.[state % values.length];
  const whole = {
    ...(isNew && needs),
    [named]: kind === 'order' ? `${name} ${n++}` : name, // no two orders have a number
    ...rest,
    ...(kind !== 'product' && { ownerId: owner }),
    ...(field && value && { [field]: value }),
  };
  const isSaid = ([, one]: [string, unknown]) => one !== undefined && !(isNew && one === null);
  return Object.fromEntries(Object.entries(whole).filter(isSaid));
}

/** What a write answers where a rule stands against it: a value that another has. */
const refused = (error: unknown) => {
  if (!(error instanceof AppError)) throw error;
  return undefined;
};
async function take(one: Step, made: string[]): Promise<void> {
  if (one.do === 'settle') return settleAll();
  if (one.do === 'make') {
    const type = typeOf(one.kind);
    const given = parsePart(type.shape.created, bodyOf(one.kind, one.said, true));
    const record = await makeOne(type, given as object, by).catch(refused);
    if (record) made.push(record.id);
    return;
  }
  const id = made[one.which % Math.max(1, made.length)];
  if (!id) return;
  const type = typeOf(kindOf(id));
  if (one.do === 'trash') return trashOne(type as never, id, by).catch(refused);
  if (one.do === 'change') {
    const patch = parsePart(type.shape.patch, bodyOf(kindOf(id), one.said, false));
    await changeOne(type, id, patch as object, by).catch(refused);
    return;
  }
  const trashed = await type.store.findTrashed({ ...by.actor, verb: 'read' } as never, id);
  if (trashed) await restoreOne(type as never, trashed, by).catch(refused);
}

async function allOf(kind: PageKind, asked: object): Promise<string[]> {
  const type = typeOf(kind);
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await recordListPage(type, by.actor, { sort: 'created', ...asked } as never, {
      limit: 7,
      cursor,
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor);
  return ids.sort();
}
const idsOf = (records: Live[]) => records.map(({ id }) => id).sort();

/** Every list of a kind is what its records say. */
async function assertLists(kind: PageKind, live: Live[]): Promise<void> {
  const { state: [field = '', values = []] = [] } = kinds[kind] ?? {};
  for (const sort of ['created', 'updated', ...typeOf(kind).shape.orders])
    expect(await allOf(kind, { sort }), `${kind} by ${sort}`).toEqual(idsOf(live));
  for (const tag of tags)
    expect(await allOf(kind, { tag: tag.toLowerCase() }), `${kind} with ${tag}`).toEqual(
      idsOf(live.filter((one) => one.tags.includes(tag))),
    );
  for (const id of kind === 'product' ? [] : [ann, ben, undefined])
    expect(await allOf(kind, { owner: { id } }), `${kind} of ${id}`).toEqual(
      idsOf(live.filter(({ ownerId }) => ownerId === id)),
    );
  for (const value of values)
    expect(await allOf(kind, { [field]: value }), `${kind} ${field} ${value}`).toEqual(
      idsOf(live.filter((one) => one[field] === value)),
    );
  for (const externalId of ['x', 'y'])
    expect(await allOf(kind, { externalId }), `${kind} ${externalId}`).toEqual(
      idsOf(live.filter((one) => one.externalId === externalId)),
    );
}

async function assertSearch(live: Live[]): Promise<void> {
  for (const word of words) {
    const found = (await call(search, searchRoute, { query: { q: word, limit: '50' } })).body;
    const has = (one: Live) => String(one[kinds[kindOf(one.id)]?.named ?? '']).startsWith(word);
    const wanted = idsOf(live.filter(has));
    if (wanted.length <= 50)
      expect(found.items.map(({ record }) => record.id).sort(), `search ${word}`).toEqual(wanted);
  }
}

/** Who holds a unique value is who has it, and nothing else is held. */
function assertUnique(items: Item[], live: Live[]): void {
  const held = items.filter(({ sk }) => sk === 'UNIQUE').map(({ pk, recordId }) => `${pk} ${recordId}`);
  const wanted = live.flatMap((record) =>
    typeOf(kindOf(record.id))
      .of.unique(record)
      .map((one) => `${uniqueKey(acme, one).pk} ${record.id}`),
  );
  const isOfRecords = (one: string) => !/#UNIQUE#user_/.test(one);
  expect(held.filter(isOfRecords).toSorted()).toEqual(wanted.toSorted());
}

const condition = { $and: [{ tags: 'fair' }, { lifecycle: 'lead' }] };
async function run(steps: Step[]): Promise<void> {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
  for (const id of [ann, ben]) await keep(userRecord, aUser({ id, email: `${id}@acme.example` }));
  await keep(contactRecord, aContact({ emails: [], lastName: 'Somebody' }));
  await keep(dealRecord, aDeal({ contactId }));
  const segment = await call(segments, createSegmentRoute, {
    body: { name: 'Leads of fairs', of: 'contact', condition },
  });
  const made: string[] = [contactId, dealId];
  for (const one of steps) await take(one, made);
  await settleAll();

  expect(await findings(projections)).toEqual([]);
  const items = await Array.fromAsync(readAll());
  const isRecord = ({ sk, id }: Item) => names.some((kind) => sk === kind.toUpperCase()) && id !== undefined;
  const live = items.filter((item) => isRecord(item) && !item.deletedAt) as unknown as Live[];
  for (const kind of names)
    await assertLists(
      kind,
      live.filter(({ id }) => kindOf(id) === kind),
    );
  await assertSearch(live);
  assertUnique(items, live);
  const members = await call(segments, listSegmentMembersRoute, {
    params: { segmentId: segment.body.id },
    query: { limit: '100' },
  });
  const isMember = (one: Live) =>
    kindOf(one.id) === 'contact' && one.tags.includes('fair') && one.lifecycle === 'lead';
  const found = members.body.items as unknown as { id: string }[];
  expect(found.map(({ id }) => id).sort()).toEqual(idsOf(live.filter(isMember)));
  await dropTable();
}

beforeAll(useSecret);

it('whatever is made, changed, thrown away and had back, every list, tag, state, key, segment and search is what a recount of the records says', async () => {
  const steps = fc.array(step, { minLength: 10, maxLength: 45 });
  await fc.assert(fc.asyncProperty(steps, run), {
    numRuns: 12,
    endOnFailure: true,
    includeErrorInReport: true,
  });
}, 240_000);
