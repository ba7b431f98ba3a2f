import type { User } from '../../../shared/identity/user.ts';
import { isOwnDomain } from '../../../shared/mail/mailbox-store.ts';
import { dropBoxAddress } from '../../../shared/platform/drop-box-address.ts';
import { env } from '../../../shared/platform/env.ts';

/** The address of somebody's drop-box; none where mail to the deployment's domain does not reach their workspace (MAILDOMAIN-1). */
export async function dropBoxOf(user: User): Promise<string | undefined> {
  const domain = env('MAIL_DOMAIN');
  const isOurs = await isOwnDomain(user.workspaceId, `@${domain}`);
  return isOurs ? dropBoxAddress(user, domain) : undefined;
}
