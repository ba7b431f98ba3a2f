import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/activities/api.ts';
import {
  createActivityRoute,
  getActivityRoute,
  patchActivityRoute,
} from '../../../shared/activities/activity-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { ann, ben, contactId, dealId } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const others = { contact: newId('contact'), deal: newId('deal') };
const asRep: Call = { role: 'rep', userId: ben };
const log = (body: object, more: Call = asRep) =>
  call(handler, createActivityRoute, { body: { kind: 'call', ...body }, ...more });
const read = (activityId: string, more: Call = asRep) =>
  call(handler, getActivityRoute, { params: { activityId }, ...more });

/** Ann's contact with a deal that Ben works on, and another contact of Ann's with a deal of hers. */
beforeAll(async () => {
  useSecret();
  await useTable();
  await keep(contactRecord, aContact({ ownerId: ann }));
  await keep(dealRecord, aDeal({ contactId, ownerId: ben }));
  await keep(contactRecord, aContact({ id: others.contact, ownerId: ann, emails: [] }));
  await keep(dealRecord, aDeal({ id: others.deal, contactId: others.contact, ownerId: ann }));
});

describe('what happened with a contact out of sight', () => {
  it('is logged, and read, by who works on a deal of theirs', async () => {
    const { status, body } = await log({ contactId, dealIds: [dealId] });
    expect(status).toBe(201);
    expect(await read(body.id)).toMatchObject({ status: 200, body: { contactId } });
  });

  it.each([
    ['without the deal', { contactId }, '/contactId'],
    ['by a deal of somebody else’s', { contactId: others.contact, dealIds: [dealId] }, '/contactId'],
    ['with a deal out of sight', { contactId, dealIds: [dealId, others.deal] }, '/dealIds'],
  ])('is not logged %s', async (_, body, pointer) => {
    expect((await log(body)).body).toMatchObject({
      status: 400,
      errors: [{ pointer, code: 'reference_unknown' }],
    });
  });

  it('is not read by who sees neither the contact nor a deal', async () => {
    const { body } = await log({ contactId: others.contact }, { userId: ann });
    const never = newId('activity');
    const [hidden, missing] = [await read(body.id), await read(never)];
    expect(hidden.status).toBe(404);
    expect({ ...hidden.body, detail: hidden.body.detail?.replace(body.id, never) }).toEqual(missing.body);
  });
});

it('what somebody else logged is read and not changed by a rep', async () => {
  const { body } = await log({ contactId, dealIds: [dealId] }, { userId: ann });
  const { status, body: problem } = await call(handler, patchActivityRoute, {
    ...asRep,
    params: { activityId: body.id },
    body: { text: 'Rewritten' },
  });
  expect([status, problem.code]).toEqual([403, 'record_out_of_reach']);
  expect((await read(body.id)).status).toBe(200);
});
