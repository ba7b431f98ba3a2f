import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/docs/api.ts';
import { roleRecord } from '../../../shared/access/role.ts';
import { newId } from '../../../shared/core/ids.ts';
import { getWorkspaceOpenApiRoute } from '../../../shared/docs/docs-routes.ts';
import { monday } from '../../fixtures/ids.ts';
import { aPolicy, everyVerb } from '../../helpers/access-policies.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';
import { fieldsWorld } from './fields-world.ts';

beforeAll(async () => {
  await useTable();
  await useSecret();
});
type Schema = { properties: Record<string, object>; required?: string[]; additionalProperties?: unknown };
type Document = { openapi: string; components: { schemas: Record<string, Schema> } };

async function world(over?: { undeclaredFields: 'refuse' }) {
  const made = await fieldsWorld(over);
  const ask = (more: Call = {}) =>
    call(handler, getWorkspaceOpenApiRoute, { workspaceId: made.workspaceId, ...more });
  const schemas = async (more: Call = {}) =>
    ((await ask(more)).body as unknown as Document).components.schemas;
  return { ...made, ask, schemas };
}
const options = [
  { value: 'basic', label: 'Basic' },
  { value: 'pro', label: 'Professional' },
];
/** A validator of one schema of a document, its references resolved. */
function accepts(document: Document, name: string) {
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  const validate = ajv.getSchema(`document#/components/schemas/${name}`);
  return (value: unknown) => validate?.(value);
}

describe('GET /v1/openapi.json', () => {
  it('is valid OpenAPI 3.1 that has the types of the fields that there are at this moment', async () => {
    const { define, change, ask, schemas } = await world();
    expect(await new Validator().validate((await ask()).body as never)).toMatchObject({ valid: true });
    const { body } = await define({ key: 'plan', type: 'choice', options, required: true });
    expect((await schemas()).NewContactCustom).toMatchObject({
      properties: { plan: { type: 'string', enum: ['basic', 'pro'], title: 'A label' } },
      required: ['plan'],
    });
    await change(body.id, { label: 'Tariff', options: options.slice(0, 1), required: false });
    const { NewContactCustom } = await schemas();
    expect(NewContactCustom).toMatchObject({ properties: { plan: { enum: ['basic'], title: 'Tariff' } } });
    expect(NewContactCustom).not.toHaveProperty('required');
    expect(await new Validator().validate((await ask()).body as never)).toMatchObject({ valid: true });
  });

  it('says what the API does: what its schema takes is taken, what it refuses is refused', async () => {
    const { define, create, patch, ask } = await world({ undeclaredFields: 'refuse' });
    await define({ key: 'plan', type: 'choice', options, required: true });
    await define({ key: 'code', type: 'text', validation: { pattern: '[A-Z]{2}\\d+' } });
    await define({ key: 'price', type: 'money' });
    await define({ key: 'since', type: 'date', validation: { earliest: '2020-01-01' } });
    const document = (await ask()).body as unknown as Document;
    const [made, patched] = [accepts(document, 'NewContact'), accepts(document, 'ContactPatch')];
    const money = { amountCents: 1250, currency: 'EUR' };
    expect(made({})).toBe(false); // what is needed is asked for, also of who leaves custom out
    expect((await create(undefined)).status).toBe(400);
    const { body: contact } = await create({ plan: 'pro' });
    const tried = [{}, { plan: 'gold' }, { plan: 'pro', code: 'AB12', price: money, since: '2026-11-22' }];
    for (const custom of [
      ...tried,
      { plan: 'pro', code: 'x' },
      { plan: 'pro', since: '2019-12-31' },
      { plan: 'pro', other: 1 },
    ])
      expect((await create(custom)).status, JSON.stringify(custom)).toBe(made({ custom }) ? 201 : 400);
    for (const custom of [
      { plan: null },
      { code: null },
      { price: { ...money, currency: 'euro' } },
      { other: null },
    ])
      expect((await patch(contact.id, { custom })).status, JSON.stringify(custom)).toBe(
        patched({ custom }) ? 200 : 400,
      );
  });

  it('is 304 until a field changes, and never another workspace’s', async () => {
    const [here, there] = [await world(), await world()];
    const first = await here.ask();
    expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-cache' } });
    const headers = { 'if-none-match': first.headers.etag ?? '' };
    expect(await here.ask({ headers })).toMatchObject({ status: 304, body: undefined });
    await here.define({ key: 'secretPlan', type: 'text' });
    expect((await here.ask({ headers })).status).toBe(200);
    expect(JSON.stringify(await there.schemas())).not.toContain('secretPlan');
  });

  it('says nothing of fields that one’s roles hide, nor of kinds that one may not read', async () => {
    const { define, workspaceId, schemas } = await world();
    await define({ key: 'salary', type: 'number', required: true });
    await define({ key: 'plan', type: 'text' });
    await define({ key: 'volume', type: 'number', of: 'ticket' });
    const fields = { contact: { 'custom.salary': 'hidden' as const }, deal: {}, task: {} };
    const policy = aPolicy({ contact: everyVerb('all'), fields });
    const id = newId('role');
    const base = { id, workspaceId, version: 1, createdAt: monday, updatedAt: monday };
    await keep(roleRecord, { ...base, name: 'Sales', policy } as never);
    await settleAll();
    const all = await schemas({ memberships: [{ workspaceId, roles: [id] }] });
    for (const name of ['ContactCustom', 'NewContactCustom', 'ContactCustomPatch'])
      expect(Object.keys(all[name]?.properties ?? {}), name).toEqual(['plan']);
    expect(all.NewContactCustom).not.toHaveProperty('required');
    expect(all.TicketCustom?.properties).toEqual({});
  });
});
