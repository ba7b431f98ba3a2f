import { expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { ann, ben } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import {
  ada,
  aPerson,
  lovelace,
  mergedPersons,
  mergePersons,
  twoOfOne,
  unmergePerson,
} from '../../helpers/merge-world.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();

it('what was merged is told as it stood, and which into which', async () => {
  const [a, b] = await twoOfOne();
  const c = await aPerson({ firstName: 'Countess' });
  expect((await mergedPersons(a)).body.items).toEqual([]);
  await mergePersons(b, [c]);
  await mergePersons(a, [b]);
  await call(contacts, patchContactRoute, { params: { contactId: a }, body: { firstName: 'A.' } });
  const { status, body } = await mergedPersons(a);
  expect(status).toBe(200);
  expect(body.items).toMatchObject([
    { mergedInto: a, record: { id: b, firstName: 'Augusta', jobTitle: 'Countess', mergedIds: [c] } },
    { mergedInto: b, record: { id: c, firstName: 'Countess' } },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/mergedKeys|mergedFields|customKeys|workspaceId/);
  expect(await mergedPersons(c)).toMatchObject({ status: 301, body: { mergedInto: a } });
  await unmergePerson(a, b);
  expect((await mergedPersons(a)).body.items).toEqual([]);
  expect((await mergedPersons(b)).body.items?.map(({ record }) => record.id)).toEqual([c]);
});

it('who may read the one that stays is told of the others, whosever they were, without what is hidden of any', async () => {
  const reach = { create: 'own', edit: 'own', delete: 'own', export: 'own', unassigned: false } as const;
  const [a, b] = [
    await aPerson({ ...ada, externalId: 'm-1', emails: [], ownerId: ben }),
    await aPerson({ ...lovelace, externalId: 'm-2', emails: [], ownerId: ann }),
  ];
  await mergePersons(a, [b]);
  const hidden = { contact: { jobTitle: 'hidden', phones: 'hidden', 'custom.shoe': 'hidden' } } as const;
  const seesOwn = { ...(await keepRole(hidden, { contact: { ...reach, read: 'own' } })), userId: ben };
  const { body } = await mergedPersons(a, seesOwn);
  expect(body.items).toMatchObject([{ record: { id: b, firstName: 'Augusta', custom: { budget: 2 } } }]);
  expect(JSON.stringify(body)).not.toMatch(/Countess|\+49|shoe/);
  const seesOthers = { ...seesOwn, userId: ann };
  expect((await mergedPersons(a, seesOthers)).status).toBe(404);
  expect((await mergedPersons(b, seesOthers)).status).toBe(404);
});
