import { systemContext } from '../../shared/core/actor.ts';
import { newId } from '../../shared/core/ids.ts';
import { findCredential } from '../../shared/identity/credential-store.ts';
import { addMember } from '../../shared/identity/member-store.ts';
import { userStore } from '../../shared/identity/user-store.ts';

/**
 * Lets somebody into a restored workspace as its administrator, who then invites the others: the user of the archive with that
 * address, or a new one. May be repeated.
 */
export async function letIn(
  workspaceId: string,
  { email, subject, person }: { email: string; subject: string; person: string },
  now: string,
): Promise<void> {
  const known = await userStore.findByUnique(workspaceId, { name: 'user_email', value: email.toLowerCase() });
  const id = known?.id ?? (await findCredential(subject))?.userId ?? newId('user', now);
  const roles = [...new Set([...(known?.roles ?? []), 'admin' as const])];
  const member = { id, name: known?.name ?? person, email, roles, subject, status: 'active' as const };
  await addMember(member, systemContext(workspaceId, 'system', 'restore', now));
}
