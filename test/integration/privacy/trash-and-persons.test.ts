import { beforeEach, describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as links } from '../../../functions/links/api.ts';
import { purgeRecord } from '../../../functions/records/purging/purge-record.ts';
import { companyRecord } from '../../../shared/companies/company.ts';
import { deleteContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { findContactByEmail } from '../../../shared/contacts/contact-store.ts';
import { whole } from '../../../shared/core/scope.ts';
import { createLinkRoute } from '../../../shared/links/link-routes.ts';
import { daysInTrash } from '../../../shared/records/trash.ts';
import { aCompany } from '../../fixtures/company.ts';
import { acme, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { findings } from '../../helpers/projections/findings.ts';
import { bucket, rawMail, receive } from '../mail-in/post-office.ts';
import { dying } from '../mail-out/mortal.ts';
import { address, askToErase, folding, leftOf, makePerson, run, usePersons } from './person-world.ts';

beforeEach(() => usePersons());

const later = new Date(Date.parse(noon) + (daysInTrash + 1) * 86_400_000).toISOString();
const remove = (contactId: string) => call(contacts, deleteContactRoute, { params: { contactId } });
const toCompany = async (contactId: string) => {
  const { id } = await keep(companyRecord, aCompany());
  return call(links, createLinkRoute, {
    body: { fromId: contactId, toId: id, label: 'works_at', note: 'marmalade orrery' },
  });
};
/** One sweep's look at the contact that may do so much. */
function sweep(id: string, steps = Number.POSITIVE_INFINITY): Promise<boolean> {
  let done = 0;
  return purgeRecord('contact', acme, id, { now: later, isTimeLeft: () => done++ < steps });
}
/** What names the person still; mails stay as empty records, which count and say nothing. */
const recordsNaming = async (id: string) =>
  (await Array.fromAsync(readAll()))
    .filter((item) => item.contactId === id && !item.erasedAt)
    .map(({ sk }) => sk);

describe('a person in the trash', () => {
  it('is somebody new who writes again, and the old one cannot be had back beside them', async () => {
    const id = await makePerson();
    await remove(id);
    await receive(rawMail({ From: address, Subject: 'Again' }, 'It is me.'), { source: address });
    const found = await findContactByEmail(whole(acme), address, folding);
    expect(found?.id).toBeDefined();
    expect(found?.id).not.toBe(id);
  });

  it('is erased there as anywhere, links and all', async () => {
    const id = await makePerson();
    await toCompany(id);
    await settleAll();
    await remove(id);
    await settleAll();
    expect(await askToErase(id)).toMatchObject({ status: 202 });
    for (let runs = 0; runs < 500; runs++) if ((await run(id)).status === 'done') break;
    await settleAll();
    expect(await leftOf()).toEqual([]);
    expect(await findings()).toEqual([]);
  });

  it('goes after 30 days with what happened with it, its mails and its links; who names it names nobody', async () => {
    const id = await makePerson();
    await toCompany(id);
    await settleAll();
    await remove(id);
    await settleAll();
    await sweep(id);
    await settleAll();
    expect(await recordsNaming(id)).toEqual([]);
    const left = await Array.fromAsync(readAll());
    expect(left.filter(({ sk }) => ['CONTACT', 'ACTIVITY', 'LINK'].includes(sk))).toEqual([]);
    const listed = left.filter(
      ({ pk, type }) => pk.includes(id) && type !== 'change' && !pk.includes('#MESSAGES'),
    );
    expect(listed.filter(({ sk }) => sk !== 'CONTRIBUTION')).toEqual([]);
    const mails = [...bucket.values()].map(({ body }) => Buffer.from(body as Uint8Array).toString());
    expect(mails.filter((text) => text.includes('About the marmalade orrery.'))).toEqual([]);
    expect(await findings()).toEqual([]);
  });

  it('goes in as many sweeps as it needs, though each is killed', async () => {
    const id = await makePerson();
    await toCompany(id);
    await settleAll();
    await remove(id);
    await settleAll();
    const first = await sweep(id, 1);
    expect(first).toBe(false);
    let sweeps = 0;
    const isThere = async () => (await Array.fromAsync(readAll())).some(({ sk }) => sk === 'CONTACT');
    for (; sweeps < 100 && (await isThere()); sweeps++) {
      const when = sweeps % 2 === 0 ? 'before' : 'behind';
      await dying({ at: (calls) => calls === 8 + sweeps, when }, () => sweep(id));
      await settleAll();
    }
    expect(sweeps).toBeLessThan(100);
    expect(await recordsNaming(id)).toEqual([]);
    expect(await findings()).toEqual([]);
  });
});
