import { SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as companies } from '../../../functions/companies/api.ts';
import { purgeDue } from '../../../functions/due/reasons/purge.ts';
import { handler } from '../../../functions/links/api.ts';
import { handler as records } from '../../../functions/records/api.ts';
import { companyRecord } from '../../../shared/companies/company.ts';
import { companyRecordRoutes as company } from '../../../shared/companies/company-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { linksPk } from '../../../shared/links/link-projection.ts';
import {
  createLinkRoute,
  deleteLinkRoute,
  getLinkRoute,
  listDealContactsRoute,
  listLinksRoute,
  patchLinkRoute,
} from '../../../shared/links/link-routes.ts';
import { putAll } from '../../../shared/platform/batch-write.ts';
import { purgeRecordRoute, restoreRecordRoute } from '../../../shared/records/trash-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aCompany } from '../../fixtures/company.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, monday, noon } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(() => {
  useSecret();
  process.env.KEYS_QUEUE_URL = 'https://sqs.eu-west-1.amazonaws.com/1/keys';
  mockClient(SQSClient).onAnyCommand().resolves({});
});
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  for (const id of [ann, ben]) await keep(userRecord, aUser({ id, email: `${id}@acme.example` }));
});

let n = 0;
const person = async (firstName: string, over: object = {}) => {
  const email = `${n++}@engines.example`;
  const emails = [{ address: email, key: email }];
  const id = newId('contact', monday);
  return (await keep(contactRecord, aContact({ id, firstName, lastName: 'L', emails, ...over }))).id;
};
const firm = async (over: object = {}) =>
  (
    await keep(
      companyRecord,
      aCompany({ id: newId('company', monday), name: 'Engines', domains: [], ...over }),
    )
  ).id;
const link = (fromId: string, toId: string, label: string, more: Call & { note?: string } = {}) => {
  const { note, ...rest } = more;
  return call(handler, createLinkRoute, { body: { fromId, toId, label, ...(note && { note }) }, ...rest });
};
const list = async (recordId: string, query: Record<string, string> = {}, more: Call = {}) => {
  await settleAll();
  const { body } = await call(handler, listLinksRoute, { query: { recordId, ...query }, ...more });
  return body as {
    items: { id: string; label: string; record: { id: string; name: string } }[];
    cursor?: string;
  };
};
const ids = ({ items }: { items: { record: { id: string } }[] }) => items.map(({ record }) => record.id);
const at = (linkId: string) => ({ params: { linkId } });

