import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { functions } from '../../../infra/functions.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import type { Route } from '../../../shared/core/route.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { codes } from '../../../shared/docs/error-codes.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { activityId, ann, contactId, dealId, pipelineId, taskId } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { makeForm, useAcme } from '../../helpers/form-world.ts';
import { keep } from '../../helpers/keep.ts';

const ids: Record<string, string> = { contactId, dealId, taskId, activityId, pipelineId, ownerId: ann };

beforeAll(async () => {
  await useAcme();
  await keep(contactRecord, aContact());
  await keep(dealRecord, aDeal({ contactId }));
  await keep(taskRecord, aTask({ contactId, dealId }));
  await keep(activityRecord, anActivity({ contactId, dealIds: [dealId] }));
  const form = await makeForm();
  Object.assign(ids, { formId: form.id, formKey: form.formKey });
  await settleAll();
});

const words = [
  '__proto__',
  'constructor',
  'toString',
  'toJSON',
  '',
  ' ',
  '\u0000',
  '\uD83D',
  'e\u0301',
  '💥',
];
const dates = ['2026-02-30', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2026-11-22T12:00:00+14:00'];
const templates = [
  '{{',
  '{{{x}}}',
  '{{#constructor}}{{/constructor}}',
  '<script>',
  'a@b.c',
  'a'.repeat(7000),
];
const nastyText = fc.constantFrom(...words, ...dates, ...templates, contactId, dealId, pipelineId, ann);
const nastyNumber = fc.constantFrom(0, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER + 1, 1e-320);
const { nasty } = fc.letrec<{ nasty: unknown }>((again) => ({
  nasty: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    nastyText,
    nastyNumber,
    fc.constantFrom(null, true, false),
    fc.array(again('nasty'), { maxLength: 3 }),
    fc.array(fc.tuple(nastyText, again('nasty')), { maxLength: 3 }).map((all) => Object.fromEntries(all)),
    nastyText.map((text) => Array(120).fill(text)),
  ),
}));

/** The fields of an object by the contract, and some that it does not have. */
const namesOf = (schema: z.ZodType) => {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return fc.constantFrom(...Object.keys(properties), 'unknown', '__proto__', 'constructor');
};
/** Own properties, `__proto__` among them. */
const withOwn = (object: object, more: [string, unknown][]) =>
  Object.fromEntries([...Object.entries(object), ...more]);

const headers = fc.record(
  {
    'if-match': fc.constantFrom('', '*', '"1"', 'W/"1"', '"99999999999999999999"', '"-1", x'),
    'if-none-match': fc.constantFrom('', '*', '"1"', 'x'),
    'idempotency-key': fc.constantFrom('', ' ', 'k', 'a'.repeat(256), 'é'),
    accept: fc.constantFrom('text/html', 'x'),
    origin: fc.constantFrom('null', 'https://evil.example', 'x'),
  },
  { requiredKeys: [] },
);
const rawBodies = fc.constantFrom(
  '',
  '{',
  'null',
  '[]',
  '1',
  '"x"',
  '\u0000',
  '['.repeat(50_000),
  'a=b&a=%zz',
);
const types = fc.constantFrom(
  'application/json',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '',
);

function aCall(route: Route): fc.Arbitrary<Call> {
  const { example = {}, path } = route;
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const inUrl = nastyText.filter((text) => text.isWellFormed()); // no other can be written into a URL
  const params = fc.record(
    Object.fromEntries(
      named.map((name) => [name, fc.oneof({ arbitrary: fc.constant(`{${name}}`), weight: 3 }, inUrl)]),
    ),
  );
  const query = fc
    .array(fc.tuple(namesOf(route.query), inUrl), { maxLength: 2 })
    .map((more) => withOwn((example.query ?? {}) as object, more) as Record<string, string>);
  const body = fc
    .array(fc.tuple(namesOf(route.body), nasty), { maxLength: 2 })
    .map((more) => ({ body: withOwn((example.body ?? {}) as object, more) }));
  const raw = fc
    .tuple(rawBodies, types)
    .map(([rawBody, type]) => ({ rawBody, headers: { 'content-type': type } }));
  const bodies = fc.oneof({ arbitrary: body, weight: 4 }, raw);
  return fc.tuple(params, query, headers, bodies).map(([given, asked, sent, content]) => ({
    params: Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        value === `{${name}}` ? (ids[name] ?? 'x') : value,
      ]),
    ),
    query: asked,
    ...(['GET', 'OPTIONS'].includes(route.method) ? {} : content),
    headers: { ...sent, ...('headers' in content && content.headers) },
  }));
}

const operations = functions.flatMap(({ entry, trigger }) =>
  trigger.kind === 'api'
    ? trigger.routes.map((route) => ({ entry, route, operationId: route.operationId }))
    : [],
);

test.each(operations)(
  '$operationId answers any request as the contract says, or with a problem that the documentation explains',
  async ({ entry, route }) => {
    const { handler } = await import(new URL(`../../../${entry}`, import.meta.url).href);
    await fc.assert(
      fc.asyncProperty(aCall(route), async (one) => {
        const { status, headers: answered, body } = await call(handler, route, one);
        expect(status, JSON.stringify(body)).toBeLessThan(500);
        if (status < 400) return;
        expect(answered['content-type']).toMatch(/^(application\/problem\+json|text\/html)/);
        if (answered['content-type']?.startsWith('text/html')) return;
        expect(body).toMatchObject({ status, title: expect.any(String), requestId: 'req-1' });
        expect(Object.keys(codes)).toContain(body.code);
        for (const fault of body.errors ?? [])
          expect(fault).toEqual({
            pointer: expect.stringMatching(/^\??(\/|$)/),
            code: expect.any(String),
            detail: expect.any(String),
          });
      }),
      { numRuns: 40 },
    );
  },
);
