import { beforeAll, expect, it } from 'vitest';
import { handler } from '../../../functions/search/api.ts';
import { contactTexts } from '../../../shared/contacts/contact-search.ts';
import { newId } from '../../../shared/core/ids.ts';
import { putAll } from '../../../shared/platform/batch-write.ts';
import { meter } from '../../../shared/platform/meter.ts';
import { Product, productRecord } from '../../../shared/products/product.ts';
import { searchEntries } from '../../../shared/search/search-entries.ts';
import { searchRoute } from '../../../shared/search/search-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, ben, monday } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const productId = newId('product');
const manyOfBens = 2500;

beforeAll(async () => {
  useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  const base = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
  await keep(productRecord, Product.parse({ ...base, id: productId, name: 'Findling drill' }));
  await settleAll();
  const entries = Array.from({ length: manyOfBens }, () => {
    const contact = aContact({ id: newId('contact'), ownerId: ben, lastName: 'Findling', emails: [] });
    return searchEntries(contact, contactTexts({ lastName: contact.lastName }));
  });
  await putAll(entries.flat());
});

it('a product is found by who sees their own alone, whatever others have of its words, by a Query for theirs and one for nobody’s', async () => {
  const memberships = [{ workspaceId: acme, roles: ['rep'] }];
  const ask = () => call(handler, searchRoute, { userId: ann, memberships, query: { q: 'findling' } });
  await ask(); // what is read at most every 30 s is read
  const { body } = await ask();
  expect(body.items.map(({ record }) => record.id)).toEqual([productId]);
  expect(body.complete).toBe(true);
  expect(meter.requests).toBe(3);
});
