import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { byReason } from '../../../functions/due/reasons/by-reason.ts';
import { handler } from '../../../functions/privacy/api.ts';
import { eraseIntake } from '../../../functions/privacy/erasing/mail.ts';
import { createActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { createContactRoute, patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { DueEntry } from '../../../shared/core/due.ts';
import { intakeId } from '../../../shared/mail/intake.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { mailRefusal } from '../../../shared/mail/refusal-store.ts';
import { plainHash, suppressionKey } from '../../../shared/mail/suppression.ts';
import { suppress } from '../../../shared/mail/suppression-store.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { erasureRecord, requestErasure } from '../../../shared/privacy/erasure.ts';
import { exportRecord, requestExport } from '../../../shared/privacy/export.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { getErasureRoute, listErasuresRoute, privacyRoutes } from '../../../shared/privacy/privacy-routes.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, globex, noon } from '../../fixtures/ids.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { bucket, rawMail, receive, s3 } from '../mail-in/post-office.ts';
import { address, askToErase, erasureOf, leftOf, makePerson, run, usePersons } from './person-world.ts';

const theirs = aContact({ workspaceId: globex });
const by = aContext({ workspaceId: globex });
const [erasure, archive] = [requestErasure(theirs.id, [], by).after, requestExport(theirs.id, by).after];
describe('another workspace', () => {
  beforeAll(async () => {
    await usePersons();
    await keep(contactRecord, theirs);
    await keep(erasureRecord, erasure);
    await keep(exportRecord, archive);
  });
  itHidesOtherWorkspaces({
    handler,
    routes: privacyRoutes,
    theirs: () => ({ contactId: theirs.id, erasureId: erasure.id, exportId: archive.id }),
    nobodys: {
      contactId: 'ct_01K0000000000000000000N0NE',
      erasureId: 'er_01K0000000000000000000N0NE',
      exportId: 'ex_01K0000000000000000000N0NE',
    },
  });
});

const dueEntries = async () =>
  (await Array.fromAsync(readAll()))
    .filter(({ pk }) => pk.startsWith('DUE#'))
    .map((item) => DueEntry.parse(item));

describe('an erasure', () => {
  beforeEach(() => usePersons());

  it('is listed and read without the hashes of addresses', async () => {
    const id = await makePerson();
    const { body } = await askToErase(id);
    await settleAll();
    const list = await call(handler, listErasuresRoute);
    expect(list.body.items).toEqual([body]);
    const one = await call(handler, getErasureRoute, { params: { erasureId: body.id } });
    expect(one.body).toEqual(body);
    expect(one.body).not.toHaveProperty('addresses');
  });

  it('of which nothing is heard is called again by the sweep, and a day later it is looked for what came late', async () => {
    const id = await makePerson();
    await askToErase(id);
    await settleAll();
    const [stuck] = (await dueEntries()).filter(({ reason }) => reason === 'erasure');
    expect(stuck?.at).toBe('2026-11-22T12:15:00.000Z');
    await byReason.erasure(stuck as DueEntry, '2026-11-22T12:15:30.000Z', () => true);
    expect(await erasureOf(id)).toMatchObject({ version: 2, status: 'requested' });

    await run(id, { now: '2026-11-22T12:16:00.000Z' });
    await settleAll();
    const [late] = (await dueEntries()).filter(({ reason }) => reason === 'erasure');
    expect(late?.at).toBe('2026-11-23T13:16:00.000Z');
    const now = '2026-11-23T13:17:00.000Z';
    await byReason.erasure(late as DueEntry, now, () => true);
    await run(id, { now });
    expect(await erasureOf(id)).toMatchObject({ status: 'done', lookedAgainAt: now });
    await settleAll();
    expect((await dueEntries()).filter(({ reason }) => reason === 'erasure')).toEqual([]);
  });

  it('refuses its address to every spelling, in a new contact and in an old one, and tells of nobody', async () => {
    const id = await makePerson();
    const other = await call(contacts, createContactRoute, { body: { firstName: 'Other' } });
    await askToErase(id);
    const emails = [{ address: 'Z.Quetzalberg+news@Xylophone.example' }];
    const refused = { status: 409, body: { code: 'person_erased' } };
    expect(await call(contacts, createContactRoute, { body: { emails } })).toMatchObject(refused);
    const patched = await call(contacts, patchContactRoute, {
      params: { contactId: other.body.id },
      body: { emails },
    });
    expect(patched).toMatchObject(refused);
    expect(patched.body).not.toHaveProperty('existingId');
    expect(await mailRefusal(acme, { to: address, marketing: false })).toBe('person_erased');
  });

  it('keeps that they wanted no mail, under a hash that a list of addresses cannot find', async () => {
    const id = await makePerson();
    await suppress(acme, plainHash(address), 'unsubscribed', noon);
    expect(await mailRefusal(acme, { to: address, marketing: true })).toBe('unsubscribed');
    await askToErase(id);
    await receive(rawMail({ From: address, Subject: 'Me again' }), { source: address });
    expect(await mailRefusal(acme, { to: address, marketing: false })).toBeUndefined();
    expect(await mailRefusal(acme, { to: address, marketing: true })).toBe('unsubscribed');
    expect(await getItem(suppressionKey(acme, plainHash(address)))).toBeUndefined();
  });

  it('loses the race with a rep who saves at the same moment to neither of both', async () => {
    const id = await makePerson();
    const params = { contactId: id };
    const answers = await Promise.all([
      askToErase(id),
      ...['a', 'b', 'c'].map((jobTitle) => call(contacts, patchContactRoute, { params, body: { jobTitle } })),
      ...['x', 'y'].map((text) =>
        call(activities, createActivityRoute, {
          body: { kind: 'note', contactId: id, text: `pinions ${text}` },
        }),
      ),
    ]);
    expect(answers[0]?.status).toBe(202);
    for (const { status } of answers.slice(1)) expect([200, 201, 409]).toContain(status);
    await run(id);
    await settleAll();
    await run(id, { now: '2026-11-24T12:00:00.000Z' });
    await settleAll();
    expect(await leftOf()).toEqual([]);
  });

  it('leaves a mail that came to another workspace as well, until that erases the person, too', async () => {
    const key = 'raw/both';
    const post = { key, source: address, recipients: ['sales@in.acme.test', 'sales@in.globex.test'] };
    await receive(rawMail({ From: address, Subject: 'To both', 'Auto-Submitted': 'auto-replied' }), post);
    const id = await makePerson();
    await askToErase(id);
    await run(id);
    expect(await intakeStore.get(acme, intakeId(key, acme))).toHaveProperty('erasedAt');
    expect(bucket.has(key)).toBe(true);
    expect(await intakeStore.get(globex, intakeId(key, globex))).not.toHaveProperty('erasedAt');
  });

  it('leaves nothing of a mail whose two workspaces erase its sender at the same moment', async () => {
    const key = 'raw/both';
    const post = { key, source: address, recipients: ['sales@in.acme.test', 'sales@in.globex.test'] };
    await receive(rawMail({ From: address, Subject: 'To both', 'Auto-Submitted': 'auto-replied' }), post);
    let here = 0;
    const both = Promise.withResolvers<void>();
    s3.on(ListObjectVersionsCommand).callsFake(async ({ Prefix }: { Prefix: string }) => {
      if (Prefix.startsWith('bodies/') && ++here === 2) both.resolve();
      if (Prefix.startsWith('bodies/')) await both.promise; // each has asked for the other's, and emptied nothing
      return { Versions: bucket.has(Prefix) ? [{ Key: Prefix, VersionId: 'null' }] : [], IsTruncated: false };
    });
    const contactId = 'ct_01K0000000000000000000N0NE';
    const eraseIn = (workspaceId: string) => {
      const context = aContext({ workspaceId });
      const of = requestErasure(contactId, [], context).after;
      const work = { workspaceId, contactId, erasure: of, by: context, look: async () => {} };
      return Array.fromAsync(eraseIntake(work, intakeId(key, workspaceId)));
    };
    await Promise.all([acme, globex].map(eraseIn));
    expect(bucket.has(key)).toBe(false);
  });
});

it('an archive that never comes is asked for twice more, and has then failed', async () => {
  await usePersons();
  const id = await makePerson();
  const context = aContext();
  const change = requestExport(id, context);
  await exportStore.save(change, context);
  for (const hour of [2, 4, 6]) {
    await settleAll();
    const [entry] = (await dueEntries()).filter(({ reason }) => reason === 'export');
    expect(entry?.at).toBe(`2026-11-22T${12 + hour}:00:00.000Z`);
    await byReason.export(entry as DueEntry, entry?.at ?? '', () => true);
  }
  expect(await exportStore.get(acme, change.after.id)).toMatchObject({ status: 'failed' });
});
