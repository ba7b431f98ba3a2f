import * as z from 'zod';
import { derivedId } from '../core/derived-id.ts';
import { idOf } from '../core/ids.ts';

/** How long one may stay signed in without signing in again, and how long an access token lasts; the user pool is set so. */
export const refreshTokenDays = 30;
export const accessTokenMinutes = 60;
const slackS = 86_400;

/**
 * Seconds since 1970 at which no token of a session is good any more: the last one is made as the refresh token ends, and lasts
 * an hour. Until then its item stays, for what is revoked must outlive every token; from then on no item is made.
 */
export const sessionEndS = (signedInS: number) =>
  signedInS + refreshTokenDays * 86_400 + accessTokenMinutes * 60 + slackS;

/** Of `origin_jti`, which all tokens of one sign-in have in common, refreshed ones too. */
export const sessionIdOf = (originJti: string): string => derivedId('session', originJti);

const maxUserAgent = 200;
/** One sign-in of a person, in whatever workspaces they are. */
export const Session = z.object({
  sessionId: idOf('session'),
  /** The `sub` of the tokens. */
  subject: z.string(),
  userId: z.string(),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().optional(),
  from: z.string(),
  userAgent: z.string(),
  revokedAt: z.iso.datetime().optional(),
  expiresAt: z.int(),
});
export type Session = z.infer<typeof Session>;

/** What a good token says. */
export type Claims = { subject: string; sessionId: string; signedInS: number };
export type Caller = { from: string; userAgent: string };

export const newSession = (
  { subject, sessionId, signedInS }: Claims,
  userId: string,
  { from, userAgent }: Caller,
): Session => ({
  sessionId,
  subject,
  userId,
  startedAt: new Date(signedInS * 1000).toISOString(),
  from,
  userAgent: userAgent.slice(0, maxUserAgent).toWellFormed(),
  expiresAt: sessionEndS(signedInS),
});

const seenEveryMs = 15 * 60_000;
/** Whether "last seen" is to be written anew: at most every 15 minutes. */
export const isStale = (last: string | undefined, now: string): boolean =>
  last === undefined || Date.parse(now) - Date.parse(last) >= seenEveryMs;

export const SessionBody = Session.pick({
  sessionId: true,
  startedAt: true,
  lastSeenAt: true,
  from: true,
  userAgent: true,
}).extend({ isCurrent: z.boolean().describe('Whether this very request is of it.') });
