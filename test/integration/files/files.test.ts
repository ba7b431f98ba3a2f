import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileDue } from '../../../functions/due/reasons/file.ts';
import { handler } from '../../../functions/files/api.ts';
import { handler as privacy } from '../../../functions/privacy/api.ts';
import { runErasure } from '../../../functions/privacy/erasing/run.ts';
import { writeArchive } from '../../../functions/privacy/exporting/write-archive.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { newId } from '../../../shared/core/ids.ts';
import { nextVersion } from '../../../shared/core/record.ts';
import { whole } from '../../../shared/core/scope.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { versionKey } from '../../../shared/files/file.ts';
import { patchFileRoute, restoreFileRoute, setScanResultRoute } from '../../../shared/files/file-routes.ts';
import { timelinePage } from '../../../shared/platform/collection.ts';
import { erasureIdOf } from '../../../shared/privacy/erasure.ts';
import { exportKey, requestExport } from '../../../shared/privacy/export.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { eraseContactRoute } from '../../../shared/privacy/privacy-routes.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, contactId, dealId, noon } from '../../fixtures/ids.ts';
import type { Call } from '../../helpers/call.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { send } from '../../helpers/local-buckets.ts';
import {
  begin,
  beginVersion,
  handOn,
  inBucket,
  link,
  list,
  notify,
  objectOf,
  pdf,
  read,
  remove,
  scan,
  told,
  upload,
  useFiles,
} from './file-world.ts';

beforeAll(async () => {
  await useFiles();
  await keep(contactRecord, aContact({ ownerId: ann }));
  await keep(dealRecord, aDeal({ contactId, ownerId: ben }));
});
const keyOf = (id: string, number = 1) => versionKey({ workspaceId: acme, id }, number);
const requests = (headers: Record<string, string>) => headers['rapport-capacity'];
const due = (id: string, now: string) =>
  fileDue({ pk: '', sk: '', at: now, reason: 'file', workspaceId: acme, of: 'file', id }, now);
const days = (n: number) => new Date(Date.parse(noon) + n * 86_400_000).toISOString();

