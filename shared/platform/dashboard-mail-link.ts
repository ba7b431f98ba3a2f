import { env } from './env.ts';
import { isSigned, sign } from './secret.ts';

const form = /^([0-9A-HJKMNP-TV-Z]{26})\.([0-9A-HJKMNP-TV-Z]{26})\.([0-9A-HJKMNP-TV-Z]{26})\.([\w-]{22})$/;
const purpose = 'dashboard-mail';
export type MailedDashboard = { workspaceId: string; userId: string; dashboardId: string };
const signed = ({ workspaceId, userId, dashboardId }: MailedDashboard) =>
  [workspaceId, userId, dashboardId].join('\n');

/** A link that stops the mails of one dashboard to one user (RFC 8058). It does not expire. */
export async function dashboardMailUrl(mailed: MailedDashboard): Promise<string> {
  const signature = await sign(purpose, signed(mailed));
  const ids = [mailed.workspaceId, mailed.userId, mailed.dashboardId].map((id) => id.slice(3));
  return `${env('PUBLIC_URL')}/v1/dashboard-mails/${[...ids, signature.toString('base64url')].join('.')}`;
}

/** What a token stops; undefined where we did not sign it. */
export async function mailedDashboard(token: string): Promise<MailedDashboard | undefined> {
  const [, workspace, user, dashboard, signature = ''] = form.exec(token) ?? [];
  if (!workspace) return undefined;
  const mailed = { workspaceId: `ws_${workspace}`, userId: `us_${user}`, dashboardId: `db_${dashboard}` };
  const isOurs = await isSigned(purpose, signed(mailed), Buffer.from(signature, 'base64url'));
  return isOurs ? mailed : undefined;
}
