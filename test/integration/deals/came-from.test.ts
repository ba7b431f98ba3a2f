import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/deals/api.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { createDealRoute, patchDealRoute } from '../../../shared/deals/deal-routes.ts';
import { aContact } from '../../fixtures/contact.ts';
import { ben } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { useIdleWorld } from '../../helpers/idle-world.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useIdleWorld);

const make = (body: object, more: Call = {}) =>
  call(handler, createDealRoute, { body: { name: 'Refit', ...body }, ...more });
const patch = (dealId: string, body: object, more: Call = {}) =>
  call(handler, patchDealRoute, { params: { dealId }, body, ...more });
const requestsOf = ({ headers }: { headers: Record<string, string> }) =>
  Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);

const source = { kind: 'form', utm: { source: 'Newsletter', campaign: 'May Offer' } } as const;
async function person(over: Partial<Contact> = {}): Promise<string> {
  const id = newId('contact');
  await keep(contactRecord, aContact({ id, emails: [], source, ...over }));
  return id;
}
const came = (body: object) => {
  const { leadSource, campaign } = body as { leadSource?: string; campaign?: string };
  return [leadSource, campaign];
};

describe('a new deal', () => {
  it('takes from its contact what it does not say itself, and keeps that when the contact changes', async () => {
    const contactId = await person();
    expect(came((await make({ contactId })).body)).toEqual(['newsletter', 'may offer']);
    expect(came((await make({ contactId, leadSource: 'Fair' })).body)).toEqual(['Fair', 'may offer']);
    const called = await person({ leadSource: ' LinkedIn ' });
    expect(came((await make({ contactId: called })).body)).toEqual(['linkedin', 'may offer']);
  });

  it('has none without a contact, and is refused for one who is not there', async () => {
    expect(came((await make({})).body)).toEqual([undefined, undefined]);
    expect(await make({ contactId: newId('contact') })).toMatchObject({
      status: 400,
      body: { code: 'reference_unknown', errors: [{ pointer: '/contactId' }] },
    });
  });

  it('costs one request more for it, and none where it says both or has no contact', async () => {
    const contactId = await person();
    await make({});
    const bare = requestsOf(await make({}));
    expect(requestsOf(await make({ contactId }))).toBe(bare + 1);
    expect(requestsOf(await make({ contactId, leadSource: 'Fair', campaign: 'May' }))).toBe(bare);
  });

  it('takes from who was merged what the survivor has', async () => {
    const survivor = await person({ leadSource: 'Fair' });
    const gone = await person({ mergedInto: survivor, deletedAt: '2026-11-20T00:00:00.000Z' });
    expect((await make({ contactId: gone })).body).toMatchObject({ contactId: survivor, leadSource: 'fair' });
  });

  it('takes nothing that its maker does not see of the contact', async () => {
    const contactId = await person({ leadSource: 'Fair' });
    const sourceless = await keepRole({ contact: { source: 'hidden' } });
    expect(came((await make({ contactId }, sourceless)).body)).toEqual(['fair', undefined]);
    const blind = await keepRole({
      contact: { source: 'hidden', leadSource: 'hidden', campaign: 'hidden' },
    });
    expect(came((await make({ contactId }, blind)).body)).toEqual([undefined, undefined]);
  });

  it('tells nothing of a contact out of reach', async () => {
    const contactId = await person({ ownerId: ben });
    expect(await make({ contactId }, { role: 'rep' })).toMatchObject({ status: 400 });
  });
});

describe('a deal that is there', () => {
  it('takes the same of the contact that is put on it first, and nothing of a further one', async () => {
    const { body: deal } = await make({ leadSource: 'Fair' });
    expect(came((await patch(deal.id, { contactId: await person() })).body)).toEqual(['Fair', 'may offer']);
    const other = await person({ campaign: 'Autumn' });
    expect(came((await patch(deal.id, { contactId: other, campaign: null })).body)).toEqual([
      'Fair',
      undefined,
    ]);
  });

  it('may be cleared of both in the moment in which it gets its contact', async () => {
    const { body: deal } = await make({});
    const cleared = await patch(deal.id, { contactId: await person(), leadSource: null, campaign: null });
    expect(came(cleared.body)).toEqual([undefined, undefined]);
  });
});
