import { expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { searchContactsRoute } from '../../../shared/contacts/contact-routes.ts';
import { call } from '../../helpers/call.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();

const paths = ['externalId', 'emails.address', 'tags', 'ownerId', 'companyId', 'lifecycle', 'lastName'];
const letters = { ascii: 'x', 'three bytes': '漢', 'eighteen letters once folded': 'ﷺ' };
it.each(paths.flatMap((path) => Object.entries(letters).map(([words, letter]) => ({ path, words, letter }))))(
  'a filter whose $path is longer than any, in letters of $words, finds nothing, and is no fault',
  async ({ path, letter }) => {
    const filter = { [path]: letter.repeat(500) };
    const { status, body } = await call(contacts, searchContactsRoute, { body: { filter } });
    if (status === 200) expect(body.items).toEqual([]);
    else expect(body.code).toMatch(/condition_invalid|filter_too_broad/); // of a field that has its form
  },
);
