import { useSessionStorage } from '@mantine/hooks';
import { refusals } from '../../../../../../../shared/mail/refusals.ts';
import {
  type Message,
  type NewContactMail,
  RapportError,
  type Template,
} from '../../../../../../client/src/index.ts';
import { type Desk, pageOf } from './desk.ts';

/** A mail that is being written; it outlives the page until it is sent. A subject or text that is left out is the template's. */
export type MailDraft = {
  to?: string | undefined;
  templateId?: string | undefined;
  subject?: string | undefined;
  text?: string | undefined;
  sendAt?: string | undefined;
  fileIds?: string[];
  /** The mail on the timeline that it answers. */
  inReplyTo?: string | undefined;
  signature?: boolean;
  allowMissing?: boolean;
};

export const useMailDraft = (desk: Desk) =>
  useSessionStorage<MailDraft>({
    key: `rapport.mail.${pageOf(desk).id}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });

type Words = Pick<Template, 'subject' | 'text'>;
/** What stands in the fields. */
export const wordsOf = (draft: MailDraft, template: Words | undefined): Words => ({
  subject: draft.subject ?? template?.subject ?? '',
  text: draft.text ?? template?.text ?? '',
});

/** When it leaves, and what goes with it. */
const besides = ({ to, sendAt, inReplyTo, fileIds = [], signature, allowMissing }: MailDraft) => ({
  ...(to && { to }),
  ...(inReplyTo && { inReplyTo }),
  ...(sendAt && { sendAt }),
  ...(fileIds.length > 0 && { attachments: fileIds }),
  ...(signature === false && { signature }),
  ...(allowMissing && { allowMissing }),
});

/** The request that a draft makes; undefined while it says too little. Of a template only what was changed is said, so that its HTML stays. */
export function mailOf(
  draft: MailDraft,
  template: Words | undefined,
  dealId?: string,
): NewContactMail | undefined {
  const { subject, text } = wordsOf(draft, template);
  if (!subject.trim() || !text.trim()) return undefined;
  const { templateId } = draft;
  return {
    ...(subject !== template?.subject && { subject }),
    ...(text !== template?.text && { text }),
    ...(template && templateId && { templateId }),
    ...(dealId && { dealId }),
    ...besides(draft),
  };
}

const answers = /^(re|aw|antw)\s*:/i;
/** The subject of an answer: "Re:" stands before it once. */
export const answerTo = (subject = ''): string =>
  answers.test(subject.trim()) ? subject.trim() : `Re: ${subject.trim()}`.trim();

/** The draft that answers a mail. What was being written stays, and goes on in its thread. */
export const replyOf = (
  draft: MailDraft,
  { id, subject, from }: { id: string; subject?: string | undefined; from?: string | undefined },
): MailDraft => ({
  ...draft,
  inReplyTo: id,
  ...(from && { to: from }),
  subject: draft.subject?.trim() ? draft.subject : answerTo(subject),
});

/** A mail that was taken back, to be written anew: its signature stands in its text already. */
export const draftOf = ({
  to,
  subject,
  text,
  attachments,
}: Pick<Message, 'to' | 'subject' | 'text' | 'attachments'>): MailDraft => ({
  to,
  subject,
  text,
  fileIds: attachments.map(({ fileId }) => fileId),
  signature: false,
});

const places = ['to', 'templateId', 'subject', 'text', 'sendAt', 'attachments'] as const;
export type Place = (typeof places)[number];
type Fault = { code: string; detail: string };
/** What was refused, by the field where it can be mended. */
export function faultsOf(error: unknown): Partial<Record<Place, Fault[]>> {
  if (!(error instanceof RapportError)) return {};
  const placed = error.errors.flatMap(({ pointer, code, detail }) => {
    const place = places.find((one) => one === pointer.split('/')[1]);
    return place ? [{ place, code, detail }] : [];
  });
  return Object.fromEntries(Map.groupBy(placed, ({ place }) => place));
}

/** The fields of blanks that could not be filled, as the API names them: `{{contact.jobTitle}}`. */
export const blanksIn = (faults: readonly Fault[] = []): string[] =>
  faults.flatMap(({ code, detail }) =>
    code === 'merge_value_missing' ? (/\{\{[^}]+\}\}/.exec(detail) ?? []) : [],
  );

const dayMs = 86_400_000;
const toldDays = 3;
export const isOnItsWay = ({ status }: Pick<Message, 'status'>) =>
  status === 'scheduled' || status === 'queued' || status === 'sending';
type Listed = Pick<Message, 'status' | 'purpose' | 'updatedAt'>;
/**
 * Whether a mail is on its way or, for some days since that was known, did not get there: it may have been written long before. What was
 * sent stands on the timeline.
 */
export function isWaiting(mail: Listed, now: number): boolean {
  const { status, purpose, updatedAt } = mail;
  if (purpose !== 'personal' || status === 'sent' || status === 'cancelled') return false;
  return isOnItsWay(mail) || now - Date.parse(updatedAt) < toldDays * dayMs;
}

const losses = ['contact_gone', 'deal_gone', 'ticket_gone', 'author_gone'] as const;
/** By which words of the catalogue it is said why a mail was not sent; undefined where it has none. */
export function whyOf(reason: string | undefined) {
  const refusal = refusals.find((one) => one === reason);
  if (refusal) return `status.reasons.${refusal}` as const;
  const loss = losses.find((one) => one === reason);
  return loss && (`write.gone.${loss}` as const);
}
