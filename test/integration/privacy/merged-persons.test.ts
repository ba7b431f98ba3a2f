import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as privacy } from '../../../functions/privacy/api.ts';
import { writeArchive } from '../../../functions/privacy/exporting/write-archive.ts';
import { deleteContactRoute, patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { findContactByEmail } from '../../../shared/contacts/contact-store.ts';
import { whole } from '../../../shared/core/scope.ts';
import { joinViews, keepView } from '../../../shared/forms/page-view-store.ts';
import { exportContactRoute } from '../../../shared/privacy/privacy-routes.ts';
import { acme, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { aPerson, mergePersons, note, readPerson, unmergePerson } from '../../helpers/merge-world.ts';
import { bucket, rawMail, receive } from '../mail-in/post-office.ts';
import {
  address,
  askToErase,
  erasureOf,
  folding,
  leftOf,
  makePerson,
  run,
  usePersons,
} from './person-world.ts';

beforeEach(() => usePersons());

/** Somebody, and the person of whom there is something of each kind, who is merged into them. */
async function merged(): Promise<{ stays: string; gone: string }> {
  const stays = await aPerson({ firstName: 'Ada', emails: [{ address: 'ada@engines.example' }] });
  const gone = await makePerson();
  expect((await mergePersons(stays, [gone])).status).toBe(200);
  await settleAll();
  return { stays, gone };
}
const activitiesOf = async (contactId: string) => {
  await settleAll();
  const { body } = await readPerson(contactId);
  return body.timeline?.items.flatMap((one) => (one.type === 'activity' ? [one.activity] : [])) ?? [];
};

describe('a person who was merged', () => {
  it('is erased with the one that stays: nothing is left of either, and neither comes back', async () => {
    const { stays, gone } = await merged();
    expect(await askToErase(gone)).toMatchObject({
      status: 409,
      body: { code: 'record_merged', mergedInto: stays },
    });
    await note(stays, noon, { text: 'Since the merge: pinions.' });
    await settleAll();
    expect((await askToErase(stays)).status).toBeLessThan(300);
    expect((await askToErase(stays)).status).toBeLessThan(300);
    for (const id of [gone, stays]) {
      await run(id);
      await settleAll();
      expect((await erasureOf(id)).status).toBe('done');
    }
    expect(await leftOf()).toEqual([]);
    expect(await unmergePerson(stays, gone)).toMatchObject({ status: 409, body: { code: 'contact_erased' } });
    expect((await readPerson(gone)).status).toBe(301);
  });

  it('is erased with the one that stays from the trash, too', async () => {
    const { stays, gone } = await merged();
    await call(contacts, deleteContactRoute, { params: { contactId: stays } });
    expect((await readPerson(gone)).status).toBe(404);
    expect((await askToErase(stays)).status).toBeLessThan(300);
    for (const id of [gone, stays]) await run(id);
    await settleAll();
    expect(await leftOf()).toEqual([]);
  });

  it('leaves nothing with whom they were merged into by mistake, once they are erased by themselves', async () => {
    const { stays, gone } = await merged();
    await call(contacts, patchContactRoute, {
      params: { contactId: stays },
      body: { tags: ['pinions', 'more'] },
    });
    const top = await aPerson({ firstName: 'Top' });
    await mergePersons(top, [stays]);
    await unmergePerson(top, stays);
    expect((await unmergePerson(stays, gone)).status).toBe(200);
    await call(contacts, patchContactRoute, { params: { contactId: stays }, body: { tags: ['more'] } });
    await settleAll();
    await askToErase(gone);
    await run(gone);
    await settleAll();
    // The tag was written with the one that stays; what they changed of it since says so.
    expect((await leftOf()).filter((word) => word !== 'pinions')).toEqual([]);
    expect((await readPerson(stays)).body).toMatchObject({ firstName: 'Ada', tags: ['more'] });
    expect((await readPerson(top)).body).toMatchObject({ firstName: 'Top' });
  });

  it('is in the archive of the one that stays, as they stood and with all that names them', async () => {
    const { stays, gone } = await merged();
    expect(await call(privacy, exportContactRoute, { params: { contactId: gone }, body: {} })).toMatchObject({
      status: 409,
      body: { mergedInto: stays },
    });
    const asked = await call(privacy, exportContactRoute, { params: { contactId: stays }, body: {} });
    await writeArchive(acme, String(asked.body.id));
    const zip = unzipSync(bucket.get(`persons/${acme}/${asked.body.id}.zip`)?.body as Uint8Array);
    const text = (name: string) => Buffer.from(zip[name] ?? '').toString();
    expect(JSON.parse(text('merged.jsonl'))).toMatchObject({ id: gone, firstName: 'Zbigniewa' });
    expect(JSON.parse(text('contact.json'))).toMatchObject({ id: stays, mergedIds: [gone] });
    expect(text('deals.jsonl')).toContain('For Quetzalberg');
    expect(text('tasks.jsonl')).toContain('Call Zbigniewa');
    expect(text('timeline.csv')).toContain('Zbigniewa likes pinions.');
    expect(Object.keys(zip).filter((name) => name.startsWith('mails/'))).toHaveLength(1);
  });

  it('writes to the one that stays, by their address and in their conversation, and visits its pages', async () => {
    const { stays, gone } = await merged();
    expect((await findContactByEmail(whole(acme), address, folding))?.id).toBe(stays);
    await receive(rawMail({ From: `Zbigniewa <${address}>`, Subject: 'Again' }, 'And another thing.'), {
      source: address,
    });
    expect(await activitiesOf(stays)).toEqual(
      expect.arrayContaining([expect.objectContaining({ subject: 'Again', contactId: stays })]),
    );
    await joinViews(acme, 'v_1', gone, noon);
    await keepView({
      workspaceId: acme,
      visitorId: 'v_1',
      formId: 'fm_1',
      at: noon,
      url: 'https://acme.example/x',
    });
    expect(await activitiesOf(stays)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'page_view', contactId: stays })]),
    );
  });
});
