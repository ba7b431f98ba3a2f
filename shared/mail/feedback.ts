import type { AddressTold } from '../contacts/bounces.ts';
import type { DomainEvent } from '../core/event.ts';
import { type Kept, nextVersion } from '../core/record.ts';
import { type Feedback, type Message, messageRecord, mostCounted } from './message.ts';
import { mailBounced, mailClicked, mailOpened, mailRefused } from './outbound-events.ts';
import { softRetryAt } from './schedule.ts';
import { confirm, hasSettled } from './sending.ts';
import type { Told } from './ses-event.ts';

/**
 * What is new of the mail's address once its feedback is stored; undefined where that is nothing. Told again it is not new, so that
 * what follows from it happens once if it is stored with the change.
 */
export function newOfAddress(
  { before, after }: Kept<Message>,
  { bounce, bouncedAt, deliveredAt }: Feedback,
): AddressTold | undefined {
  const known = before?.feedback ?? {};
  if (after.to === '') return undefined; // of an erased person's mail nobody knows any more whom it went to
  if (bounce === 'permanent' && bouncedAt && known.bounce !== 'permanent')
    return { kind: 'bounced', at: bouncedAt };
  // A server may take a mail and send it back afterwards.
  const isNews = after.toBounced && after.feedback?.bounce !== 'permanent' && !known.deliveredAt;
  return deliveredAt && isNews ? { kind: 'delivered', at: deliveredAt } : undefined;
}

/** Why its address is to get no more marketing mail. */
export const suppressionOf = ({ bounce, complainedAt }: Feedback) =>
  complainedAt ? 'complained' : bounce === 'permanent' ? 'bounced' : undefined;

const earlier = (a: string | undefined, b: string | undefined) => (a && b ? (a < b ? a : b) : (a ?? b));

const momentNames = [
  'delayedAt',
  'deliveredAt',
  'openedAt',
  'clickedAt',
  'bouncedAt',
  'complainedAt',
  'rejectedAt',
] as const;

type Counts = Pick<Message, 'opened' | 'clicked'>;
/** The first distinct moments, in their order. SES may tell each of them again: none counts twice. */
const withMoment = (known: string[] | undefined, at: string | undefined): string[] | undefined =>
  at === undefined ? known : [...new Set([...(known ?? []), at])].toSorted().slice(0, mostCounted);

const countsOf = ({ opened, clicked }: Counts): Feedback => ({
  ...(opened && { opens: opened.length, lastOpenedAt: opened.at(-1) }),
  ...(clicked && { clicks: clicked.length }),
});

/** The same whatever the order: the earliest moments, and the gravest bounce. */
function mergedFeedback(known: Feedback, told: Feedback, counts: Counts): Feedback {
  const moments = momentNames.flatMap((name) => {
    const at = earlier(known[name], told[name]);
    return at ? [[name, at] as const] : [];
  });
  const kinds = [known.bounce, told.bounce];
  const bounce = kinds.includes('permanent') ? 'permanent' : (known.bounce ?? told.bounce);
  return { ...Object.fromEntries(moments), ...countsOf(counts), ...(bounce && { bounce }) };
}

const isSame = (a: Feedback, b: Feedback) =>
  [...momentNames, 'bounce' as const, 'opens' as const, 'clicks' as const, 'lastOpenedAt' as const].every(
    (name) => a[name] === b[name],
  );

const hasComeBack = ({ softBounced = [] }: Message, { sesMessageId }: Told) =>
  softBounced.includes(sesMessageId);
/**
 * Whether what is told proves that SES took the attempt that is in doubt: what it says of an earlier attempt, which came back,
 * says nothing of the next.
 */
const isOfThisAttempt = (message: Message, told: Told) =>
  message.sesMessageId !== told.sesMessageId && !hasComeBack(message, told);

/** Another attempt is given up, unless it is being made: then what it comes to is looked at in this light. */
function withoutRetry(message: Message, feedback: Feedback): Message {
  const isOpen = !['sending', 'sent', 'cancelled'].includes(message.status);
  if (!isOpen || !message.sentAt || !hasSettled(feedback)) return message;
  const { sendAt: _later, reason: _soft, ...rest } = message;
  return { ...rest, status: 'sent' };
}

