import { parse } from 'csv-parse/sync';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/audit/api.ts';
import { accessEntry } from '../../../shared/access/access-item.ts';
import { builtinPolicy } from '../../../shared/access/builtin-roles.ts';
import { auditId } from '../../../shared/audit/audit.ts';
import { auditRoutes, listAuditRoute } from '../../../shared/audit/audit-routes.ts';
import { auditWrites } from '../../../shared/audit/audit-store.ts';
import { contactRecord, patchContact } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { RolePolicy } from '../../../shared/core/policy.ts';
import { putAll } from '../../../shared/platform/batch-write.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, ben, contactId, globex, monday } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { settleAudit } from '../../helpers/audit.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useTable);

const day = (n: number, hour = 9) => new Date(Date.UTC(2026, 10, n, hour)).toISOString();
const signIn = (userId: string, at: string, workspaceId = acme) =>
  commit(
    auditWrites(workspaceId, {
      id: auditId('session.signed_in', userId, at),
      at,
      action: 'session.signed_in',
      actor: { kind: 'user', id: userId },
      from: '192.0.2.1',
    }),
  );
const read = (query: Record<string, string> = {}, more: Call = {}) =>
  call(handler, listAuditRoute, { query, ...more });
const requestsOf = ({ headers }: { headers: Record<string, string> }) =>
  Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);
/** Every line by following the cursor, and how many pages it took. */
async function readAllPages(query: Record<string, string>) {
  const found: string[] = [];
  let pages = 0;
  let cursor: string | undefined;
  do {
    const { body, status } = await read({ ...query, ...(cursor && { cursor }) });
    expect(status).toBe(200);
    found.push(...body.items.map(({ at }) => at));
    cursor = body.cursor;
    pages += 1;
  } while (cursor);
  return { found, pages };
}
const patched = async (n: number, by = aContext({ now: day(n), userId: ben })) => {
  const store = recordStore(contactRecord);
  const contact = await store.get(acme, contactId);
  await store.save(
    patchContact(
      contact,
      { firstName: `Ada ${n}`, jobTitle: `Job ${n}` },
      { plusTag: false, gmailDots: false },
      by,
    ),
    by,
  );
};

describe('GET /v1/audit by record', () => {
  beforeEach(async () => {
    await keep(contactRecord, aContact());
    for (const n of [17, 18, 19]) await patched(n);
    await settleAudit();
  });

  it('answers who changed what and when, newest first, with what was before and after, from two requests', async () => {
    const answer = await read({ recordId: contactId, limit: '2' });
    expect(answer.body.items).toMatchObject([
      {
        at: day(19),
        action: 'record.updated',
        actor: { kind: 'user', id: ben },
        record: { kind: 'contact', id: contactId, version: 4 },
        fields: ['firstName', 'jobTitle'],
        changes: { firstName: { before: 'Ada 18', after: 'Ada 19' } },
      },
      { at: day(18), record: { version: 3 } },
    ]);
    expect(requestsOf(answer)).toBe(2);
    const rest = await read({ recordId: contactId, limit: '2', cursor: answer.body.cursor ?? '' });
    expect(rest.body.items.map(({ action }) => action)).toEqual(['record.updated', 'record.created']);
    expect(rest.body.cursor).toBeUndefined();
  });

  it('keeps to a stretch of time: its start is in, its end is not', async () => {
    const { body } = await read({ recordId: contactId, from: day(18), to: day(19) });
    expect(body.items.map(({ at }) => at)).toEqual([day(18)]);
  });

  it('takes an instant of any offset', async () => {
    const { body } = await read({ recordId: contactId, from: '2026-11-19T10:00:00+01:00' });
    expect(body.items.map(({ at }) => at)).toEqual([day(19)]);
  });

  it('hides what the role hides', async () => {
    const admin = builtinPolicy('admin');
    const fields = { contact: { jobTitle: 'hidden' }, deal: {}, task: {} };
    const role = newId('role');
    const policy = RolePolicy.parse({ ...admin, fields });
    await putAll([accessEntry(acme, { of: 'role', id: role, policy })]);
    const memberships = [{ workspaceId: acme, roles: [role] }];
    const { body } = await read({ recordId: contactId }, { memberships });
    expect(body.items[0]?.fields).toEqual(['firstName']);
    expect(JSON.stringify(body)).not.toContain('Job');
  });

  it('gives a cursor that is of no use for another record, another range or another workspace', async () => {
    const { cursor = '' } = (await read({ recordId: contactId, limit: '1' })).body;
    for (const [query, more] of [
      [{ recordId: newId('contact') }, {}],
      [{ recordId: contactId, from: monday }, {}],
      [{ actorId: ben }, {}],
      [{}, {}],
      [{ recordId: contactId }, { workspaceId: globex }],
    ] as [Record<string, string>, Call][])
      expect(await read({ ...query, cursor }, more)).toMatchObject({
        status: 400,
        body: { code: 'cursor_invalid' },
      });
  });
});

