import { handler as activities } from '../../functions/activities/api.ts';
import { handler as calls } from '../../functions/calls/api.ts';
import { handler as contacts } from '../../functions/contacts/api.ts';
import { handler as deals } from '../../functions/deals/api.ts';
import { handler as forms } from '../../functions/forms/api.ts';
import { createActivityRoute } from '../../shared/activities/activity-routes.ts';
import { reportCallRoute } from '../../shared/calls/call-routes.ts';
import {
  createContactRoute,
  deleteContactRoute,
  patchContactRoute,
  upsertContactRoute,
} from '../../shared/contacts/contact-routes.ts';
import { moveDealRoute } from '../../shared/deals/deal-routes.ts';
import { submitFormRoute } from '../../shared/forms/public-form-routes.ts';
import type { Operation } from './access.ts';
import { benchId, benchPhone } from './world.ts';

const post = (title: string, bar: number, key: string, email: (n: number) => string): Operation => ({
  title,
  bar,
  handler: forms,
  route: submitFormRoute,
  of: (n) => ({ params: { formKey: key }, body: { firstName: 'Eve', email: email(n) } }),
});
const inStage = (n: number) => ({ dealId: benchId('deal', n * 5) }); // every fifth is in the first stage

/** What writes, with the most requests that it may cost; two forms, one with an owner and one that gives in turn. */
export const writings = (formKey: string, turnKey: string): readonly Operation[] => [
  {
    title: 'put a contact into the trash',
    bar: 2,
    handler: contacts,
    route: deleteContactRoute,
    of: (n) => ({ params: { contactId: benchId('contact', n + 50) } }),
  },
  {
    title: 'make or change a contact by e-mail, known',
    bar: 4,
    handler: contacts,
    route: upsertContactRoute,
    of: (n) => ({
      query: { matchBy: 'email' },
      body: { emails: [{ address: `person${n + 200}@example.com` }], jobTitle: `Engineer ${n}` },
    }),
  },
  {
    title: 'make a contact',
    bar: 2,
    handler: contacts,
    route: createContactRoute,
    of: (n) => ({ body: { firstName: 'Eve', emails: [{ address: `new${n}@example.com` }] } }),
  },
  {
    title: 'change a contact',
    bar: 2,
    handler: contacts,
    route: patchContactRoute,
    of: (n) => ({ params: { contactId: benchId('contact', n + 20) }, body: { jobTitle: `Engineer ${n}` } }),
  },
  {
    title: 'log a call',
    handler: activities,
    route: createActivityRoute,
    of: (n) => ({ body: { kind: 'call', contactId: benchId('contact', n), text: 'Called back.' } }),
  },
  {
    title: 'move a deal',
    bar: 2,
    handler: deals,
    route: moveDealRoute,
    of: (n) => ({ params: inStage(n), body: { stageId: 'contacted' } }),
  },
  post('form post, new contact', 5, formKey, (n) => `visitor${n}@example.com`),
  post('form post, known contact', 6, formKey, (n) => `person${n + 100}@example.com`),
  post('form post, in turn', 6, turnKey, (n) => `turn${n}@example.com`),
  {
    title: 'a call from a known number',
    bar: 8,
    handler: calls,
    route: reportCallRoute,
    of: (n) => ({
      body: {
        externalId: `pbx-${n}`,
        direction: 'inbound',
        from: benchPhone(n + 300),
        to: '+493012345678',
        startedAt: '2026-11-22T11:58:00Z',
      },
    }),
  },
];
