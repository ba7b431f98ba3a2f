import type { RecordShape } from '../records/record-shape.ts';
import { ActivityBody, ActivityPatch, NewActivity } from './activity.ts';

export const activityShape = {
  kind: 'activity',
  name: 'Activity',
  names: 'Activities',
  tag: 'Activities',
  a: 'an activity',
  example: {
    id: 'ac_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
    created: {
      kind: 'call',
      contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      subject: 'Asked about delivery',
      text: 'Wants ten by spring.',
      call: { direction: 'inbound', durationMs: 240000, outcome: 'connected' },
    },
    patch: { text: 'Wants twelve by spring.' },
  },
  body: ActivityBody,
  created: NewActivity,
  patch: ActivityPatch,
  orders: [],
  related: [],
  matchBy: ['externalId'],
  errors: ['activity_not_editable', 'contact_erased'],
} as const satisfies RecordShape;
