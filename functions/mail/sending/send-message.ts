import { type Context, systemContext } from '../../../shared/core/actor.ts';
import { addressOf, composeMail, envelopeAddress } from '../../../shared/mail/compose.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { messageStore, saveMessage } from '../../../shared/mail/message-store.ts';
import { judgeMail, sentWrites } from '../../../shared/mail/refusal-store.ts';
import {
  confirm,
  doubt,
  fail,
  hasTime,
  nextStep,
  putBack,
  retryAfterS,
  skip,
} from '../../../shared/mail/sending.ts';
import { messageTag, workspaceTag } from '../../../shared/mail/ses-event.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { RetryLater } from '../../../shared/platform/consumer.ts';
import { dashboardMailUrl } from '../../../shared/platform/dashboard-mail-link.ts';
import { env } from '../../../shared/platform/env.ts';
import { count } from '../../../shared/platform/metrics.ts';
import { replyAddress } from '../../../shared/platform/reply-address.ts';
import { callMs, giveToSes, type Outcome } from '../../../shared/platform/ses.ts';
import { sideBySide } from '../../../shared/platform/side-by-side.ts';
import { unsubscribeUrl } from '../../../shared/platform/unsubscribe-link.ts';
import { hashOfAddress } from '../../../shared/privacy/address-hash-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { filesOf, type SentFile } from './attached.ts';
import { goneFrom } from './gone.ts';

const clock = () => new Date().toISOString();
const sender = () => addressOf(env('MAIL_FROM'));
type Ready = { message: Message; raw: Buffer; tracks: boolean };

/** Whether SES is to tell of opens and clicks: as the workspace says by now. Of what goes to a user never. */
async function isTracked({ workspaceId, contactId, marketing, purpose }: Message): Promise<boolean> {
  const { mailTracking } = await workspaceOf(workspaceId);
  if (!contactId) return false;
  if (marketing) return mailTracking.marketing;
  return purpose === 'personal' && mailTracking.personal;
}

async function composed(message: Message, files: SentFile[]): Promise<Buffer> {
  const { workspaceId, threadId, marketing, to, contactId, senderName, mailedDashboard } = message;
  const { name } = await workspaceOf(workspaceId);
  return composeMail(message, {
    from: { name: senderName ?? name, address: sender() },
    files,
    replyTo: threadId && (await replyAddress(workspaceId, threadId, env('MAIL_DOMAIN'))),
    unsubscribeUrl: marketing
      ? await unsubscribeUrl(workspaceId, await hashOfAddress(workspaceId, to), contactId)
      : undefined,
    oneClickUrl: mailedDashboard && (await dashboardMailUrl({ workspaceId, ...mailedDashboard })),
  });
}

/** Why it is not to be sent after all; what goes to a user of ours is refused only where what it is about is gone. */
async function judged(message: Message, now: string) {
  const { workspaceId, id, erasedAt, contactId, to, marketing } = message;
  if (erasedAt) return { refusal: 'person_erased' } as const;
  const asked = { addresses: [to], marketing, contactId, messageId: id, now };
  const [gone, verdict] = await sideBySide([
    goneFrom(message),
    contactId ? judgeMail(workspaceId, asked) : Promise.resolve(undefined),
  ]);
  return { refusal: gone ?? verdict?.refusals[0], sent: verdict?.sent };
}

/** Takes the message for this run, with the mail ready to go; undefined where there is nothing to send. */
async function take(workspaceId: string, id: string, by: Context): Promise<Ready | undefined> {
  const message = await messageStore.find(workspaceId, id);
  if (!message) return undefined;
  const now = clock();
  const step = nextStep(message, { now, from: sender() });
  if (step.do === 'nothing') return undefined;
  if (step.do === 'wait') throw new RetryLater(step.seconds, step.why);
  if (step.do !== 'send') {
    await saveMessage(step.change, by);
    if (step.change.after.status === 'doubtful') count('MailDoubtful');
    return undefined;
  }
  const { refusal, sent } = await judged(message, now);
  if (refusal) {
    await saveMessage(skip(message, refusal, now), by);
    return undefined;
  }
  const files = await filesOf(message);
  if (!files) {
    await saveMessage(fail(message, 'attachment_gone', now), by);
    return undefined;
  }
  const raw = await composed(message, files); // before it is taken: what fails here has surely not been sent
  const tracks = await isTracked(message);
  await saveMessage(step.change, by, sentWrites(workspaceId, sent, id, now));
  return { message: step.change.after, raw, tracks };
}

function resultOf(current: Message, outcome: Outcome) {
  const now = clock();
  if (outcome.kind === 'accepted') return confirm(current, { now, sesMessageId: outcome.sesMessageId });
  if (outcome.kind === 'unknown') return doubt(current, outcome.reason, now);
  return outcome.again ? putBack(current, outcome.reason, now) : fail(current, outcome.reason, now);
}

/** Whether the message still waits for what this run has to say. Another may have thought the run dead. */
const isOurs = (current: Message, taken: Message) =>
  current.attempts === taken.attempts &&
  (current.status === 'sending' || (current.status === 'doubtful' && current.reason === 'interrupted'));

async function settle(taken: Message, outcome: Outcome, by: Context): Promise<void> {
  const current = await messageStore.get(taken.workspaceId, taken.id);
  if (outcome.kind !== 'accepted' && !isOurs(current, taken)) return;
  const change = resultOf(current, outcome);
  if (!change) return;
  await saveMessage(change, by);
  if (change.after.status === 'doubtful') count('MailDoubtful');
  if (change.after.reason === 'quota_reached') count('MailQuotaReached');
}

/**
 * Sends a queued mail once, however often it is run: taken by a conditional write with a lease, given to SES, and marked
 * sent together with its line on the timeline. A run that dies in between leaves a lease that ends, and the next one
 * calls the mail doubtful. Throws `RetryLater` while another run is at it, and where SES said no for now.
 */
export async function sendMessage(workspaceId: string, id: string, cause?: string): Promise<void> {
  const by = systemContext(workspaceId, 'mail', id, clock(), cause);
  const ready = await retryLostRace(() => take(workspaceId, id, by));
  if (!ready) return;
  const { message, raw, tracks } = ready;
  const envelope = {
    from: sender(),
    to: envelopeAddress(message.to),
    tags: { [workspaceTag]: workspaceId, [messageTag]: id },
    tracks,
  };
  const outcome = await giveToSes(raw, envelope, () => hasTime(message, clock(), callMs));
  await retryLostRace(() => settle(message, outcome, by));
  if (outcome.kind === 'refused' && outcome.again)
    throw new RetryLater(retryAfterS(message), `SES: ${outcome.reason}`);
}
