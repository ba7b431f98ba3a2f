import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/privacy/api.ts';
import { writeArchive } from '../../../functions/privacy/exporting/write-archive.ts';
import { builtinPolicy } from '../../../shared/access/builtin-roles.ts';
import { auditRecordPk } from '../../../shared/audit/audit.ts';
import type { RolePolicy } from '../../../shared/core/policy.ts';
import { requestExport } from '../../../shared/privacy/export.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { partition } from '../../../shared/privacy/items-store.ts';
import { exportContactRoute, getExportRoute } from '../../../shared/privacy/privacy-routes.ts';
import { acme, ann, ben, noon } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { bucket } from '../mail-in/post-office.ts';
import { address, askToErase, makePerson, run, usePersons } from './person-world.ts';

beforeEach(() => usePersons());

const ask = (contactId: string, more: Call = {}) =>
  call(handler, exportContactRoute, { params: { contactId }, body: {}, ...more });
const get = (exportId: string, more: Call = {}) =>
  call(handler, getExportRoute, { params: { exportId }, ...more });
const unpacked = (id: string) => {
  const zip = bucket.get(`persons/${acme}/${id}.zip`);
  if (!zip) throw new Error('There is no archive');
  const texts = Object.entries(unzipSync(zip.body)).map(([name, content]) => [
    name,
    Buffer.from(content).toString(),
  ]);
  return Object.fromEntries(texts) as Record<string, string>;
};
const lines = (text = '') =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the archive of a person', () => {
  it('holds the contact, activities, changes, deals, tasks and mails, and no folded addresses or places in a bucket', async () => {
    const contactId = await makePerson();
    const { body } = await ask(contactId);
    await writeArchive(acme, body.id);
    const files = unpacked(body.id);
    expect(JSON.parse(files['contact.json'] ?? '')).toMatchObject({
      firstName: 'Zbigniewa',
      emails: [{ address }],
    });
    const [note, mail] = lines(files['activities.jsonl']);
    expect([note.kind, mail.kind].toSorted()).toEqual(['email', 'note']);
    expect(lines(files['deals.jsonl'])).toMatchObject([{ name: 'For Quetzalberg' }]);
    expect(lines(files['tasks.jsonl'])).toMatchObject([{ title: 'Call Zbigniewa' }]);
    expect(files['timeline.csv']).toContain('Zbigniewa likes pinions.');
    const mails = Object.keys(files).filter((name) => name.startsWith('mails/'));
    expect(mails).toHaveLength(1);
    expect(files[mails[0] ?? '']).toContain('About the marmalade orrery.');
    expect(Object.values(files).join()).not.toMatch(/"key":|bodies\//);
  });

  it('is ready for seven days, and each link to it stands in the log before it is out', async () => {
    const contactId = await makePerson();
    const { body } = await ask(contactId);
    expect((await get(body.id)).body).toMatchObject({ status: 'requested' });
    await writeArchive(acme, body.id);
    const { body: one } = await get(body.id);
    expect(one).toMatchObject({
      status: 'ready',
      bytes: bucket.get(`persons/${acme}/${body.id}.zip`)?.body.length,
    });
    expect(one.url).toMatch(/X-Amz-Expires=300/);
    expect(one).not.toHaveProperty('rights');
    const log = await Array.fromAsync(partition({ pk: auditRecordPk(acme, contactId) }));
    expect(log.map(({ action, actor }) => [action, (actor as { id: string }).id])).toEqual(
      expect.arrayContaining([
        ['export.made', ann],
        ['export.downloaded', ann],
      ]),
    );
    expect((await get(body.id, { now: '2099-01-01T00:00:00.000Z' })).body).not.toHaveProperty('url');
  });

  it('is nobody’s but who asked for it, and who looks after erasures', async () => {
    const contactId = await makePerson();
    const { body } = await ask(contactId, { userId: ben, role: 'marketing' });
    await writeArchive(acme, body.id);
    expect((await get(body.id, { userId: ben, role: 'marketing' })).body.url).toBeDefined();
    expect((await get(body.id, { userId: ann, role: 'marketing' })).body).toMatchObject({
      code: 'export_not_found',
    });
    expect((await get(body.id, { userId: ann, role: 'admin' })).body.url).toBeDefined();
  });

  it('has nothing in it that its asker may not see', async () => {
    const contactId = await makePerson();
    const admin = builtinPolicy('admin') as RolePolicy;
    const policy: RolePolicy = {
      ...admin,
      records: { ...admin.records, deal: { ...admin.records.deal, read: 'none' } },
      fields: { contact: { phones: 'hidden' }, deal: {}, task: { note: 'hidden' } },
    };
    const by = aContext({ policy });
    const change = requestExport(contactId, by);
    await exportStore.save(change, by);
    await writeArchive(acme, change.after.id);
    const files = unpacked(change.after.id);
    expect(files['contact.json']).toContain('Zbigniewa');
    expect(files['deals.jsonl']).toBe('');
    expect(Object.keys(files).filter((name) => /^(mails|files)\//.test(name))).toEqual([]);
    expect(JSON.parse(files['index.json'] ?? '')).toHaveProperty('leftOut');
    expect(Object.values(files).join()).not.toContain('30901827364');
  });

  it('goes with the person: an archive that is written while they are erased does not stay', async () => {
    const contactId = await makePerson();
    const [first, second] = [(await ask(contactId)).body.id, (await ask(contactId)).body.id];
    await writeArchive(acme, first);
    await settleAll();
    await askToErase(contactId);
    await writeArchive(acme, second);
    await run(contactId);
    expect([...bucket.keys()].filter((key) => key.startsWith('persons/'))).toEqual([]);
    expect((await get(first)).body).toMatchObject({ status: 'deleted' });
    expect((await get(first)).body).not.toHaveProperty('url');
    expect((await ask(contactId)).body).toMatchObject({ code: 'contact_erased' });
  });

  it('is made once for a request that is sent again', async () => {
    const contactId = await makePerson();
    const headers = { 'idempotency-key': 'e1' };
    const [one, two] = [await ask(contactId, { headers }), await ask(contactId, { headers })];
    expect(two.body.id).toBe(one.body.id);
    await writeArchive(acme, one.body.id);
    const { version } = await exportStore.get(acme, one.body.id);
    await writeArchive(acme, one.body.id);
    expect(await exportStore.get(acme, one.body.id)).toMatchObject({ version, createdAt: noon });
  });
});
