import { type Intake, intakeId } from '../../../shared/mail/intake.ts';
import { intakeStore, isSharedMail } from '../../../shared/mail/intake-store.ts';
import { partsPrefixesOf } from '../../../shared/mail/mail-bucket-store.ts';
import { env } from '../../../shared/platform/env.ts';
import { purgeObject, purgeObjects } from '../../../shared/privacy/objects-store.ts';

const isNever = (intake: Intake | undefined) => intake?.reason === 'never_log';
const isGone = (intake: Intake | undefined) => isNever(intake) || intake?.erasedAt !== undefined;

/**
 * Deletes what the bucket holds of a message that its workspaces never log: what an attempt left behind, and the raw message
 * where no other workspace has it. To be done once all of them have decided, and before the message is done with. May be repeated.
 */
export async function forgetNeverLogged(rawKey: string, workspaceIds: string[]): Promise<void> {
  const intakes = await Promise.all(workspaceIds.map((id) => intakeStore.find(id, intakeId(rawKey, id))));
  const never = intakes.filter((intake) => intake !== undefined && isNever(intake));
  const bucket = env('MAIL_BUCKET');
  for (const { workspaceId, id } of never as Intake[])
    for (const prefix of partsPrefixesOf(workspaceId, id)) await purgeObjects(bucket, prefix);
  const [first] = never;
  if (!first || !intakes.every(isGone)) return;
  if (!(await isSharedMail(rawKey, first.workspaceId))) await purgeObject(bucket, rawKey);
}
