import { Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as deals } from '../../../functions/deals/api.ts';
import { handler as privacy } from '../../../functions/privacy/api.ts';
import { runErasure } from '../../../functions/privacy/erasing/run.ts';
import { handler as tasks } from '../../../functions/tasks/api.ts';
import { createActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { findContactByEmail } from '../../../shared/contacts/contact-store.ts';
import { systemContext } from '../../../shared/core/actor.ts';
import { whole } from '../../../shared/core/scope.ts';
import { createDealRoute } from '../../../shared/deals/deal-routes.ts';
import { keepView } from '../../../shared/forms/page-view-store.ts';
import { queueMessage } from '../../../shared/mail/message.ts';
import { saveClaimed } from '../../../shared/mail/message-store.ts';
import { erasureIdOf } from '../../../shared/privacy/erasure.ts';
import { erasureStore } from '../../../shared/privacy/erasure-store.ts';
import { eraseContactRoute } from '../../../shared/privacy/privacy-routes.ts';
import { createTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { acme, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { bucket, rawMail, receive, s3, usePostOffice } from '../mail-in/post-office.ts';

export const folding = { plusTag: true, gmailDots: true };
export const address = 'z.quetzalberg@xylophone.example';
/** Words that nobody else has. */
export const words = [
  'Zbigniewa',
  'Quetzalberg',
  'xylophone.example',
  '30901827364',
  'marmalade orrery',
  'pinions',
];

/** A fresh table and bucket whose objects can be deleted. `trouble` is asked at each deletion, with how many came before. */
export async function usePersons(trouble: (deletions: number) => boolean = () => false): Promise<void> {
  await usePostOffice();
  Object.assign(process.env, {
    LEDGER_BUCKET: 'ledger',
    EXPORTS_BUCKET: 'exports',
    KEYS_QUEUE_URL: 'http://127.0.0.1/keys',
  });
  let deletions = 0;
  s3.on(DeleteObjectCommand).callsFake(({ Key }: { Key: string }) => {
    if (trouble(deletions++)) throw new Error('SlowDown');
    bucket.delete(Key);
    return {};
  });
  s3.on(GetObjectCommand).callsFake(({ Key }: { Key: string }) => {
    const found = bucket.get(Key);
    if (!found) throw new NoSuchKey({ message: Key, $metadata: {} });
    return {
      Body: Object.assign(Readable.from([found.body]), { transformToByteArray: async () => found.body }),
    };
  });
  s3.on(PutObjectCommand).callsFake(
    async ({ Key, Body }: { Key: string; Body: Uint8Array | string | Readable }) => {
      const body =
        Body instanceof Readable ? Buffer.concat(await Array.fromAsync(Body)) : Buffer.from(Body as string);
      bucket.set(Key, { body, at: new Date() });
      return {};
    },
  );
  s3.on(ListObjectVersionsCommand).callsFake(({ Prefix }: { Prefix: string }) => ({
    Versions: [...bucket.keys()]
      .filter((key) => key.startsWith(Prefix))
      .map((Key) => ({ Key, VersionId: 'null' })),
    IsTruncated: false,
  }));
}

const from = `Zbigniewa Quetzalberg <${address}>`;
const post = { source: address };

async function said(answer: Promise<{ status: number; body: unknown }>): Promise<{ id: string }> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as { id: string };
}
const once = (key: string) => ({ headers: { 'idempotency-key': key } });

/** A person with something of each kind, all of it projected; answers the contact's id. */
export async function makePerson(): Promise<string> {
  await receive(
    rawMail({ From: from, Subject: 'The marmalade orrery' }, 'About the marmalade orrery.'),
    post,
  );
  await receive(
    rawMail({ From: from, 'Auto-Submitted': 'auto-replied' }, 'Away with my marmalade orrery.'),
    post,
  );
  const contact = await findContactByEmail(whole(acme), address, folding);
  if (!contact) throw new Error('The mail made no contact');
  const { id } = contact;
  const phones = [{ number: '+4930901827364' }];
  await said(
    call(contacts, patchContactRoute, { params: { contactId: id }, body: { phones, tags: ['pinions'] } }),
  );
  const note = { kind: 'note', contactId: id, text: 'Zbigniewa likes pinions.' };
  await said(call(activities, createActivityRoute, { body: note, ...once('n1') }));
  const deal = await said(
    call(deals, createDealRoute, { body: { name: 'For Quetzalberg', contactId: id }, ...once('d1') }),
  );
  await said(
    call(tasks, createTaskRoute, { body: { title: 'Call Zbigniewa', contactId: id }, ...once('t1') }),
  );
  await said(call(tasks, createTaskRoute, { body: { title: 'Offer pinions', dealId: deal.id } }));
  const by = systemContext(acme, 'mail', 'mb_1', noon);
  const mail = { to: address, subject: 'Zbigniewa!', text: 'pinions', html: 'pinions', contactId: id };
  await saveClaimed(queueMessage({ claim: 'c1', purpose: 'welcome', ...mail }, by), by);
  const about = {
    to: 'ann@acme.test',
    subject: 'For Quetzalberg',
    text: 'idle',
    html: 'idle',
    dealId: deal.id,
  };
  await saveClaimed(queueMessage({ claim: 'c2', purpose: 'idle_deal', ...about }, by), by);
  await keepView({
    workspaceId: acme,
    visitorId: 'v_other',
    formId: 'fm_1',
    at: noon,
    url: 'https://acme.example/',
  });
  await settleAll();
  return id;
}

export const askToErase = (contactId: string, now = noon) =>
  call(privacy, eraseContactRoute, { params: { contactId }, body: {}, now });

/** One run of the job; `steps`: how many things it may do. */
export function run(contactId: string, { steps = Number.POSITIVE_INFINITY, now = noon } = {}) {
  let done = 0;
  const look = () => settleAll();
  return runErasure(acme, erasureIdOf(contactId), { now, isTimeLeft: () => done++ < steps, look });
}
export const erasureOf = (contactId: string) => erasureStore.get(acme, erasureIdOf(contactId));

/** Every text that the table and the buckets hold, contributions unpacked. */
async function* everything(): AsyncGenerator<string> {
  for await (const item of readAll()) {
    yield JSON.stringify(item);
    if (item.sk === 'CONTRIBUTION') yield inflateRawSync(item.body as Uint8Array).toString();
  }
  for (const [key, { body }] of bucket) yield `${key} ${Buffer.from(body).toString()}`;
}
export async function leftOf(all = words): Promise<string[]> {
  const left = new Set<string>();
  for await (const text of everything()) for (const word of all) if (text.includes(word)) left.add(word);
  return all.filter((word) => left.has(word));
}