/**
 * A mail that came back for now, noted once for each attempt, and scheduled again: after 1 h, 4 h and 24 h. Not what a server
 * had taken before it sent it back (mostly a machine that says that somebody is away), nor what nobody is to get any more.
 */
function withSoftBounce(message: Message, told: Told, feedback: Feedback, now: string): Message {
  if (!told.isSoft || hasComeBack(message, told)) return message;
  const softBounced = [...(message.softBounced ?? []), told.sesMessageId].slice(-20);
  const noted = { ...message, softBounced };
  const isLatest = message.status === 'sent' && message.sesMessageId === told.sesMessageId;
  const sendAt = softRetryAt(softBounced.length, now);
  if (!isLatest || !sendAt || hasSettled(feedback) || message.to === '') return noted;
  return { ...noted, status: 'scheduled', sendAt, reason: 'soft_bounce' };
}

/** Whether a mail came back for good, or for the last time, and nobody was told. */
function isBounceNew(before: Message, after: Message, { feedback: told, isSoft }: Told): boolean {
  if (isSoft) return before.softBounced?.length !== after.softBounced?.length && after.status === 'sent';
  const known = before.feedback?.bounce;
  return told.bounce !== undefined && (known === undefined || after.feedback?.bounce !== known);
}

/** What others are told of a mail to a contact, each once. */
function newsOf(before: Message, after: Message, one: Told): DomainEvent[] {
  const { id: messageId, purpose, contactId, feedback } = after;
  if (!contactId) return [];
  const which = { messageId, purpose, contactId };
  const isNew = (name: 'openedAt' | 'clickedAt') => feedback?.[name] && !before.feedback?.[name];
  const { bounce } = one.feedback;
  return [
    ...(isNew('openedAt') ? [mailOpened(which)] : []),
    ...(isNew('clickedAt') ? [mailClicked(which)] : []),
    ...(bounce && isBounceNew(before, after, one) ? [mailBounced({ ...which, bounce })] : []),
  ];
}

function refusalIn(before: Message, { id: messageId, purpose, feedback = {} }: Message): DomainEvent[] {
  const isNew = suppressionOf(feedback) !== undefined && suppressionOf(before.feedback ?? {}) === undefined;
  return isNew ? [mailRefused({ messageId, purpose })] : [];
}

/** The message with what was told put in, apart from its version. */
function told(message: Message, one: Told, now: string): Message {
  const counts = {
    opened: withMoment(message.opened, one.feedback.openedAt),
    clicked: withMoment(message.clicked, one.feedback.clickedAt),
  };
  const feedback = mergedFeedback(message.feedback ?? {}, one.feedback, counts);
  const next = { ...message, feedback, ...(counts.opened && { opened: counts.opened }) };
  const all = { ...next, ...(counts.clicked && { clicked: counts.clicked }) };
  return withSoftBounce(withoutRetry(all, one.feedback), one, feedback, now);
}

const tellsNothing = (before: Message, after: Message) =>
  before.status === after.status &&
  before.sesMessageId !== undefined &&
  before.softBounced?.length === after.softBounced?.length &&
  isSame(before.feedback ?? {}, after.feedback ?? {});

/**
 * The mail with what SES told of it. That SES tells of an attempt at all proves that SES took it, so a mail in doubt becomes
 * `sent`; one that came back for now is scheduled again. Undefined where nothing is new.
 */
export function withFeedback(message: Message, one: Told, now: string): Kept<Message> | undefined {
  const { sesMessageId } = one;
  const confirmed = isOfThisAttempt(message, one) ? confirm(message, { now, sesMessageId }) : undefined;
  const isNamed = message.sesMessageId !== undefined;
  const base = confirmed?.after ?? nextVersion(message, isNamed ? {} : { sesMessageId }, now);
  const after = told(base, one, now);
  if (!confirmed && tellsNothing(message, after)) return undefined;
  const events = [...(confirmed?.events ?? []), ...refusalIn(message, after), ...newsOf(message, after, one)];
  return { of: messageRecord, before: message, after, events };
}
