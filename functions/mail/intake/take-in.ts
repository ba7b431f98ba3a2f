import { systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { type Delivery, type Intake, intakeId, isFinal, openIntake } from '../../../shared/mail/intake.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { logger } from '../../../shared/platform/logger.ts';
import { backoff } from '../../../shared/platform/pause.ts';
import { decide } from './decide.ts';
import { finish, sendersOf } from './outcome.ts';

/** Names the message in the table before anything else is tried: from here on it is accounted for. */
async function opened(delivery: Delivery, workspaceId: string, now: string): Promise<Intake> {
  const id = intakeId(delivery.rawKey, workspaceId);
  const found = await intakeStore.find(workspaceId, id);
  if (found) return found;
  const by = systemContext(workspaceId, 'mail', id, now, delivery.rawKey);
  const change = openIntake(delivery, by, await sendersOf(workspaceId, [delivery.envelopeFrom]));
  await intakeStore.save(change, by);
  return change.after;
}

/** Somebody else stored what this attempt relied on: the intake, the sender, the same message, or took the contact away. */
const lost = new Set([
  'version_conflict',
  'email_taken',
  'mail_identity_taken',
  'reference_unknown',
  'record_merged',
  'contact_erased',
]);
const isLostRace = (error: unknown) => error instanceof AppError && lost.has(error.code);
const patience = 8;

export type Attempt = {
  now: string;
  /** The queue gives the message out for the last time. */
  isLast: boolean;
  /** A person asks for a failed one again. */
  retry?: boolean;
};

const isDone = (intake: Intake, retry: boolean) => isFinal(intake) && !(retry && intake.status === 'failed');

async function again<T>(step: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await step();
    } catch (error) {
      if (!isLostRace(error) || tries === patience) throw error;
      await backoff(tries);
    }
  }
}

async function attempt(delivery: Delivery, workspaceId: string, now: string, retry: boolean): Promise<void> {
  const intake = await opened(delivery, workspaceId, now);
  if (!isDone(intake, retry)) await decide(intake, now);
}

/**
 * The last attempt is recorded as failed before it is made, because the message may be what brings the process down;
 * where it succeeds after all, that is its outcome.
 */
async function lastAttempt(delivery: Delivery, workspaceId: string, now: string): Promise<void> {
  const isOver = await again(async () => {
    const intake = await opened(delivery, workspaceId, now);
    if (isFinal(intake)) return true;
    await finish(intake, { status: 'failed', reason: 'gave_up' }, now);
    return false;
  });
  if (isOver) return;
  await again(() => attempt(delivery, workspaceId, now, true)).catch((error: unknown) => {
    logger.error('gave up', { rawKey: delivery.rawKey, error: error as Error });
  });
}

/**
 * Takes one received message into one workspace, to an end that is recorded: logged, skipped or failed. May be run again
 * after a death at any line and by two at once; the outcome is stored once. Throws what may pass (throttling, a bucket
 * that does not answer), but not at the last attempt.
 */
export function takeIn(delivery: Delivery, workspaceId: string, how: Attempt): Promise<void> {
  const { now, isLast, retry = false } = how;
  if (isLast && !retry) return lastAttempt(delivery, workspaceId, now);
  return again(() => attempt(delivery, workspaceId, now, retry));
}