describe('GET /v1/audit by actor', () => {
  it('answers all that one did, of every kind, and nothing of others', async () => {
    await keep(contactRecord, aContact()); // Ann's
    await patched(17);
    await settleAudit();
    await signIn(ben, day(17, 8));
    await signIn(ann, day(17, 8));
    const { body } = await read({ actorId: ben });
    expect(body.items.map(({ action, actor }) => [action, actor.id])).toEqual([
      ['record.updated', ben],
      ['session.signed_in', ben],
    ]);
  });

  it('finds the parts of Rapport by their words', async () => {
    expect((await read({ actorId: 'deal_idle' })).status).toBe(200);
  });
});

describe('GET /v1/audit by time', () => {
  it('answers everybody’s lines of several days, newest first, each once, whatever the size of a page', async () => {
    const all = [1, 2, 2.5, 4, 9, 20, 21].map((n) => day(Math.floor(n), n % 1 ? 15 : 9)).toReversed();
    for (const at of all) await signIn(ann, at);
    for (const limit of ['1', '2', '3', '100']) {
      const { found } = await readAllPages({ from: day(1, 0), to: day(30), limit });
      expect(found).toEqual(all);
    }
  });

  it('looks at eight days a request at most: an empty page has a cursor, and the last has none', async () => {
    await signIn(ann, day(1));
    const first = await read({ from: '2026-01-01T00:00:00Z', to: day(22) });
    expect(first.body.items).toEqual([]);
    expect(requestsOf(first)).toBe(8);
    const { found, pages } = await readAllPages({ from: '2026-01-01T00:00:00Z', to: day(22) });
    expect(found).toEqual([day(1)]);
    expect(pages).toBe(Math.ceil(326 / 8)); // 1 January to 22 November
  });

  it('begins now where it is asked for days to come, which have nothing yet', async () => {
    await signIn(ann, day(21));
    const { body } = await read({ from: day(20), to: '2199-12-31T00:00:00Z' });
    expect(body.items.map(({ at }) => at)).toEqual([day(21)]);
    expect(body.cursor).toBeUndefined();
  });

  it('answers the last thirty days where nothing is said, and its cursor holds while the clock goes on', async () => {
    for (const n of [5, 21, 22]) await signIn(ann, day(n));
    await signIn(ann, '2026-10-01T09:00:00.000Z');
    const first = await read({ limit: '1' });
    expect(first.body.items.map(({ at }) => at)).toEqual([day(22)]);
    let { cursor } = first.body;
    const found: string[] = [];
    for (let minute = 1; cursor; minute++) {
      const now = day(22, 12 + minute);
      const { body }: Awaited<ReturnType<typeof read>> = await read({ limit: '1', cursor }, { now });
      found.push(...body.items.map(({ at }) => at));
      cursor = body.cursor;
    }
    expect(found).toEqual([day(21), day(5)]);
  });

  it('ends quietly where the cursor has fallen out of the last thirty days', async () => {
    for (const n of [21, 22]) await signIn(ann, day(n));
    const { cursor = '' } = (await read({ limit: '1' })).body;
    for (const now of ['2026-12-22T10:00:00.000Z', '2027-03-01T00:00:00.000Z']) {
      const late = await read({ limit: '1', cursor }, { now }); // an hour, and months
      expect(late).toMatchObject({ status: 200, body: { items: [] } });
      expect(late.body.cursor).toBeUndefined();
    }
  });

  it('is empty for a time to come', async () => {
    for (const from of [day(22, 23), '2027-01-01T00:00:00Z'])
      expect((await read({ from })).body).toEqual({ items: [] });
  });
});

