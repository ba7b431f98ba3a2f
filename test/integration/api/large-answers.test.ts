import { expect, it } from 'vitest';
import { handler } from '../../../functions/contacts/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { contactBatchRoutes, listContactsRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { aContact } from '../../fixtures/contact.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();

it('an answer that Lambda could not send is refused with what to do, and a smaller one is sent', async () => {
  const custom = { story: '漢'.repeat(5000), other: '漢'.repeat(5000), third: '漢'.repeat(600) };
  const address = { street: '漢'.repeat(300), city: '漢'.repeat(100), region: '漢'.repeat(100) };
  const large = {
    custom,
    addresses: Array.from({ length: 10 }, () => address),
    tags: Array.from({ length: 50 }, (_, n) => `${n}${'漢'.repeat(48)}`),
    company: '漢'.repeat(200),
    jobTitle: '漢'.repeat(200),
  };
  const ids = Array.from({ length: 100 }, () => newId('contact'));
  for (const id of ids) await keep(contactRecord, aContact({ id, emails: [], ...large }));
  await settleAll();
  const list = (limit: string) => call(handler, listContactsRoute, { query: { limit } });
  const tooLarge = { status: 422, body: { code: 'answer_too_large' } };
  const whole = await list('100');
  if (whole.status === 200) throw new Error(`${JSON.stringify(whole.body).length} bytes are not enough`);
  expect(whole).toMatchObject(tooLarge);
  expect((await list('50')).status).toBe(200);
  expect(await call(handler, contactBatchRoutes.read, { body: { ids } })).toMatchObject(tooLarge);
});
