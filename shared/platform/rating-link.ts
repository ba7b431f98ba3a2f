import { idOf } from '../core/ids.ts';
import { env } from './env.ts';
import { isSigned, sign } from './secret.ts';

const form =
  /^([0-9A-HJKMNP-TV-Z]{26})\.([0-9A-HJKMNP-TV-Z]{26})\.((?:ti|dl)_[0-9A-HJKMNP-TV-Z]{26})\.([1-5])\.(\d{5,6})\.([\w-]{22})$/;
const Workspace = idOf('workspace');
const purpose = 'rating';
const dayMs = 86_400_000;

/** `lastDay`: counted in days since 1970 (UTC). */
export type RatingLink = {
  workspaceId: string;
  contactId: string;
  aboutId: string;
  score: number;
  lastDay: number;
};
const signed = ({ workspaceId, contactId, aboutId, score, lastDay }: RatingLink) =>
  [workspaceId, contactId, aboutId, score, lastDay].join('\n');

/** The last day of a link that is made now. */
export const lastDayOf = (now: string, days: number) => Math.floor(Date.parse(now) / dayMs) + days;
export const isOver = ({ lastDay }: RatingLink, now: string) => Date.parse(now) >= (lastDay + 1) * dayMs;

/** A link by which one contact rates one thing with one score. */
export async function ratingUrl(link: RatingLink): Promise<string> {
  const { workspaceId, contactId, aboutId, score, lastDay } = link;
  const signature = await sign(purpose, signed(link));
  const ids = [workspaceId.slice('ws_'.length), contactId.slice('ct_'.length), aboutId];
  return `${env('PUBLIC_URL')}/v1/ratings/${[...ids, score, lastDay, signature.toString('base64url')].join('.')}`;
}

/** What a token says; undefined where we did not sign it. */
export async function ratingLinkOf(token: string): Promise<RatingLink | undefined> {
  const [, ws = '', ct = '', aboutId = '', score = '', lastDay = '', signature = ''] = form.exec(token) ?? [];
  const link = {
    ...{ workspaceId: `ws_${ws}`, contactId: `ct_${ct}`, aboutId },
    ...{ score: Number(score), lastDay: Number(lastDay) },
  };
  if (!Workspace.safeParse(link.workspaceId).success) return undefined;
  return (await isSigned(purpose, signed(link), Buffer.from(signature, 'base64url'))) ? link : undefined;
}