describe('a file', () => {
  it('is uploaded by its URL, stands on its record, and comes back as it was, under its name', async () => {
    const bytes = pdf('Für „Ada“');
    const id = await upload(dealId, bytes, 'Angebot „Ada“ 100%.pdf');
    await settleAll();
    expect((await read(id)).body).toMatchObject({
      status: 'ready',
      size: bytes.length,
      contentType: 'application/pdf',
      current: 1,
      recordKind: 'deal',
    });
    const listed = await list(dealId);
    expect(listed.body.items.map((one) => one.id)).toEqual([id]);
    expect(requests(listed.headers)).toMatch(/^requests=2;/);
    const { body } = await link(id);
    const got = await fetch(body.url);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(bytes);
    expect(got.headers.get('content-type')).toBe('application/pdf');
    expect(got.headers.get('content-disposition')).toBe(
      `attachment; filename="Angebot _Ada_ 100_.pdf"; filename*=UTF-8''Angebot%20%E2%80%9EAda%E2%80%9C%20100%25.pdf`,
    );
    const timeline = await timelinePage('deal', whole(acme), [dealId], { limit: 10 });
    expect(timeline.items.filter(({ type }) => type === 'file')).toEqual([
      expect.objectContaining({ id, file: expect.objectContaining({ name: 'Angebot „Ada“ 100%.pdf' }) }),
    ]);
  });

  it('is put by a URL that takes neither more, nor fewer, nor other bytes, and none a second time', async () => {
    const bytes = pdf();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { body } = await begin({ recordId: dealId, size: bytes.length, ...{ sha256 } });
    expect((await send(body.upload, Buffer.concat([bytes, bytes]))).status).toBe(403);
    expect((await send(body.upload, bytes.subarray(1))).status).toBe(403);
    expect((await send(body.upload, pdf('b quote'))).status).toBe(400);
    const bare = { ...body.upload, headers: {} };
    expect((await send(bare, bytes)).status).toBe(403);
    expect((await send(body.upload, bytes)).status).toBe(200);
    expect((await send(body.upload, bytes)).status).toBe(412);
    await handOn();
    expect((await read(body.id)).body).toMatchObject({ status: 'ready', sha256 });
  });

  it.each([
    [
      'a program by the name of a document',
      'Quote.pdf',
      Buffer.from('MZ\u0090\0\u0003\0\0\0\u0004'),
      'type_not_allowed',
    ],
    ['a script', 'notes.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'type_not_allowed'],
    [
      'a picture by the name of a document',
      'Quote.pdf',
      Buffer.from('GIF89a\x01\0\x01\0\0\0\0;'),
      'type_mismatch',
    ],
  ])('that is %s is refused, and its bytes deleted', async (_, name, bytes, refusedFor) => {
    const id = await upload(dealId, bytes, name);
    expect((await read(id)).body).toMatchObject({ status: 'refused', versions: [{ refusedFor }] });
    expect(await inBucket(keyOf(id))).toBe(false);
    expect((await link(id)).body.code).toBe('file_not_ready');
    await notify(keyOf(id)); // late: nothing is there any more
    expect((await read(id)).body.status).toBe('refused');
  });

  it('stays what it is when its notice comes twice, or of keys that are nobody’s or gone', async () => {
    const id = await upload(dealId);
    const before = (await read(id)).body;
    await notify(keyOf(id));
    for (const key of ['files/x', 'files/../x', keyOf(newId('file')), keyOf(id, 7)]) await notify(key);
    await notify(keyOf(id), 'another-bucket');
    expect((await read(id)).body).toEqual(before);
  });

  it('keeps its version until a newer one is ready, also where one is refused or the notices come in another order', async () => {
    const id = await upload(dealId, pdf('first'));
    const second = await beginVersion(id, pdf('second').length);
    const third = await beginVersion(id, pdf('third').length);
    expect((await read(id)).body).toMatchObject({ status: 'ready', current: 1 });
    await send(third.body.upload, pdf('third'));
    await handOn();
    expect((await read(id)).body.current).toBe(3);
    await send(second.body.upload, pdf('second'));
    await handOn();
    expect((await read(id)).body.current).toBe(3);
    const old = await link(id, { query: { version: '2' } });
    expect(await (await fetch(old.body.url)).text()).toContain('second');
    expect((await link(id, { query: { version: '9' } })).body.code).toBe('file_version_not_found');
    const bad = await beginVersion(id, 20);
    await send(bad.body.upload, Buffer.alloc(20, 1));
    await handOn();
    expect((await read(id)).body).toMatchObject({ status: 'ready', current: 3 });
  });

  it('is renamed, not into a program; a request that is sent again makes one file', async () => {
    const once: Call = { headers: { 'idempotency-key': 'f1' } };
    const [first, again] = [await begin({ recordId: dealId }, once), await begin({ recordId: dealId }, once)];
    expect(again.body).toEqual(first.body);
    const rename = (name: string) =>
      call(handler, patchFileRoute, { params: { fileId: first.body.id }, body: { name } });
    expect((await rename('Contract.pdf')).body.name).toBe('Contract.pdf');
    for (const name of ['Contract.exe', 'a/b.pdf', '..', 'x\u202efdp.exe'])
      expect((await rename(name)).body.code).toBe('validation_failed');
  });
});

describe('what is deleted', () => {
  it('is gone at once, comes back within 30 days, and is gone with its bytes after', async () => {
    const id = await upload(dealId);
    expect((await remove(id)).status).toBe(204);
    await settleAll();
    expect((await read(id)).body.code).toBe('file_not_found');
    expect((await list(dealId)).body.items.map((one) => one.id)).not.toContain(id);
    expect((await call(handler, restoreFileRoute, { params: { fileId: id } })).body.status).toBe('ready');
    await remove(id);
    await due(id, days(31));
    expect(await inBucket(keyOf(id))).toBe(false);
    expect((await call(handler, restoreFileRoute, { params: { fileId: id } })).body.code).toBe(
      'file_not_found',
    );
  });

  it('never was, where its upload did not come for a day; one whose notice was lost is found', async () => {
    const [never, lost] = [await begin({ recordId: dealId }), await begin({ recordId: dealId })];
    await send(lost.body.upload, pdf());
    told.length = 0;
    for (const { body } of [never, lost]) await due(body.id, days(1));
    expect((await read(never.body.id)).body.code).toBe('file_not_found');
    expect((await read(lost.body.id)).body.status).toBe('ready');
  });
});

describe('a scanner', () => {
  const scanned = async () => {
    process.env.FILES_SCAN = 'guardduty';
    try {
      return await upload(dealId);
    } finally {
      process.env.FILES_SCAN = 'off';
    }
  };

  it.each([
    ['NO_THREATS_FOUND', 'ready', true],
    ['THREATS_FOUND', 'refused', false],
    ['UNSUPPORTED', 'refused', false],
  ])('that says %s makes a file %s, however often it says so', async (said, status, isThere) => {
    const id = await scanned();
    expect((await read(id)).body.status).toBe('scanning');
    expect((await link(id)).body.code).toBe('file_not_ready');
    await scan(keyOf(id), said);
    await scan(keyOf(id), said === 'NO_THREATS_FOUND' ? 'THREATS_FOUND' : 'NO_THREATS_FOUND');
    expect((await read(id)).body.status).toBe(status);
    expect(await inBucket(keyOf(id))).toBe(isThere);
  });

  it('that could not say leaves the file waiting and rings', async () => {
    const id = await scanned();
    await expect(scan(keyOf(id), 'ACCESS_DENIED')).rejects.toThrow('failed');
    expect((await read(id)).body.status).toBe('scanning');
  });

  it('may be quicker than the notice of the upload', async () => {
    process.env.FILES_SCAN = 'guardduty';
    const { body } = await begin({ recordId: dealId });
    await send(body.upload, pdf());
    await scan(keyOf(body.id), 'NO_THREATS_FOUND');
    await handOn();
    process.env.FILES_SCAN = 'off';
    expect((await read(body.id)).body.status).toBe('ready');
  });

  it('of one’s own fetches what waits and answers by the API', async () => {
    const id = await scanned();
    const say = (result: string, more: Call = {}) =>
      call(handler, setScanResultRoute, { params: { fileId: id }, body: { version: 1, result }, ...more });
    expect((await link(id, { query: { version: '1' } })).status).toBe(200);
    expect((await link(id, { query: { version: '1' }, role: 'rep', userId: ben })).status).toBe(409);
    expect((await say('clean', { role: 'rep', userId: ben })).body.code).toBe('permission_missing');
    expect((await say('clean')).body.status).toBe('ready');
    expect((await say('infected')).body.status).toBe('ready'); // the first word counts
  });
});

describe('who may', () => {
  it('follows the record at the moment of the request: a hand-over needs nothing else', async () => {
    const asBen: Call = { role: 'rep', userId: ben };
    const own = await keep(contactRecord, aContact({ id: newId('contact'), emails: [], ownerId: ann }));
    const id = await upload(own.id);
    await settleAll();
    for (const answer of [await read(id, asBen), await link(id, asBen), await remove(id, asBen)])
      expect(answer.body).toMatchObject({ status: 404, code: 'file_not_found' });
    expect((await list(own.id, asBen)).body.code).toBe('record_not_found');
    expect((await begin({ recordId: own.id }, asBen)).body.code).toBe('reference_unknown');
    const given = nextVersion(own, { ownerId: ben }, noon);
    await contactStore.save(
      { of: contactRecord, before: own, after: given, events: [] },
      aContext({ now: noon }),
    );
    expect((await read(id, asBen)).status).toBe(200);
    expect((await list(own.id, asBen)).body.items).toHaveLength(1);
    expect((await read(id, { role: 'rep', userId: ann })).status).toBe(404);
  });
});

describe('a person who is erased, or asks what is kept', () => {
  it('takes their files along; a contract of their deal stays without its name; the archive has them all', async () => {
    const person = await keep(contactRecord, aContact({ id: newId('contact'), emails: [], ownerId: ann }));
    const deal = await keep(dealRecord, aDeal({ id: newId('deal'), contactId: person.id, ownerId: ann }));
    const own = await upload(person.id, pdf('their passport'), 'Passport Zbigniewa.pdf');
    const quote = await upload(deal.id, pdf('their quote'), 'Quote for Zbigniewa.pdf');
    const contract = await upload(deal.id, pdf('their contract'), 'Contract with Zbigniewa.pdf');
    await call(handler, patchFileRoute, { params: { fileId: contract }, body: { kind: 'contract' } });
    await settleAll();
    const archive = requestExport(person.id, aContext({ now: noon }));
    await exportStore.save(archive, aContext({ now: noon }));
    await writeArchive(acme, archive.after.id);
    const zip = await objectOf('exports', exportKey(archive.after));
    expect(Object.keys(unzipSync(zip))).toEqual(
      expect.arrayContaining([
        'files.jsonl',
        `files/${own}/Passport Zbigniewa.pdf`,
        `files/${quote}/Quote for Zbigniewa.pdf`,
        `files/${contract}/Contract with Zbigniewa.pdf`,
      ]),
    );
    await call(privacy, eraseContactRoute, { params: { contactId: person.id }, body: {} });
    await runErasure(acme, erasureIdOf(person.id), {
      now: noon,
      isTimeLeft: () => true,
      look: () => settleAll(),
    });
    await settleAll();
    for (const id of [own, quote]) {
      expect((await read(id)).body.code).toBe('file_not_found');
      expect(await inBucket(keyOf(id))).toBe(false);
    }
    expect((await read(contract)).body).toMatchObject({ name: 'erased', status: 'ready' });
    expect(await inBucket(keyOf(contract))).toBe(true);
    const texts = (await Array.fromAsync(readAll())).map((item) => JSON.stringify(item));
    expect(texts.filter((text) => text.includes('Zbigniewa'))).toEqual([]);
    expect((await begin({ recordId: person.id })).body.code).toBe('contact_erased');
  });
});
