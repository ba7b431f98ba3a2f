import * as z from 'zod';
import { AppError } from '../../shared/core/errors.ts';
import { assertMatch } from '../../shared/core/match.ts';
import { defineRoute } from '../../shared/core/route.ts';
import { api, operation } from '../../shared/platform/api.ts';
import { contactId } from '../fixtures/ids.ts';

const Thing = z.object({ id: z.string(), name: z.string(), version: z.int() });
const common = {
  tag: 'Things',
  summary: 'For tests',
  response: Thing,
  query: z.object({}),
  body: z.object({}),
};
const one = { ...common, path: '/v1/things/{id}', params: z.object({ id: z.string() }) } as const;

export const getThingRoute = defineRoute({
  ...one,
  operationId: 'getThing',
  method: 'GET',
  access: 'contacts:read',
  query: z.strictObject({ limit: z.coerce.number().int().max(10).optional() }),
  status: 200,
});
export const patchThingRoute = defineRoute({
  ...one,
  operationId: 'patchThing',
  method: 'PATCH',
  access: 'deals:edit',
  body: z.strictObject({ name: z.string().optional(), tags: z.array(z.string().min(2)).optional() }),
  status: 200,
});
export const deleteThingRoute = defineRoute({
  ...one,
  operationId: 'deleteThing',
  method: 'DELETE',
  access: 'deals:edit',
  response: z.undefined(),
  status: 204,
});
export const postThingRoute = defineRoute({
  ...common,
  path: '/v1/things',
  params: z.object({}),
  operationId: 'postThing',
  method: 'POST',
  access: 'contacts:edit',
  body: z.strictObject({ fails: z.enum(['taken', 'busy', 'bug']) }),
  status: 201,
});
export const publicThingRoute = defineRoute({
  ...postThingRoute,
  operationId: 'publicThing',
  path: '/v1/public-things',
  access: 'public',
});

/** What the operations were called with, in order. */
export const calls: string[] = [];
const thing = (id: string) => ({ id, name: 'Lamp', version: 7, secret: 'never shown' });
const errors = {
  taken: () => new AppError('conflict', 'email_taken', 'It is taken.', { existingId: contactId }),
  busy: () => new AppError('unavailable', 'busy', 'Come again.', { retryAfterS: 1.5 }),
  bug: () => new Error('ada@example.com is not a function'),
};
const fail = ({ body: { fails } }: { body: { fails: keyof typeof errors } }): never => {
  calls.push(`post ${fails}`);
  throw errors[fails]();
};

/** A function like those of the capabilities, that needs no table. */
export const things = api([
  operation(getThingRoute, async ({ params }) => {
    calls.push(`get ${params.id}`);
    return thing(params.id);
  }),
  operation(patchThingRoute, async ({ params, match }) => {
    assertMatch(thing(params.id), match);
    calls.push(`patch ${params.id}`);
    return { ...thing(params.id), version: 8 };
  }),
  operation(deleteThingRoute, async () => undefined),
  operation(postThingRoute, async (input) => fail(input)),
  operation(publicThingRoute, async (input) => fail(input)),
]);
