import { useSessionStorage } from '@mantine/hooks';
import type { NewActivity } from '../../../../../client/src/index.ts';
import type { AnyRecord, ListedKind } from '../../../api/kinds.ts';

export const logged = ['note', 'call', 'meeting'] as const;
export type Logged = (typeof logged)[number];
/** What is being written of something that happened; it outlives the page until it is logged. */
export type Draft = {
  kind?: Logged | undefined;
  text?: string;
  subject?: string;
  contactId?: string | undefined;
  direction?: 'inbound' | 'outbound';
  outcome?: string | undefined;
  minutes?: number | undefined;
  at?: string | undefined;
  endsAt?: string | undefined;
  location?: string;
  userIds?: string[];
  contactIds?: string[];
};

export const useDraft = (kind: ListedKind, id: string) =>
  useSessionStorage<Draft>({ key: `rapport.log.${kind}.${id}`, defaultValue: {}, getInitialValueInEffect: false });

/** With whom it was: the contact itself, or the one that the record names. */
export const contactOf = (kind: ListedKind, record: AnyRecord): string | undefined =>
  kind === 'contact' ? record.id : (record.contactId as string | undefined);
const dealOf = (kind: ListedKind, record: AnyRecord) =>
  kind === 'deal' ? record.id : (record.dealId as string | undefined);

const minuteMs = 60_000;
const callOf = ({ outcome, minutes, direction = 'outbound' }: Draft): Partial<NewActivity> => ({
  direction,
  call: {
    direction,
    ...(outcome && { outcome: outcome as 'connected' }),
    ...(minutes !== undefined && { durationMs: minutes * minuteMs }),
  },
});
const meetingOf = ({ location, endsAt, userIds = [], contactIds = [] }: Draft): Partial<NewActivity> => ({
  meeting: {
    attendees: [...userIds.map((userId) => ({ userId })), ...contactIds.map((contactId) => ({ contactId }))],
    ...(location?.trim() && { location: location.trim() }),
    ...(endsAt && { endsAt }),
  },
});

/** The activity that a draft makes; undefined while it says too little. */
export function activityOf(draft: Draft, kind: ListedKind, record: AnyRecord): NewActivity | undefined {
  const contactId = draft.contactId ?? contactOf(kind, record);
  const dealId = dealOf(kind, record);
  const text = draft.text?.trim();
  const subject = draft.subject?.trim();
  const says = draft.kind === 'note' ? Boolean(text) : draft.kind === 'call' || Boolean(subject ?? text);
  if (!draft.kind || !contactId || !says) return undefined;
  return {
    kind: draft.kind,
    contactId,
    ...(dealId && { dealIds: [dealId] }),
    ...(text && { text }),
    ...(subject && draft.kind === 'meeting' && { subject }),
    ...(draft.at && { at: draft.at }),
    ...(draft.kind === 'call' && callOf(draft)),
    ...(draft.kind === 'meeting' && meetingOf(draft)),
  };
}