describe('GET /v1/audit', () => {
  it.each([
    ['both a record and an actor', { recordId: contactId, actorId: ann }],
    ['an end before the start', { from: day(2), to: day(1) }],
    ['an instant that is none', { from: 'yesterday' }],
    ['an id that is none', { recordId: 'ACTOR#us' }],
    ['a filter that there is not', { action: 'x' }],
  ])('answers 400 to %s', async (_, query) => {
    expect((await read(query as Record<string, string>)).status).toBe(400);
  });

  it.each(['manager', 'rep', 'support', 'marketing', 'readonly'] as const)(
    'answers 403 to the role %s',
    async (role) => {
      expect(await read({}, { role })).toMatchObject({
        status: 403,
        body: { code: 'permission_missing' },
      });
    },
  );

  it('shows nothing of another workspace, by record, by actor and by time', async () => {
    await signIn(ben, day(20), globex);
    await keep(contactRecord, aContact({ workspaceId: globex }));
    await settleAudit();
    for (const query of [{}, { recordId: contactId }, { actorId: ben }, { actorId: ann }])
      expect((await read(query as Record<string, string>)).body.items).toEqual([]);
  });

  it('says of an erased change who and when, and that it is erased', async () => {
    await keep(contactRecord, aContact());
    await patched(17);
    await settleAudit();
    const { pk } = recordStore(contactRecord).keyOf(acme, contactId);
    const [newest] = (await read({ recordId: contactId })).body.items;
    await commit([{ action: { Delete: { Key: { pk, sk: `#${day(17)}#${newest?.id}` } } } }]);
    const { body } = await read({ recordId: contactId });
    expect(body.items[0]).toMatchObject({
      erased: true,
      actor: { id: ben },
      fields: ['firstName', 'jobTitle'],
    });
    expect(body.items[0]).not.toHaveProperty('changes');
  });
});

describe('GET /v1/audit as CSV', () => {
  const csv = (query: Record<string, string>, more: Call = {}) =>
    read(query, { headers: { accept: 'text/csv' }, now: day(22, 13), ...more });

  it('is a page of rows, with a cursor in a header', async () => {
    for (const n of [20, 21, 22]) await signIn(ann, day(n));
    const query = { limit: '2', from: day(19) };
    const first = await csv(query);
    expect(first).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="audit.csv"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
    const rows = parse(String(first.body), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ at }) => at)).toEqual([day(22), day(21)]);
    const rest = await csv({ ...query, cursor: first.headers['rapport-cursor'] ?? '' });
    expect(String(rest.body)).toContain(day(20));
    expect(rest.headers).not.toHaveProperty('rapport-cursor');
  });

  it('makes a formula that somebody wrote into a record harmless', async () => {
    await keep(contactRecord, aContact({ firstName: '=HYPERLINK("x")' }));
    await patched(17, { ...aContext({ now: day(17) }), cause: '=HYPERLINK("x")' });
    await settleAudit();
    const rows = parse(String((await csv({ recordId: contactId })).body)) as string[][];
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(JSON.stringify(rows)).toContain("'=HYPERLINK");
  });

  it('is itself a line of the log, once a request', async () => {
    await csv({});
    await csv({});
    await csv({}, { requestId: 'req-2' });
    const { body } = await read({ actorId: ann });
    expect(body.items.map(({ action, record, cause }) => [action, record?.kind, cause])).toEqual([
      ['export.made', 'workspace', expect.any(String)],
      ['export.made', 'workspace', expect.any(String)],
    ]);
  });

  it('is not given for `*/*`', async () => {
    const { headers } = await read({}, { headers: { accept: '*/*' } });
    expect(headers['content-type']).toBe('application/json');
  });
});

describe('GET /v1/audit, asked with another’s ids,', () => {
  beforeEach(async () => {
    await keep(workspaceRecord, aWorkspace({ id: globex }));
    await keep(contactRecord, aContact({ workspaceId: globex }));
    await signIn(ben, day(20), globex);
    await settleAudit();
  });
  itHidesOtherWorkspaces({
    handler,
    routes: auditRoutes,
    theirs: () => ({ recordId: contactId, actorId: ben }),
    nobodys: { recordId: newId('contact'), actorId: newId('user') },
  });
});
