import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiDocument } from '../../../infra/openapi/document.ts';
import { allRoutes } from '../../../infra/openapi/write.ts';
import { customNames, workspaceDocument } from '../../../shared/docs/workspace-document.ts';

type Document = { components: { schemas: Record<string, { properties?: Record<string, unknown> }> } };
const generic = openApiDocument(allRoutes()) as Document & { [key: string]: unknown };
const budget = { type: 'object', properties: { budget: { type: 'number' } } };

test('a workspace’s own fields stand where the public document says any', () => {
  const before = JSON.stringify(generic);
  const own = workspaceDocument(generic, { contact: { answer: budget, made: budget, patch: budget } });
  for (const name of Object.values(customNames('contact'))) {
    expect(generic.components.schemas[name]).toMatchObject({ additionalProperties: expect.anything() });
    expect(own.components.schemas[name]).toEqual(budget);
  }
  expect(JSON.stringify(generic)).toBe(before);
});

test('every record with custom fields refers to those of its kind', () => {
  const { Contact, NewContact, ContactPatch } = generic.components.schemas;
  const refers = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  expect(Contact?.properties?.custom).toMatchObject(refers('ContactCustom'));
  expect(NewContact?.properties?.custom).toMatchObject(refers('NewContactCustom'));
  expect(ContactPatch?.properties?.custom).toMatchObject(refers('ContactCustomPatch'));
});

test('the committed document has no anonymous custom fields left', () => {
  const committed = readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8');
  expect(committed).not.toMatch(/"custom": \{\s+"(default|type)"/);
});