describe('a link', () => {
  it('is read from both ends, each with its own words and the other record’s name', async () => {
    const [ada, engines] = [await person('Ada'), await firm()];
    const made = await link(ada, engines, 'works_at', { note: 'Since 1843' });
    expect(made).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    expect((await list(ada)).items).toMatchObject([
      { label: 'works_at', note: 'Since 1843', record: { id: engines, type: 'company', name: 'Engines' } },
    ]);
    expect((await list(engines)).items).toMatchObject([
      { label: 'employs', record: { id: ada, type: 'contact', name: 'Ada L' } },
    ]);
  });

  it('is one however often and from whichever end it is told, also at once', async () => {
    const [ada, engines] = [await person('Ada'), await firm()];
    const answers = await Promise.all([
      link(ada, engines, 'works_at'),
      link(engines, ada, 'employs'),
      link(ada, engines, 'Works_at'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await list(engines)).items.length).toBe(1);
  });

  it('ties two of one kind, and finds them by label, by kind and page by page', async () => {
    const [ada, ben2, engines] = [await person('Ada'), await person('Charles'), await firm()];
    await link(ada, ben2, 'referred_by', { now: '2026-11-22T12:00:01.000Z' });
    await link(ada, engines, 'works_at', { now: '2026-11-22T12:00:02.000Z' });
    await link(ada, engines, 'Beirat', { now: '2026-11-22T12:00:03.000Z' });
    expect(ids(await list(ada, { label: 'referred_by' }))).toEqual([ben2]);
    expect(ids(await list(ben2, { label: 'referred' }))).toEqual([ada]);
    expect(ids(await list(ada, { type: 'company' }))).toEqual([engines, engines]);
    const first = await list(ada, { limit: '2' });
    const second = await list(ada, { limit: '2', cursor: first.cursor ?? '' });
    expect([...ids(first), ...ids(second)]).toEqual([engines, engines, ben2]);
    expect(second.cursor).toBeUndefined();
  });

  it('is changed on the version that was read, turned by a label of the other direction, and taken away', async () => {
    const [ada, engines] = [await person('Ada'), await firm()];
    const { body: made } = await link(ada, engines, 'works_at');
    const turn = { ...at(made.id), body: { label: 'child_of' } };
    expect(await call(handler, patchLinkRoute, turn)).toMatchObject({
      status: 200,
      body: { fromId: engines, toId: ada, label: 'parent_of', version: 2 },
    });
    const late = { ...turn, headers: { 'if-match': '"1"' } };
    expect(await call(handler, patchLinkRoute, late)).toMatchObject({ status: 412 });
    await link(ada, engines, 'works_at');
    const taken = { ...at(made.id), body: { label: 'employs' } };
    expect(await call(handler, patchLinkRoute, taken)).toMatchObject({
      status: 409,
      body: { code: 'link_taken' },
    });
    expect(await call(handler, deleteLinkRoute, at(made.id))).toMatchObject({ status: 204 });
    expect(await call(handler, getLinkRoute, at(made.id))).toMatchObject({ status: 404 });
    expect((await list(engines)).items.length).toBe(1);
  });

  it('is out of sight while one of its records lies in the trash, and gone when that is purged', async () => {
    const [ada, engines] = [await person('Ada'), await firm()];
    const { body: made } = await link(ada, engines, 'works_at', { note: 'Secret' });
    await call(companies, company.remove, { params: { companyId: engines } });
    expect((await list(ada)).items).toEqual([]);
    expect(await call(handler, getLinkRoute, at(made.id))).toMatchObject({ status: 404 });
    expect(await link(ada, engines, 'partner')).toMatchObject({
      status: 400,
      body: { code: 'reference_unknown' },
    });
    await call(records, restoreRecordRoute, { params: { recordId: engines } });
    expect(ids(await list(ada))).toEqual([engines]);
    await call(companies, company.remove, { params: { companyId: engines } });
    await call(records, purgeRecordRoute, { params: { recordId: engines } });
    await purgeDue({ workspaceId: acme, of: 'company', id: engines } as never, noon);
    await settleAll();
    const left = (await Array.fromAsync(readAll())).filter(
      ({ pk }) => pk.includes(made.id) || pk.includes('#LINKS'),
    );
    expect(
      left
        .map(({ type, kind }) => type && kind)
        .filter(Boolean)
        .toSorted(),
    ).toEqual(['created', 'deleted']);
  });

  it('has no third from one that is erased, none to itself, and 200 of a record', async () => {
    const [ada, gone, engines] = [await person('Ada'), await person('Eve', { erasedAt: noon }), await firm()];
    expect(await link(gone, engines, 'works_at')).toMatchObject({
      status: 409,
      body: { code: 'contact_erased' },
    });
    expect(await link(ada, ada, 'related')).toMatchObject({ status: 400 });
    const entry = { pk: linksPk(acme, engines), of: 'link', other: ada, label: 'related' };
    await putAll(Array.from({ length: 200 }, (_, i) => ({ ...entry, sk: `${monday}#${i}`, id: `${i}` })));
    expect(await link(ada, engines, 'one more')).toMatchObject({
      status: 409,
      body: { code: 'too_many_links' },
    });
  });

  it('is seen by who sees both records, and set by who may edit either', async () => {
    const manager = { role: 'manager' } as const; // sees all, edits their own
    const [own, bens, bensFirm] = [
      await person('Own', { ownerId: ann }),
      await person('Bens', { ownerId: ben }),
      await firm({ ownerId: ben }),
    ];
    expect(await link(bens, bensFirm, 'works_at', manager)).toMatchObject({
      status: 403,
      body: { code: 'record_out_of_reach' },
    });
    expect(await link(own, bensFirm, 'works_at', manager)).toMatchObject({ status: 201 });
    expect(await link(bensFirm, own, 'partner', manager)).toMatchObject({ status: 201 });
    const { body } = await link(bens, bensFirm, 'works_at');
    expect(await call(handler, deleteLinkRoute, { ...at(body.id), ...manager })).toMatchObject({
      status: 403,
    });
  });

  it('gives a deal several contacts with their roles beside its own', async () => {
    const [ada, charles, eve] = [await person('Ada'), await person('Charles'), await person('Eve')];
    const deal = await keep(dealRecord, aDeal({ contactId: ada }));
    await link(charles, deal.id, 'decides_on');
    await link(deal.id, charles, 'billing_contact');
    await link(ada, deal.id, 'champions');
    await link(eve, deal.id, 'related');
    await settleAll();
    const { body } = await call(handler, listDealContactsRoute, { params: { dealId: deal.id } });
    const shown = body.items.map(({ contact, primary, roles }) => [contact.id, primary, roles.toSorted()]);
    expect(shown[0]).toEqual([ada, true, ['champion']]);
    expect(shown.slice(1)).toEqual(
      expect.arrayContaining([
        [charles, false, ['billing_contact', 'decision_maker']],
        [eve, false, ['related']],
      ]),
    );
  });
});
