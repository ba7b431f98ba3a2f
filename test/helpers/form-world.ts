import { handler } from '../../functions/forms/api.ts';
import { pipelineRecord } from '../../shared/deals/pipeline.ts';
import { createFormRoute } from '../../shared/forms/form-routes.ts';
import { submitFormRoute } from '../../shared/forms/public-form-routes.ts';
import { userRecord } from '../../shared/identity/user.ts';
import { workspaceRecord } from '../../shared/workspaces/workspace.ts';
import { acme, ann, ben, monday } from '../fixtures/ids.ts';
import { aPipeline } from '../fixtures/pipeline.ts';
import { aWorkspace } from '../fixtures/workspace.ts';
import { type Call, call } from './call.ts';
import { useTable } from './dynamo.ts';
import { keep } from './keep.ts';
import { useSecret } from './secret.ts';

const base = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };

/** A table with Acme, its pipeline, and Ann and Ben who work there. Call it in `beforeAll`. */
export async function useAcme(): Promise<void> {
  useSecret();
  process.env.PUBLIC_URL = 'https://api.test';
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
  for (const [id, name] of [
    [ann, 'Ann'],
    [ben, 'Ben'],
  ] as const) {
    await keep(userRecord, {
      ...base,
      id,
      name,
      email: `${name.toLowerCase()}@acme.test`,
      roles: ['rep'],
      status: 'active',
    });
  }
}

export const quoteForm = {
  name: 'Ask for a quote',
  fields: [
    { name: 'firstName', label: 'First name', target: 'firstName' },
    { name: 'company', label: 'Company', target: 'company' },
    { name: 'email', label: 'E-mail', type: 'email', target: 'email' },
    { name: 'phone', label: 'Phone', type: 'tel', target: 'phone' },
    { name: 'budget', label: 'Budget', type: 'number', target: 'custom.budget' },
    { name: 'message', label: 'Message', type: 'textarea', target: 'message' },
  ],
  limits: { perAddressPerMinute: 100_000, perFormPerMinute: 30_000 },
};

/** A form of Acme's made by its own operation; limits are high where nothing else is said. */
export async function makeForm(over: object = {}, more: Call = {}) {
  const made = await call(handler, createFormRoute, { body: { ...quoteForm, ...over }, ...more });
  if (made.status !== 201) throw new Error(`No form: ${JSON.stringify(made.body)}`);
  return made.body;
}

/** Posts to a form as a script of a page does. */
export const post = (formKey: string, body: object, more: Call = {}) =>
  call(handler, submitFormRoute, { params: { formKey }, body, ...more });
