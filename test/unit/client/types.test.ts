import { readFileSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import { madeFiles } from '../../../infra/openapi/write.ts';
import type {
  Client,
  Contact,
  Input,
  Item,
  ListId,
  NewContact,
  Output,
} from '../../../web/client/src/index.ts';

const root = new URL('../../../', import.meta.url);

test('the client’s types are those of the contracts', () => {
  for (const [file, text] of Object.entries(madeFiles()))
    expect(readFileSync(new URL(file, root), 'utf8') === text, `${file}: run npm run openapi`).toBe(true);
});

test('an operation takes what its contract takes, and nothing where nothing is needed', () => {
  expectTypeOf<Input<'createContact'>['body']>().toEqualTypeOf<NewContact | undefined>();
  expectTypeOf<Input<'getContact'>['path']>().toEqualTypeOf<{ contactId: string }>();
  expectTypeOf<Parameters<Client['getMe']>[0]>().toExtend<object | undefined>();
  const client = {} as Client;
  // @ts-expect-error a contact is read by its id
  () => client.getContact();
  // @ts-expect-error there is no such path parameter
  () => client.getContact({ path: { dealId: 'dl_1' } });
  // @ts-expect-error a contact has no such field
  () => client.createContact({ body: { fistName: 'Ada' } });
  // @ts-expect-error a list is asked for at most so many, by number
  () => client.listContacts({ query: { limit: 'all' } });
  // @ts-expect-error health is no list
  () => client.all('getHealth');
});

test('an operation answers what its contract answers, a list its items', () => {
  expectTypeOf<Output<'createContact'>>().toEqualTypeOf<Contact>();
  expectTypeOf<Output<'deleteTeam'>>().toEqualTypeOf<undefined>();
  expectTypeOf<Item<'listContacts'>>().toEqualTypeOf<Contact>();
  expectTypeOf<'listContacts' | 'listDeals' | 'listAudit'>().toExtend<ListId>();
  expectTypeOf<Awaited<ReturnType<Client['getHealth']>>>().toEqualTypeOf<{ status: 'ok' }>();
});
