import { foldEmail } from '../../../shared/contacts/email-address.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { mayTouch } from '../../../shared/core/rights.ts';
import { actorOfUser } from '../../../shared/identity/actor-store.ts';
import { isHere, type User } from '../../../shared/identity/user.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { isProven } from '../../../shared/mail/classify-mail.ts';
import { dropBoxTokenIn } from '../../../shared/mail/drop-box-token.ts';
import type { Intake } from '../../../shared/mail/intake.ts';
import type { SkipReason } from '../../../shared/mail/intake-reasons.ts';
import type { ParsedMail } from '../../../shared/mail/parse-mail.ts';
import { senderOf } from '../../../shared/mail/parse-sender.ts';
import { isDropBoxOf } from '../../../shared/platform/drop-box-address.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

const mostBoxes = 5;
export type BoxUser = { actor: Actor } | { skipped: SkipReason };

/** USER-2: who has the drop-box that an address names, as far as it is signed for them and they are here. */
async function holderOfBox(workspaceId: string, recipient: string): Promise<User | undefined> {
  const token = dropBoxTokenIn(recipient);
  const user = token && (await userStore.find(workspaceId, token.userId));
  const isTheirs = user && isHere(user) && (await isDropBoxOf(user, token.signature));
  return isTheirs ? user : undefined;
}

async function isFrom({ workspaceId, email }: User, address: string): Promise<boolean> {
  const { emailFolding } = await workspaceOf(workspaceId);
  return foldEmail(address, emailFolding) === foldEmail(email, emailFolding);
}

/** With the rights that they have now; nobody who may log nothing. */
async function loggerOf({ workspaceId, id }: User): Promise<BoxUser> {
  const actor = await actorOfUser(workspaceId, id);
  return mayTouch(actor, 'activity', 'create', id) ? { actor } : { skipped: 'drop_box_unknown' };
}

async function usedBy(user: User, { verdicts, envelopeFrom }: Intake, mail: ParsedMail): Promise<BoxUser> {
  const address = senderOf(mail.from)?.address;
  if (!address || !(await isFrom(user, address))) return { skipped: 'drop_box_foreign' };
  const authors = mail.from.map((one) => one.address);
  const isSure = isProven(verdicts, { authors, envelopeFrom, headers: mail.headers });
  return isSure ? loggerOf(user) : { skipped: 'drop_box_unproven' };
}

/**
 * Which user a message to a drop-box is from, or why it is none's; undefined where it was sent to no drop-box. Of several
 * drop-boxes the one counts whose user it is from.
 */
export async function boxUserOf(intake: Intake, mail: ParsedMail): Promise<BoxUser | undefined> {
  const { workspaceId, recipients } = intake;
  const boxes = recipients.filter((one) => dropBoxTokenIn(one)).slice(0, mostBoxes);
  if (boxes.length === 0) return undefined;
  const found: BoxUser[] = [];
  for (const box of boxes) {
    const user = await holderOfBox(workspaceId, box);
    if (user) found.push(await usedBy(user, intake, mail));
  }
  const isTheirs = (one: BoxUser) => !('skipped' in one && one.skipped === 'drop_box_foreign');
  return found.find(isTheirs) ?? found[0] ?? { skipped: 'drop_box_unknown' };
}
