import { useSessionStorage } from '@mantine/hooks';
import type { NewActivity } from '../../../../../client/src/index.ts';
import type { AnyRecord, ListedKind } from '../../../api/kinds.ts';
import { keptOf, type Mentionable } from '../../../parts/mentions.ts';

export const logged = ['note', 'call', 'meeting'] as const;
export type Logged = (typeof logged)[number];
/** What is written from here: what happened, and mails that go out. */
export type Written = Logged | 'mail';
/** What is being written of something that happened; it outlives the page until it is logged. */
export type Draft = {
  kind?: Written | undefined;
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

const draftAt = (kind: ListedKind, id: string) => `rapport.log.${kind}.${id}`;
/** A draft as it is kept, for who acts when the page that shows it is gone. */
export const keptDraft = (kind: ListedKind, id: string): Draft =>
  JSON.parse(sessionStorage.getItem(draftAt(kind, id)) ?? '{}') as Draft;
export const useDraft = (kind: ListedKind, id: string) =>
  useSessionStorage<Draft>({
    key: draftAt(kind, id),
    defaultValue: {},
    getInitialValueInEffect: false,
  });

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
const meetingOf = ({
  subject,
  location,
  endsAt,
  userIds = [],
  contactIds = [],
}: Draft): Partial<NewActivity> => ({
  ...(subject?.trim() && { subject: subject.trim() }),
  meeting: {
    attendees: [...userIds.map((userId) => ({ userId })), ...contactIds.map((contactId) => ({ contactId }))],
    ...(location?.trim() && { location: location.trim() }),
    ...(endsAt && { endsAt }),
  },
});

const partOf: Record<Logged, (draft: Draft) => Partial<NewActivity>> = {
  note: () => ({}),
  call: callOf,
  meeting: meetingOf,
};
/** A call is worth logging where nothing is said of it; of a note and a meeting something must be. */
const says = ({ kind, text, subject }: Draft) =>
  kind === 'call' || Boolean(text?.trim() || (kind === 'meeting' && subject?.trim()));

/** The activity that a draft makes, with those of `people` whom it names; undefined while it says too little. */
export function activityOf(
  draft: Draft,
  kind: ListedKind,
  record: AnyRecord,
  people: readonly Mentionable[],
): NewActivity | undefined {
  const contactId = draft.contactId ?? contactOf(kind, record);
  if (!draft.kind || draft.kind === 'mail' || !contactId || !says(draft)) return undefined;
  const dealId = dealOf(kind, record);
  const text = draft.text?.trim();
  return {
    kind: draft.kind,
    contactId,
    ...(dealId && { dealIds: [dealId] }),
    ...(text && { text: keptOf(text, people) }),
    ...(draft.at && { at: draft.at }),
    ...partOf[draft.kind](draft),
  };
}
