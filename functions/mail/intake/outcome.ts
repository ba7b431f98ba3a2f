import { type Context, systemContext } from '../../../shared/core/actor.ts';
import { type Finish, finishIntake, type Intake } from '../../../shared/mail/intake.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { count } from '../../../shared/platform/metrics.ts';
import { hashOfAddress } from '../../../shared/privacy/address-hash-store.ts';

export const contextOf = ({ workspaceId, id, rawKey }: Intake, now: string): Context =>
  systemContext(workspaceId, 'mail', id, now, rawKey);

const mostSenders = 10; // a hostile header names thousands
/** By what an erasure finds the message: it may be logged nowhere, and yet hold somebody's words. */
export const sendersOf = async (
  workspaceId: string,
  addresses: (string | undefined)[],
): Promise<string[]> => {
  const written = [...new Set(addresses.filter((one) => one?.includes('@')))].slice(0, mostSenders);
  return [...new Set(await Promise.all(written.map((one) => hashOfAddress(workspaceId, one as string))))];
};

/** Stores what became of a message that makes no activity. */
export async function finish(intake: Intake, outcome: Finish, now: string): Promise<void> {
  const by = contextOf(intake, now);
  await intakeStore.save(finishIntake(intake, outcome, by), by);
  if (outcome.status === 'failed') count('MailIntakeFailed');
}

export const skip = (intake: Intake, now: string, outcome: Omit<Finish, 'status'>) =>
  finish(intake, { status: 'skipped', ...outcome }, now);
