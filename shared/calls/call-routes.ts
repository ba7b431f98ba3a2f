import * as z from 'zod';
import { defineRoute } from '../core/route.ts';
import { CallAnswer, NewCall, veilCall } from './call.ts';

export const reportCallRoute = defineRoute({
  operationId: 'reportCall',
  method: 'POST',
  path: '/v1/calls',
  tag: 'Calls',
  summary: 'Report a call, and learn who is calling',
  description:
    'For telephony systems. The other side’s number finds the contact, the call stands on their timeline, and the answer says what to open, with their open deals. Report it when it rings, and again when it has ended: by its `externalId` it is one activity, whatever comes first. Somebody unknown who calls in becomes a lead; where they may not, and for a withheld number, it is `caller_unknown` and nothing is kept. The key needs activities:create, activities:read and activities:edit, contacts:read, and contacts:create for leads; deals are shown with deals:read. At most 8 requests of the table.',
  access: 'activities:create',
  params: z.object({}),
  query: z.object({}),
  body: NewCall,
  status: 201,
  response: CallAnswer,
  showsMore: true,
  hidesCost: true,
  veil: veilCall,
  errors: [
    'caller_unknown',
    'contact_erased',
    'field_forbidden',
    'permission_missing',
    'record_out_of_reach',
    'activity_not_found',
    'reference_unknown',
    'reported_call_taken',
  ],
  example: {
    body: {
      externalId: 'pbx-7f3a91',
      direction: 'inbound',
      from: '030 901820',
      to: '+493012345678',
      startedAt: '2026-11-22T11:58:00Z',
      durationSeconds: 212,
      outcome: 'answered',
      agent: 'ben@acme.test',
    },
  },
});

export const callRoutes = [reportCallRoute];
