import { AppError } from '../../../shared/core/errors.ts';
import { type MailedDashboard, mailedDashboard } from '../../../shared/platform/dashboard-mail-link.ts';

/** What a link stops. Throws `unsubscribe_link_invalid`. */
export async function mailedOf(token: string): Promise<MailedDashboard> {
  const mailed = await mailedDashboard(token);
  if (mailed) return mailed;
  const detail = 'This link is not complete. Copy all of it from the mail.';
  throw new AppError('not_found', 'unsubscribe_link_invalid', detail);
}
