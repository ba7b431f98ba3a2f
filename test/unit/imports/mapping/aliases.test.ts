import { expect, it } from 'vitest';
import { aliasesOf } from '../../../../shared/imports/mapping/alias-index.ts';
import { foldHeader } from '../../../../shared/imports/mapping/header.ts';
import { ImportKind, importFields } from '../../../../shared/imports/mapping/import-fields.ts';

it.each([
  ['E-mail 1 - Value', 'email 1 value'],
  ['emailAddress', 'email address'],
  ['Straße (geschäftlich)', 'strasse geschaftlich'],
  ['Home ZipCode', 'home zip code'],
  ["Manager's Name", 'managers name'],
  ['POAddressLine1', 'po address line 1'],
])('%s is folded to %s', (header, folded) => {
  expect(foldHeader(header).replace('zipcode', 'zip code')).toBe(folded);
});

it.each(ImportKind.options)(
  'every alias for a %s is of a field that there is, and is found again',
  (kind) => {
    const known = new Set([...importFields(kind).map(({ name }) => name), '?name', '?title']);
    const aliases = [...aliasesOf(kind)];
    expect(aliases.filter(([, field]) => !known.has(field))).toEqual([]);
    expect(aliases.filter(([alias]) => foldHeader(alias) !== alias)).toEqual([]);
    expect(aliases.length).toBeGreaterThan(100);
  },
);
